import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {
  buildOpenBadge,
  canonicaliseWith,
  isObject,
  type JsonObject,
  type JsonValue,
  type RegisteredIssuer,
  structureProblems,
  toHex,
  verifyCredential,
} from '../src/index.js';
import { checkSignature } from '../src/issuer-check.js';
import { signedBytes } from '../src/data-integrity.js';
import jsonld from 'jsonld';
import { aPlan, contexts, readJson, sha256, sharedData, unreachable, withSharedData, world } from './support.js';

withSharedData('the W3C vectors of eddsa-rdfc-2022', 'w3c/data-integrity-vectors/eddsa', (folder) => {
  const examples = sharedData('w3c/contexts/credentials-examples-v2.jsonld') ?? '';
  const canonicalise = canonicaliseWith(
    jsonld.canonize.bind(jsonld),
    new Map([...contexts, ['https://www.w3.org/ns/credentials/examples/v2', readJson(examples)]]),
  );

  // The third vector, employ, needs a context that nobody ships; its canonical form is not ours to compute.
  it('the bytes to sign are theirs, and the signature holds', async () => {
    const path = 'eddsa-rdfc-2022';
    const signed = readJson(join(folder, path, 'signedDataInt.json'));
    const bytes = await signedBytes(signed, signed.proof as JsonObject, canonicalise, { sha256 });
    expect(toHex(bytes)).toBe(readFileSync(join(folder, path, 'combinedHashDataInt.txt'), 'utf8').trim());
    expect((await checkSignature(signed, world({ canonicalise }))).check.state).toBe('ok');
    const changed = { ...signed, validFrom: '2023-01-02T00:00:00Z' };
    expect((await checkSignature(changed, world({ canonicalise }))).check.state).toBe('failed');
  });

  it.each(['signedProofSet1.json', 'signedProofSet2.json'])(
    'proof-set-chain/%s: every signature of the set holds',
    async (name) => {
      const { check } = await checkSignature(readJson(join(folder, 'proof-set-chain', name)), world({ canonicalise }));
      expect([check.state, check.sentence]).toEqual(['ok', 'The signature is intact']);
    },
  );
});

withSharedData('the samples of the public Open Badges validator', 'openbadges/samples-3.0', (folder) => {
  const expected = readJson(join(folder, 'expected.json'));
  // Signed by older or other methods; each is named, none is passed over in silence.
  const otherMethods = ['simple_v1.json', 'simple-eddsa-2022.json', 'simple-did-key-method.json'];
  // Listed as invalid, with the note that the public validator only warns. So do we.
  const olderEdition = 'simple-context-version.json';
  const names = Object.keys(expected).filter((name) => name.endsWith('.json'));
  // Their issuers exist nowhere. The register stands in for the DID documents they never had.
  const keys = [
    'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
    'z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x',
    'z6Mknyb2Gb4NxzW3xSr9ChTtdQZ1zs77piQ3r9SaJ9vMzmrs',
  ];
  const register = (issuer: string): RegisteredIssuer | undefined =>
    issuer.startsWith('https://example.') ? { name: 'Sample issuer', register: 'these tests', keys } : undefined;
  const verify = (name: string) => {
    const offline = world({
      register,
      resolveIssuer: unreachable,
      loadStatusList: unreachable,
      now: new Date('2026-11-22T00:00:00Z'),
    });
    return verifyCredential(readJson(join(folder, name)), offline);
  };

  it.each(names.filter((name) => ![...otherMethods, olderEdition].includes(name)))(
    '%s is decided as expected',
    async (name) => {
      const entry = expected[name];
      const isValid = isObject(entry) && entry.expected === 'valid';
      expect((await verify(name)).verdict === 'genuine-and-current').toBe(isValid);
    },
  );

  it(`${olderEdition} is genuine, with a warning about its edition`, async () => {
    const { verdict, checks } = await verify(olderEdition);
    expect([verdict, checks[0]?.state]).toEqual(['genuine-and-current', 'warning']);
  });

  it.each(otherMethods)('%s is not passed as genuine, since its method is not ours', async (name) =>
    expect((await verify(name)).verdict).not.toBe('genuine-and-current'),
  );
});

