import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readCase } from './case-reader.js';
import type { CaseObject } from './case-shapes.rules.js';
import { formatFile } from './format-files.js';

const OFFICIAL = join(__dirname, '../../../../../../shared/data/frameworks/case');
const BASE = 'https://skills.bakery.example/ims/case/v1p1';
const BREAD = '11111111-1111-4111-8111-111111111111';
const DOUGH = '22222222-1111-4111-8111-111111111111';
const OVEN = '33333333-1111-4111-8111-111111111111';
const WHEN = '2026-01-05T08:00:00+00:00';

const item = (identifier: string, fullStatement: string, more: object = {}) => ({
  identifier,
  fullStatement,
  uri: `${BASE}/CFItems/${identifier}`,
  lastChangeDateTime: WHEN,
  ...more,
});

const link = (identifier: string, title = 'an end') => ({ title, identifier, uri: `${BASE}/CFItems/${identifier}` });

const association = (number: number, type: string, from: object, to: object, more: object = {}) => ({
  identifier: `aaaaaaaa-0000-4000-8000-00000000000${number}`,
  uri: `${BASE}/CFAssociations/aaaaaaaa-0000-4000-8000-00000000000${number}`,
  associationType: type,
  originNodeURI: from,
  destinationNodeURI: to,
  lastChangeDateTime: WHEN,
  ...more,
});

const document = {
  identifier: 'dddddddd-0000-4000-8000-000000000000',
  uri: `${BASE}/CFDocuments/dddddddd-0000-4000-8000-000000000000`,
  title: 'Bakery skills',
  creator: 'Guild of bakers',
  caseVersion: '1.1',
  lastChangeDateTime: WHEN,
  language: 'en',
  subject: ['Baking'],
};

/** A small package of our own that uses what packages use. */
function bakery(): CaseObject & { CFItems: CaseObject[]; CFAssociations: CaseObject[] } {
  return {
    CFDocument: document,
    CFItems: [
      item(BREAD, 'Bread', { CFItemType: 'Skill group' }),
      item(DOUGH, 'Mixes and proves a dough', {
        CFItemType: 'Skill',
        humanCodingScheme: 'B.1',
        alternativeLabel: 'dough making',
        conceptKeywords: ['dough making', 'kneading'],
        notes: 'By hand and by machine.',
        educationLevel: ['09'],
      }),
      item(OVEN, 'Loads, watches and empties a deck oven without burning anything or anybody.', {
        CFItemType: 'Performance indicator',
        abbreviatedStatement: 'Oven work',
        conceptKeywords: ['heat', 'safety'],
        extensions: { 'org.bakers': { shift: 'night' } },
      }),
    ],
    CFAssociations: [
      association(1, 'isChildOf', link(BREAD), { ...link(document.identifier), uri: document.uri }),
      association(2, 'isChildOf', link(DOUGH), link(BREAD), { sequenceNumber: 1 }),
      association(3, 'isChildOf', link(OVEN), link(BREAD), { sequenceNumber: 2 }),
      association(4, 'precedes', link(DOUGH), link(OVEN)),
      association(5, 'exactMatchOf', link(OVEN), {
        title: 'Oven operation',
        identifier: 'oven',
        uri: 'https://other.example/skills/oven',
        targetType: 'CASE',
      }),
    ],
    CFDefinitions: { CFSubjects: [], CFItemTypes: [] },
    CFRubrics: [{ identifier: BREAD, uri: `${BASE}/CFRubrics/${BREAD}`, lastChangeDateTime: WHEN, title: 'Loaf' }],
  };
}

/** In pieces of so many bytes: where a file is cut into pieces must not matter. */
const inPieces = (name: string, bytes: Buffer, size = 64 * 1024) =>
  formatFile('package', name, () =>
    Promise.resolve(
      Readable.from(
        Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
      ),
    ),
  );
const read = (given: unknown, size?: number) => readCase(inPieces('bakery.json', bytesOf(given), size));
const bytesOf = (given: unknown) => Buffer.from(typeof given === 'string' ? given : JSON.stringify(given, null, 2));

