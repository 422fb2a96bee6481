import fc from 'fast-check';
import { type Filter, filter as evaluator } from 'scim2-parse-filter';
import { startApi, type TestApi } from './support/api.js';
import { addDirectory, type Directory, type ScimResource } from './support/scim.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Few words, so that random filters meet random people. */
const WORDS = ['Ada', 'ada', 'Al', 'Bob', 'bo', 'x.y', 'O"Neill', 'back\\slash', '50%', '_', ''];
const TEXTS = [
  'userName',
  'displayName',
  'title',
  'nickName',
  'name.givenName',
  'emails.value',
  'emails.type',
  'emails',
  `${ENTERPRISE}:department`,
  `${ENTERPRISE}:manager.value`,
  'externalId',
];
const EXACT = ['externalId', `${ENTERPRISE}:manager.value`];
const FLAGS = ['active', 'emails.primary'];

const text = fc.constantFrom(...WORDS);
const compare = (attrPath: fc.Arbitrary<string>, op: fc.Arbitrary<string>, compValue: fc.Arbitrary<unknown>) =>
  fc.record({ attrPath, op, compValue }) as unknown as fc.Arbitrary<Filter>;
const textOps = fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');

const inEmails = fc.letrec<{ inner: Filter }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 2 },
    compare(fc.constantFrom('value', 'type', 'display'), textOps, text),
    compare(fc.constant('primary'), fc.constantFrom('eq', 'ne'), fc.boolean()),
    fc.record({ op: fc.constant('pr'), attrPath: fc.constantFrom('value', 'type', 'primary') }) as fc.Arbitrary<Filter>,
    fc.record({ op: fc.constant('not'), filter: tie('inner') }) as fc.Arbitrary<Filter>,
    fc.record({
      op: fc.constantFrom('and', 'or'),
      filters: fc.array(tie('inner'), { minLength: 2, maxLength: 3 }),
    }) as fc.Arbitrary<Filter>,
  ),
})).inner;

const filters = fc.letrec<{ any: Filter }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    compare(fc.constantFrom(...TEXTS), textOps, text),
    compare(fc.constantFrom(...FLAGS), fc.constantFrom('eq', 'ne'), fc.boolean()),
    compare(
      fc.constant('meta.created'),
      fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
      fc.constantFrom('2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'),
    ),
    fc.record({
      op: fc.constant('pr'),
      attrPath: fc.constantFrom(...TEXTS, ...FLAGS, 'name', 'photos'),
    }) as fc.Arbitrary<Filter>,
    fc.record({ op: fc.constant('[]'), attrPath: fc.constant('emails'), valFilter: inEmails }) as fc.Arbitrary<Filter>,
    fc.record({ op: fc.constant('not'), filter: tie('any') }) as fc.Arbitrary<Filter>,
    fc.record({
      op: fc.constantFrom('and', 'or'),
      filters: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
    }) as fc.Arbitrary<Filter>,
  ),
})).any;

/** A filter in words, with every bracket and with capitals that must not matter. */
function inWords(it: Filter): string {
  switch (it.op) {
    case 'and':
    case 'or':
      return `(${it.filters.map(inWords).join(` ${it.op.toUpperCase()} `)})`;
    case 'not':
      return `not (${inWords(it.filter)})`;
    case '[]':
      return `${it.attrPath}[${inWords(it.valFilter)}]`;
    case 'pr':
      return `${it.attrPath.toUpperCase()} pr`;
    default:
      return `${it.attrPath.toLowerCase()} ${it.op} ${JSON.stringify(it.compValue)}`;
  }
}

/** The same for the library's own evaluator, which minds capitals: texts in small letters, where they do not matter. */
function folded(it: Filter): Filter {
  switch (it.op) {
    case 'and':
    case 'or':
      return { ...it, filters: it.filters.map(folded) };
    case 'not':
      return { ...it, filter: folded(it.filter) };
    case '[]':
      return { ...it, valFilter: folded(it.valFilter) };
    case 'pr':
      return it;
    default:
      return {
        ...it,
        attrPath: it.attrPath === 'emails' ? 'emails.value' : it.attrPath,
        compValue:
          typeof it.compValue === 'string' && !EXACT.includes(it.attrPath) && it.attrPath !== 'meta.created'
            ? it.compValue.toLowerCase()
            : it.compValue,
      };
  }
}

function foldedUser(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => foldedUser(each, path));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        foldedUser(
          inner,
          key === ENTERPRISE ? `${key}:` : path === '' || path.endsWith(':') ? path + key : `${path}.${key}`,
        ),
      ]),
    );
  return typeof value === 'string' && !EXACT.includes(path) && !path.startsWith('meta') ? value.toLowerCase() : value;
}

/**
 * The library's evaluator, condition by condition. Only a value path is told here: the library lets different values meet
 * the conditions inside one, where RFC 7644 means that one value meets all.
 */
function matcher(it: Filter): (user: Record<string, unknown>) => boolean {
  switch (it.op) {
    case 'and':
      return (user) => it.filters.every((each) => matcher(each)(user));
    case 'or':
      return (user) => it.filters.some((each) => matcher(each)(user));
    case 'not':
      return (user) => !matcher(it.filter)(user);
    case '[]':
      return (user) => ((user[it.attrPath] ?? []) as object[]).some(evaluator(it.valFilter));
    default:
      return evaluator(it);
  }
}

