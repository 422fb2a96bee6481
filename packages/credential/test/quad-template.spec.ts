import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  buildOpenBadge,
  canonicaliseQuickly,
  type Canonicalise,
  type IssuancePlan,
  type JsonObject,
  keyId,
  BadgeShapes,
  badgeSource,
  proofSource,
  QuadTemplates,
  slotsOfBadge,
  structureProblems,
} from '../src/index.js';
import { aPlan, canonicalise, ISSUER, LIST, MULTIKEY, OTHER_MULTIKEY } from './support.js';

/** `TEMPLATES=10000` takes the whole of it; the library needs minutes for that. */
const RUNS = Number(process.env.TEMPLATES ?? 50);
/** Fills in another holder than the library is given: the comparison has to notice. */
const SWAPPED = process.env.SWAPPED === 'yes';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const uuid = fc.uuid().map((id) => `urn:uuid:${id}`);
// Quotes, other scripts, what N-Quads escape, and now and then what is left to the library.
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    'Ana "Ann" O’Neill',
    'back\\slash',
    'a\\"b',
    '名前',
    '\u0627\u0644\u0627\u0633\u0645',
    'e\u0301',
    '🎓',
    '',
    ' ',
    'line\nbreak',
    '\u007f',
    '<b>&amp;',
  ),
);
const instant = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const evidence = fc.record(
  { kind: words, madeOn: fc.constant('2026-06-10'), sha256: fc.stringMatching(/^[0-9a-f]{64}$/) },
  { requiredKeys: ['kind', 'sha256'] },
);
const base = aPlan();
const achievements: IssuancePlan['achievement'][] = [
  base.achievement,
  {
    ...base.achievement,
    level: undefined,
    alignments: [],
    ects: undefined,
    eqfLevel: undefined,
    workloadHours: undefined,
  },
  {
    ...base.achievement,
    name: 'Ŝuoj “kaj” \\ reloj',
    tags: [],
    descriptors: [{ element: 'Participation', name: 'Participation', value: 'In person', description: 'On site.' }],
  },
];
/** Every shape that the product issues: with and without end, level, criteria, evidence, descriptors, status and demonstration. */
const plan: fc.Arbitrary<IssuancePlan> = fc
  .record({
    credentialId: uuid,
    subject: fc.record({ id: uuid, name: words }),
    validFrom: instant,
    validUntil: fc.option(instant, { nil: undefined }),
    demonstration: fc.constantFrom(undefined, 'Made by a demonstration.'),
    achievement: fc.constantFrom(...achievements),
    levels: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
    criteria: fc.integer({ min: 0, max: 2 }),
    evidence: fc.array(evidence, { maxLength: 3 }),
    marking: fc.record({
      ...{ assessors: fc.integer({ min: 0, max: 3 }), doubleMarked: fc.boolean() },
      route: fc.constantFrom(undefined, 'PRIOR_LEARNING' as const),
    }),
    status: fc.option(fc.record({ list: fc.constantFrom(LIST, `${LIST}2`), index: fc.nat(131_071) }), {
      nil: undefined,
    }),
  })
  .map(({ levels, criteria, ...rest }) =>
    aPlan({
      ...rest,
      criteria: base.criteria.slice(0, criteria).map((each, nth) => ({ ...each, achievedLevel: levels[nth] ?? 1 })),
    }),
  );