async function accepted(given: unknown, size?: number) {
  const answer = await read(given, size);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

async function refused(given: unknown) {
  const answer = await read(given);
  if (!('problems' in answer)) throw new Error('The package was read.');
  return answer.problems.map(({ kind, row, column, message }) => ({ kind, row, column, message }));
}

describe('a package of CASE 1.1', () => {
  it('gives skills by their identifiers, with codes, other labels and all the rest', async () => {
    const { content } = await accepted(bakery());
    expect(content.skills.map((skill) => [skill.id, skill.kind, skill.name, skill.coding])).toEqual([
      [BREAD, 'GROUP', 'Bread', null],
      [DOUGH, 'SKILL', 'Mixes and proves a dough', 'B.1'],
      [OVEN, 'STATEMENT', 'Oven work', null],
    ]);
    expect(content.skills[1]).toMatchObject({
      description: 'By hand and by machine.',
      synonyms: ['dough making', 'kneading'],
      uri: `${BASE}/CFItems/${DOUGH}`,
      source: { case: { educationLevel: ['09'], lastChangeDateTime: WHEN, labelsInKeywords: true } },
    });
    expect(content.skills[2]).toMatchObject({
      description: 'Loads, watches and empties a deck oven without burning anything or anybody.',
      synonyms: [],
      source: {
        case: {
          CFItemType: 'Performance indicator',
          conceptKeywords: ['heat', 'safety'],
          extensions: { 'org.bakers': { shift: 'night' } },
        },
      },
    });
  });

  it('gives relations of every kind, to skills here and to addresses elsewhere', async () => {
    const { relations } = (await accepted(bakery())).content;
    expect(relations?.map(({ type, origin, target, targetUri }) => [type, origin, target ?? targetUri])).toEqual([
      ['isChildOf', BREAD, document.uri],
      ['isChildOf', DOUGH, BREAD],
      ['isChildOf', OVEN, BREAD],
      ['precedes', DOUGH, OVEN],
      ['exactMatchOf', OVEN, 'https://other.example/skills/oven'],
    ]);
    expect(relations?.[4]).toMatchObject({
      targetTitle: 'Oven operation',
      source: { case: { target: { identifier: 'oven', targetType: 'CASE' } } },
    });
  });

  it('keeps the document, its definitions and its rubrics with the framework', async () => {
    expect((await accepted(bakery())).content.about).toMatchObject({
      language: 'en',
      uri: document.uri,
      source: {
        case: {
          identifier: document.identifier,
          creator: 'Guild of bakers',
          subject: ['Baking'],
          definitions: { CFSubjects: [], CFItemTypes: [] },
          rubrics: [{ title: 'Loaf' }],
        },
      },
    });
  });

  it('is read alike from one line, with a byte order mark, and wrapped', async () => {
    const { content } = await accepted(bakery());
    expect((await accepted(`\ufeff${JSON.stringify(bakery())}`)).content).toEqual(content);
    expect((await accepted({ CFPackage: bakery() })).content).toEqual(content);
  });

  it('is read alike wherever its pieces are cut, and in whatever order its parts stand', async () => {
    const { content } = await accepted(bakery());
    for (const size of [1, 7, 100]) expect((await accepted(bakery(), size)).content).toEqual(content);
    const { CFDocument, CFItems, CFAssociations, ...rest } = bakery();
    expect((await accepted({ ...rest, CFAssociations, CFItems, CFDocument })).content).toEqual(content);
  });

  it('keeps a kind of relation of the publisher’s own, and says so', async () => {
    const package_ = bakery();
    package_.CFAssociations[3] = association(4, 'ext:isTaughtBefore', link(DOUGH), link(OVEN));
    const { content, findings } = await accepted(package_);
    expect(content.relations?.[3]).toMatchObject({
      type: 'isRelatedTo',
      source: { case: { associationType: 'ext:isTaughtBefore' } },
    });
    expect(findings.map(({ kind, column }) => [kind, column])).toContainEqual([
      'ASSOCIATION_AS_IS',
      'CFAssociations[3]',
    ]);
  });
});

describe('packages that cannot be imported', () => {
  const changed = (change: (package_: ReturnType<typeof bakery>) => void) => {
    const package_ = bakery();
    change(package_);
    return refused(package_);
  };

  it('names the association that points nowhere', async () => {
    const nowhere = '99999999-1111-4111-8111-111111111111';
    const [first] = await changed((it) =>
      it.CFAssociations.splice(1, 1, association(2, 'isChildOf', link(DOUGH), link(nowhere))),
    );
    expect(first).toMatchObject({ kind: 'POINTS_NOWHERE', column: 'CFAssociations[1].destinationNodeURI' });
    expect(first?.message).toContain(nowhere);
    const beside = { title: 'x', identifier: nowhere, uri: `https://bakers.example/uri/${nowhere}` };
    const [without] = await changed((it) => {
      it['CFDocument'] = { ...document, uri: 'https://bakers.example/uri/the-document' };
      it.CFAssociations.push(association(6, 'isChildOf', link(DOUGH), beside));
    });
    expect(without).toMatchObject({ kind: 'POINTS_NOWHERE', column: 'CFAssociations[5].destinationNodeURI' });
    const lines = JSON.stringify(bakery(), null, 2).split('\n');
    expect(lines[(first?.row ?? 0) - 1]).toBe('    {');
    const elsewhere = { title: 'x', identifier: 'x', uri: 'https://other.example/x' };
    expect(
      await changed((it) => it.CFAssociations.push(association(6, 'isRelatedTo', elsewhere, elsewhere))),
    ).toMatchObject([{ kind: 'POINTS_NOWHERE', column: 'CFAssociations[5]' }]);
  });

  it('names the way of a circle', async () => {
    const [circle] = await changed((it) =>
      it.CFAssociations.push(association(6, 'isChildOf', link(BREAD), link(OVEN))),
    );
    expect(circle).toMatchObject({ kind: 'CYCLE' });
    expect(circle?.message).toMatch(/“Bread” → “Oven work” → “Bread”|“Oven work” → “Bread” → “Oven work”/);
    expect(
      (await changed((it) => it.CFAssociations.push(association(6, 'isChildOf', link(OVEN), link(OVEN)))))[0]?.message,
    ).toContain('“Oven work” → “Oven work”');
  });

  it('names what items lack, and identifiers that stand twice', async () => {
    expect(
      await changed((it) => {
        delete it.CFItems[0]?.['fullStatement'];
        it.CFItems.push(item(DOUGH, 'Once more'));
        it.CFItems.push({ fullStatement: 'Nameless' });
      }),
    ).toMatchObject([
      { kind: 'NO_STATEMENT', column: 'CFItems[0].fullStatement' },
      { kind: 'IDENTIFIER_TWICE', column: 'CFItems[3].identifier' },
      { kind: 'NO_IDENTIFIER', column: 'CFItems[4].identifier' },
      { kind: 'POINTS_NOWHERE' },
      { kind: 'POINTS_NOWHERE' },
      { kind: 'POINTS_NOWHERE' },
    ]);
  });

  it('names the line where a file was cut off, and what is no package at all', async () => {
    const text = JSON.stringify(bakery(), null, 2);
    const cut = text.slice(0, text.indexOf('"precedes"') + 4);
    expect(await refused(cut)).toMatchObject([{ kind: 'NOT_A_PACKAGE', row: cut.split('\n').length }]);
    expect(await refused('{"CFDocument": {}, "CFItems": [nonsense]}')).toMatchObject([
      { kind: 'NOT_A_PACKAGE', row: 1 },
    ]);
    expect(await refused('id,name\n1,Bread\n')).toMatchObject([{ kind: 'NOT_A_PACKAGE', row: 1 }]);
    expect(await refused('')).toMatchObject([{ kind: 'NOT_A_PACKAGE' }]);
    expect(await refused({ CFItems: [] })).toMatchObject([{ kind: 'MISSING_PART', column: 'CFDocument' }]);
    expect(await refused({ ...bakery(), CFItems: [], CFAssociations: [] })).toMatchObject([{ kind: 'NOTHING_THERE' }]);
  });
});

const real = existsSync(OFFICIAL) ? describe : describe.skip;

real('packages of the world', () => {
  const file = (name: string) => inPieces(name, readFileSync(join(OFFICIAL, name)));

  it('read 1,509 items of CASE 1.1 whole', async () => {
    const answer = await readCase(file('examples-v1p1/esco-digital-skills.cfpackage.json'));
    if ('problems' in answer) throw new Error(JSON.stringify(answer.problems.slice(0, 3)));
    expect([answer.content.skills.length, answer.content.relations?.length]).toEqual([1509, 1509]);
    expect(answer.content.skills.filter((skill) => skill.kind === 'GROUP')).toHaveLength(225);
  });

  it('read a package of CASE 1.0 with its liberties', async () => {
    const answer = await readCase(file('examples-v1p0/smarterbalanced-mockELAPackage.json'));
    if ('problems' in answer) throw new Error(JSON.stringify(answer.problems.slice(0, 3)));
    const { content, findings } = answer;
    expect([content.skills.length, content.relations?.length]).toEqual([37, 56]);
    expect(content.relations?.filter(({ targetUri }) => targetUri?.startsWith('local:'))).toHaveLength(16);
    expect(findings.map(({ kind, row }) => [kind, row])).toEqual(
      expect.arrayContaining([
        ['OLDER_CASE', 1],
        ['ITEM_AGAIN', 88],
      ]),
    );
  });
});