const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined });
const word = fc.constantFrom(...WORDS.filter((each) => each !== ''));
const email = fc.record({
  value: maybe(word),
  type: maybe(fc.constantFrom('work', 'Home', 'x.y')),
  display: maybe(word),
  primary: maybe(fc.constant(false)),
});
const person = fc.record({
  displayName: maybe(word),
  title: maybe(word),
  nickName: maybe(word),
  externalId: maybe(word),
  active: maybe(fc.boolean()),
  name: maybe(fc.record({ givenName: maybe(word), familyName: maybe(word) })),
  emails: maybe(fc.array(email, { maxLength: 3 })),
  [ENTERPRISE]: maybe(fc.record({ department: maybe(word), manager: maybe(fc.record({ value: word })) })),
});

describe('any SCIM filter and any PATCH', () => {
  let api: TestApi;
  let directory: Directory;
  beforeAll(async () => {
    api = await startApi();
    directory = await addDirectory(api);
  });
  afterAll(() => api.close());

  it('a filter finds in the database what the evaluator of its library finds in the answers', async () => {
    for (const [index, more] of fc.sample(person, { numRuns: 40, seed: 7 }).entries())
      await directory.addUser(`${WORDS[index % WORDS.length]}${index}`, more);
    const { Resources } = await directory.list('/Users?count=1000');
    expect(Resources).toHaveLength(40);
    let [asked, some] = [0, 0];
    await fc.assert(
      fc.asyncProperty(filters, async (it) => {
        const matches = matcher(folded(it));
        const wanted = Resources.filter((user) => matches(foldedUser(user) as Record<string, unknown>)).map(
          ({ userName }) => userName,
        );
        const found = await directory.list(
          `/Users?count=1000&attributes=userName&filter=${encodeURIComponent(inWords(it))}`,
        );
        asked += 1;
        if (wanted.length > 0 && wanted.length < 40) some += 1;
        expect(found.Resources.map(({ userName }) => userName)).toEqual(wanted);
        expect(found.totalResults).toBe(wanted.length);
      }),
      { numRuns: 200 },
    );
    console.info(`${asked} random filters agree; ${some} of them find some people and not all`);
    // Filters that all find nobody would prove nothing.
    expect(some).toBeGreaterThan(asked / 5);
  }, 120_000);

  it('a PATCH raises the version when it changes something, and an impossible one changes nothing', async () => {
    const possible = fc.oneof(
      fc.record({
        op: fc.constantFrom('add', 'Replace'),
        path: fc.constantFrom('title', 'nickName', 'name.givenName', `${ENTERPRISE}:department`),
        value: word,
      }),
      fc.record({
        op: fc.constant('remove'),
        path: fc.constantFrom(
          'title',
          'name',
          'emails',
          'emails[type eq "work"]',
          `${ENTERPRISE}:department`,
          ENTERPRISE,
        ),
      }),
      fc.record({
        op: fc.constantFrom('add', 'replace'),
        path: fc.constant('emails'),
        value: fc.array(email, { minLength: 1, maxLength: 2 }),
      }),
      fc.record({
        op: fc.constantFrom('add', 'replace'),
        path: fc.constantFrom('emails[type eq "work"].value', 'phoneNumbers[type eq "x.y"].display'),
        value: word,
      }),
      fc.record({ op: fc.constantFrom('add', 'replace'), value: person }),
    );
    const impossible = fc.constantFrom(
      { op: 'replace', path: 'shoeSize', value: '42' },
      { op: 'replace', path: 'emails[', value: 'x' },
      { op: 'remove', path: 'userName' },
      { op: 'replace', path: 'id', value: 'x' },
      { op: 'add', path: 'active', value: 'perhaps' },
      { op: 'replace', path: 'emails[type ne "nothing" and display eq "never"].value', value: 'x' },
      { op: 'turn', path: 'title', value: 'x' },
    );
    const requests = fc.array(
      fc.tuple(fc.array(possible, { minLength: 1, maxLength: 3 }), fc.option(impossible, { freq: 2 })),
      { minLength: 1, maxLength: 4 },
    );
    const versionOf = ({ meta }: ScimResource) => Number(/"(\d+)-/.exec((meta as { version: string }).version)?.[1]);
    const contentOf = ({ meta: _meta, ...rest }: ScimResource) => rest;
    const counted = { done: 0, refused: 0 };
    let number = 0;
    await fc.assert(
      fc.asyncProperty(person, requests, async (given, sequence) => {
        number += 1;
        let before = await directory.addUser(`sequence.${number}`, given);
        for (const [operations, last] of sequence) {
          const answer = await directory.patch(`/Users/${before.id}`, ...operations, ...(last ? [last] : []));
          const after = await directory.done('GET', `/Users/${before.id}`);
          if (last) expect(answer.status).toBe(400);
          else expect(answer.status).toBe(204);
          if (answer.status === 204) {
            const changed = JSON.stringify(contentOf(after)) !== JSON.stringify(contentOf(before));
            if (changed) expect(versionOf(after)).toBeGreaterThan(versionOf(before));
            expect(versionOf(after)).toBeGreaterThanOrEqual(versionOf(before));
            counted.done += 1;
          } else {
            expect(after).toEqual(before);
            counted.refused += 1;
          }
          before = after;
        }
      }),
      { numRuns: 40 },
    );
    expect(Math.min(counted.done, counted.refused)).toBeGreaterThan(20);
    console.info(`${counted.done} random requests were done, ${counted.refused} refused without a trace`);
  }, 120_000);
});