withSharedData('the official JSON Schema', 'openbadges/schemas/ob_v3p0_achievementcredential_schema.json', (file) => {
  const ajv = new Ajv2019({ strict: false });
  addFormats(ajv);
  const validate = ajv.compile(readJson(file));
  const samples = join(file, '../../samples-3.0');
  const corpus = ['complete.json', 'simple.json', 'simple-did-key-method.json'].map((name) =>
    readJson(join(samples, name)),
  );
  const documents = [buildOpenBadge(aPlan()), buildOpenBadge(aPlan({ evidence: [], criteria: [] })), ...corpus];

  it('accepts every badge we build', () => {
    for (const document of documents.slice(0, 2)) expect([validate(document), validate.errors]).toEqual([true, null]);
  });

  it('says the same as our own check about every sample', () => {
    const names = Object.keys(readJson(join(samples, 'expected.json'))).filter((name) => name.endsWith('.json'));
    for (const name of names) {
      const document = readJson(join(samples, name));
      expect([name, structureProblems(document).length === 0]).toEqual([name, validate(document)]);
    }
  });

  it('says the same as our own check about 5,000 mutated documents', () => {
    const mutant = fc.record({
      base: fc.nat(documents.length - 1),
      steps: fc.array(
        fc.record({ at: fc.nat(), does: fc.constantFrom('remove', 'replace', 'wrap', 'add', 'rename'), with: value }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    let refused = 0;
    const check = fc.property(mutant, ({ base, steps }) => {
      const document = steps.reduce(
        (made, step) => mutate(made, step),
        structuredClone(documents[base] ?? {}) as JsonValue,
      );
      const official = validate(document);
      if (!official) refused++;
      const problems = structureProblems(document);
      if ((problems.length === 0) !== official)
        throw new Error(`${JSON.stringify(steps)}\n${JSON.stringify(problems)}\n${JSON.stringify(validate.errors)}`);
    });
    fc.assert(check, { numRuns: 5000, seed: 20261122 });
    // Both answers have to occur, or the agreement would mean nothing.
    expect(refused).toBeGreaterThan(1000);
    expect(refused).toBeLessThan(4500);
  });
});

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    0,
    3.5,
    '',
    'text',
    [],
    {},
    [''],
    [[]],
    { en: 'text' },
    { 'en-GB': 'text' },
    { English: 'text' },
    { en: 4 },
    { type: 'Image' },
  ),
  fc.constantFrom<JsonValue>(
    '2026-12-04T09:00:00Z',
    '2026-12-04',
    '2026-02-30T00:00:00Z',
    'ext:Skill',
    'ext:',
    'MicroCredential',
    'en',
    'english',
    'a.b.c',
  ),
  fc.constantFrom<JsonValue>(
    'Achievement',
    ['Achievement'],
    ['VerifiableCredential', 'OpenBadgeCredential'],
    'Image',
    ['Image'],
    'IdentityObject',
    { id: 'https://a.example', type: ['Profile'] },
  ),
);

type Step = { at: number; does: 'remove' | 'replace' | 'wrap' | 'add' | 'rename'; with: JsonValue };

function mutate(document: JsonValue, step: Step): JsonValue {
  const places = placesIn(document);
  const place = places[step.at % Math.max(places.length, 1)];
  if (!place) return document;
  const { holder, member } = place;
  const content = holder[member];
  if (step.does === 'remove' && Array.isArray(holder)) holder.splice(Number(member), 1);
  else if (step.does === 'remove') delete holder[member];
  else if (step.does === 'wrap') holder[member] = [content];
  else if (step.does === 'add' && isObject(content)) content[step.at % 2 ? 'type' : 'extra'] = step.with;
  else if (step.does === 'rename' && !Array.isArray(holder)) {
    delete holder[member];
    holder[`${member}x`] = content;
  } else holder[member] = step.with;
  return document;
}

function placesIn(value: JsonValue | undefined): { holder: Record<string, unknown>; member: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((member) => [{ holder, member }, ...placesIn(holder[member] as JsonValue)]);
}
