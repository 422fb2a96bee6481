import { randomUUID } from 'node:crypto';
import type { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { findAdministrator } from '../chain/people.js';
import { type Measured, median } from './goal.js';
import { cpuOf } from './process-usage.js';

const SKILLS = 14_000;
const ROUNDS = 7;
const WITHIN_MS = 2;

const SUGGEST =
  'query($words: String!) { searchSuggestions(words: $words) { kind id title context alsoCalled nearly } }';
const NOTHING = '{ viewer { person { id } } }';

// Invented skills in the manner of large frameworks: a verb, what it is done to, and where. 40 × 25 × 14 of them.
const VERBS =
  'adjust advise analyse apply arrange assemble assess calibrate clean coach compare conduct control coordinate create define design develop document draft draw estimate evaluate examine fit guide inspect install lead maintain manage measure monitor operate organise plan prepare repair test write'.split(
    ' ',
  );
const THINGS =
  'agreements alarms archives budgets cables contracts crops databases deliveries engines forecasts garments instruments interviews journeys lessons machines materials networks pipelines recipes reports signals timetables vehicles'.split(
    ' ',
  );
const PLACES =
  'abroad, at height, at sea, for children, for farms, for hospitals, for theatres, in cold rooms, in laboratories, in public, in teams, on railways, under pressure, with customers'.split(
    ', ',
  );
/** What people type, letter by letter; the last ones are misspelt, and one finds nothing. */
const TYPED = [
  ...[
    'inspect pip',
    'manage',
    'calibrate ins',
    'timetables',
    'write rep',
    'database hosp',
    'coach',
    'draw',
    'es',
    'railw',
  ],
  ...['calibrat instrumnts', 'timetabels', 'zzz'],
].flatMap((words) => Array.from({ length: words.length - 1 }, (_, letters) => words.slice(0, letters + 2)));

/** P17: what is offered while somebody types, among 14,000 skills; misspelt words too. */
export async function typeahead(product: OwnProduct): Promise<Measured[]> {
  await seed(product);
  const { client } = await findAdministrator(product.baseUrl);
  await refuseNonsense(client);
  const everyTyped = async (ask: (words: string) => Promise<unknown>) => {
    for (const words of TYPED) await ask(words);
  };
  const work = {
    ours: () => everyTyped((words) => client.ask(SUGGEST, { words })),
    empty: () => everyTyped(() => client.ask(NOTHING)),
    peer: () =>
      everyTyped((words) =>
        product.sql(
          'SELECT id, title FROM search_entry WHERE $1 <% title ORDER BY word_similarity($1, title) DESC LIMIT 10',
          [words],
        ),
      ),
    floor: () =>
      everyTyped((words) =>
        product.sql('SELECT id, title FROM search_entry WHERE title_words LIKE $1 ORDER BY title_words LIMIT 10', [
          ` ${words}%`,
        ]),
      ),
  };
  const seen: Record<keyof typeof work, number[]> = { ours: [], empty: [], peer: [], floor: [] };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, ask] of Object.entries(work) as [keyof typeof work, () => Promise<unknown>][]) {
      const used = await cpuOf(product, 1, ask);
      if (round > 0) seen[name].push(used / TYPED.length);
    }
  const cost = (name: keyof typeof work) => median(seen[name]);
  const ours = cost('ours') - cost('empty');
  return [
    {
      goal: 'P17',
      what: `suggestions among ${SKILLS.toLocaleString('en')} skills, ${TYPED.length} beginnings of words, beyond an empty request (${cost('empty').toFixed(2)})`,
      ours,
      peer: cost('peer'),
      floor: cost('floor'),
      unit: 'CPU ms',
      gate: `≤ ${WITHIN_MS} ms of server (with 1.3 for noise)`,
      ok: ours <= WITHIN_MS * 1.3,
    },
  ];
}

/** Fast and empty is worth nothing. */
async function refuseNonsense(client: Client): Promise<void> {
  for (const [words, title] of [
    ['calib instr lab', 'calibrate instruments in laboratories'],
    ['timetabels', 'timetables'],
  ] as const) {
    const answer = JSON.stringify(await client.ask(SUGGEST, { words }));
    if (!answer.includes(title)) throw new Error(`“${words}” does not find “${title}”: ${answer.slice(0, 300)}`);
  }
}

async function seed(product: OwnProduct): Promise<void> {
  await product.sql(
    `INSERT INTO search_entry (kind, id, title, context, synonyms, source_id, weight, title_words, code_words, words)
     SELECT 'SKILL', gen_random_uuid(), title, 'Invented', ARRAY[other], $4, n % 50, search_words(title), '', search_words(title, other)
     FROM (SELECT verb || ' ' || thing || ' ' || place AS title, thing || ' ' || place || ' work' AS other, row_number() OVER () AS n
           FROM unnest($1::text[]) verb, unnest($2::text[]) thing, unnest($3::text[]) place) invented`,
    [VERBS, THINGS, PLACES, randomUUID()],
  );
  await product.sql(
    `INSERT INTO search_word SELECT DISTINCT unnest(string_to_array(btrim(words), ' ')) FROM search_entry ON CONFLICT DO NOTHING`,
  );
  await product.sql('VACUUM ANALYZE search_entry');
  await product.sql('VACUUM ANALYZE search_word');
}