describe('a badge made from the template of its shape', () => {
  it(`is letter for letter what the library makes, for ${RUNS} badges of every shape`, async () => {
    const templates = new QuadTemplates(canonicalise, hash);
    const counts = { filled: 0, left: 0, different: 0 };
    // Each once, and as many as were asked for: one that differs is not made smaller, it is counted.
    for (const each of fc.sample(plan, { numRuns: RUNS, seed: 20261122 })) {
      const said = SWAPPED ? { ...each, subject: { ...each.subject, name: `${each.subject.name}.` } } : each;
      const quick = await templates.fill(badgeSource(said, () => buildOpenBadge(said)));
      if (quick === undefined) {
        counts.left += 1;
        continue;
      }
      counts.filled += 1;
      const document = buildOpenBadge(each);
      const isSame =
        quick.text === JSON.stringify(document) && quick.head + quick.rest === (await canonicalise(document));
      // What a slot takes keeps to the standard: nobody looks again once the shape was looked at.
      if (!isSame || structureProblems(document).length > 0) counts.different += 1;
    }
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
    expect(counts.different).toBe(0);
    // Line breaks and their like are left to the library; they are few.
    expect(counts.filled).toBeGreaterThan(RUNS * 0.5);
  }, 1_800_000);

  it('has options of its proof that are the library’s, too', async () => {
    const templates = new QuadTemplates(canonicalise, hash);
    for (const [created, multikey] of [
      ['2026-12-04T09:00:00Z', MULTIKEY],
      ['2027-01-01T00:00:00Z', OTHER_MULTIKEY],
    ] as const) {
      const options: JsonObject = {
        '@context': buildOpenBadge(base)['@context'],
        ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created },
        ...{ verificationMethod: keyId(ISSUER, multikey), proofPurpose: 'assertionMethod' },
      };
      const filled = await templates.fill(proofSource(options));
      expect(`${filled?.head}${filled?.rest}`).toBe(await canonicalise(options));
    }
  });

  it('is left to the library where a letter would be escaped, an address is none, or several nodes have no name', async () => {
    const templates = new QuadTemplates(canonicalise, hash);
    const fill = (document: JsonObject) => templates.fill(sourceOf(document));
    const named = (name: string) => buildOpenBadge(aPlan({ subject: { ...base.subject, name } }));
    expect(await fill(named('line\nbreak'))).toBeUndefined();
    expect(await fill(named('\ud800'))).toBeUndefined();
    expect(await fill({ ...named('Amara'), id: 'not an address' })).toBeUndefined();
    expect(await fill({ ...named('Amara'), validFrom: 'yesterday' })).toBeUndefined();
    const alike = [{ type: 'IdentityObject' }, { type: 'IdentityObject' }];
    expect(await fill({ ...named('Amara'), termsOfUse: alike })).toBeUndefined();
    expect(await fill({ ...named('Amara'), name: 'A text about _:c14n0' })).toBeUndefined();
    expect(await fill(named('Amara'))).toBeDefined();
  });

  it('is looked at again and again, and written down again for what says one word else of the achievement', async () => {
    const [templates, shapes] = [new QuadTemplates(canonicalise, hash), new BadgeShapes()];
    const source = (plan: IssuancePlan) => badgeSource(plan, () => buildOpenBadge(plan), shapes);
    const looked: number[] = [];
    for (let nth = 2; nth <= 1_001; nth += 1) {
      const filled = await templates.fill(source(aPlan({ subject: { ...base.subject, name: `Holder ${nth}` } })));
      if (filled?.isDue) looked.push(nth);
    }
    expect(looked).toEqual([10, 100, 1_000]);
    const [first, ...others] = base.criteria;
    const said = [
      { achievement: { ...base.achievement, description: 'One word else' } },
      { achievement: { ...base.achievement, tags: [...base.achievement.tags, 'one more'] } },
      { achievement: { ...base.achievement, eqfLevel: undefined } },
      { issuer: { ...base.issuer, name: 'Somebody else' } },
      { criteria: first ? [{ ...first, title: 'Another title' }, ...others] : [] },
      { demonstration: 'Made for trial.' },
      { validUntil: base.validUntil ? undefined : '2029-01-01T00:00:00Z' },
      {},
    ];
    for (const each of said) {
      const plan = aPlan(each);
      const filled = await templates.fill(source(plan));
      expect(filled?.text).toBe(JSON.stringify(buildOpenBadge(plan)));
    }
  });

  it('is never made from a shape that was once wrong', async () => {
    const templates = new QuadTemplates(canonicalise, hash);
    const [one, other] = [aPlan(), aPlan({ credentialId: 'urn:uuid:0195' })];
    const source = (plan: IssuancePlan) => badgeSource(plan, () => buildOpenBadge(plan));
    expect(await templates.fill(source(one))).toBeDefined();
    templates.distrust(source(one));
    expect(await templates.fill(source(other))).toBeUndefined();
  });

  it('does not take what a badge says for a place to fill', async () => {
    const templates = new QuadTemplates(canonicalise, hash);
    const said = aPlan({ achievement: { ...base.achievement, description: 'urn:assay-slot:1:' } });
    expect(await templates.fill(badgeSource(said, () => buildOpenBadge(said)))).toBeUndefined();
  });
});

describe('a document that is there already', () => {
  it('is canonicalised as the library does, whatever stands in it, and the library is asked for shapes only', async () => {
    let asked = 0;
    const library: Canonicalise = (document) => {
      asked += 1;
      return canonicalise(document);
    };
    const quickly = canonicaliseQuickly(library, hash);
    const named = (name: string) => buildOpenBadge(aPlan({ subject: { ...base.subject, name } }));
    const documents: JsonObject[] = [
      ...fc.sample(plan, { numRuns: 12, seed: 20261123 }).map(buildOpenBadge),
      ...['Amara', 'Amara', 'Noor', 'line\nbreak', 'line\nbreak', 'urn:assay-slot:1:', '0'].map(named),
      // As a forger would have it: one letter of the signed words, an end that moved, another place in the list.
      { ...named('Amara'), name: 'Something greater' },
      { ...named('Amara'), validUntil: '2099-01-01T00:00:00Z' },
      { ...named('Amara'), description: 'It says _:c14n0' },
      { '@context': named('')['@context'] ?? null, ...{ type: 'DataIntegrityProof', created: '2026-12-04T09:00:00Z' } },
    ];
    for (const document of [...documents, ...documents]) {
      const before = structuredClone(document);
      expect(await quickly(document)).toBe(await canonicalise(document));
      expect(document).toEqual(before);
    }
    const late = asked;
    for (const document of documents) await quickly(document);
    expect(asked).toBe(late);
    await expect(quickly({ ...named('Amara'), unexplained: 'A member of no context' })).rejects.toThrow();
  });
});

/** Any document, for what no plan would lead to. */
const sourceOf = (document: JsonObject) => ({
  shape: JSON.stringify(document),
  values: slotsOfBadge(document).map(({ holder, member }) => holder[member]),
  whole: () => structuredClone(document),
  slotsOf: slotsOfBadge,
});
