import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { OwnProduct } from '../product/own-product.js';
import { databaseCpu, postmasterOf, type Run, run } from './command-cost.js';
import { type Measured, median } from './goal.js';

const SKILLS = 14_000;
const OCCUPATIONS = 3_000;
const ASKED = 130_000;
const MOST_RESIDENT_MB = 500;
const ROUNDS = 3;

/** The tables that hold nearly all of it. */
const COPIED = ['skill', 'skill_revision', 'skill_relation', 'job_role', 'job_role_level', 'job_role_requirement'];
const ESCO = 'http://data.europa.eu/esco';

/**
 * P10: a framework of the size of ESCO, invented, by the command line: read, checked, compared and written. Beside it the
 * floor: the same finished rows by COPY into tables with nothing but their key, and into tables with every index, key and
 * check of ours. What opening the door of the command line costs without a command is taken off.
 */
export async function frameworkImport(): Promise<Measured[]> {
  const product = await OwnProduct.start();
  try {
    await product.kill('api');
    const postmaster = await postmasterOf(product);
    const folder = await write(product);
    const order = (title: string) => ['import', 'esco', folder, '--apply', '--title', title];
    const doors: number[] = [];
    const first: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      doors.push((await run(product, postmaster, [])).cpuMs);
      first.push(await run(product, postmaster, order(`Round ${round}`)));
    }
    const [{ n: rows } = { n: 0 }] = await product.sql<{ n: number }>(
      `SELECT (SELECT count(*) FROM skill_revision WHERE framework_id = it.id)::int
            + (SELECT count(*) FROM job_role_requirement WHERE framework_id = it.id)::int AS n
       FROM skill_framework it WHERE title = 'Round 0'`,
    );
    if (rows !== SKILLS + ASKED + 1) throw new Error(`There are ${rows} rows and not ${SKILLS + ASKED + 1}.`);
    const again: Run[] = [];
    const before = await rowsWritten(product);
    for (let round = 0; round < ROUNDS; round += 1) again.push(await run(product, postmaster, order('Round 0')));
    const written = (await rowsWritten(product)) - before;
    const bare = await floor(product, postmaster, 'bare');
    const finished = await floor(product, postmaster, 'as ours');
    const door = median(doors);
    const cost = (runs: readonly Run[]) => median(runs.map(({ cpuMs }) => cpuMs)) - door;
    const resident = Math.round(Math.max(...[...first, ...again].map(({ residentMb }) => residentMb)));
    const rate = /\(([\d,]+) a second\)/.exec(first.at(-1)?.said ?? '')?.[1] ?? '?';
    const what = `${SKILLS.toLocaleString('en')} skills and ${ASKED.toLocaleString('en')} skills asked for`;
    return [
      {
        goal: 'P10',
        what: `${what}: read, compared and written (${rate} rows a second; ${resident} MB at most)`,
        ours: cost(first),
        peer: null,
        floor: finished,
        unit: 'CPU ms',
        gate: `≤ 4 × COPY of the same rows into the same tables (with 1.3 for noise), < 500 MB; into tables with nothing but a key COPY takes ${Math.round(bare)}`,
        ok: cost(first) <= 4 * 1.3 * finished && resident < MOST_RESIDENT_MB,
      },
      {
        goal: 'P10',
        what: `the same files again (${written} rows written)`,
        ours: cost(again),
        peer: null,
        floor: bare,
        unit: 'CPU ms',
        gate: '≤ 4 × COPY into tables with nothing but a key (with 1.3 for noise), 0 rows written',
        ok: cost(again) <= 4 * 1.3 * bare && written === 0,
      },
    ];
  } finally {
    await product.stop();
  }
}

/** In the layout of the published files. */
async function write(product: OwnProduct): Promise<string> {
  const folder = join(product.folder, 'esco');
  mkdirSync(folder);
  const file = (name: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lined(lines)), createWriteStream(join(folder, name)));
  const skill = (n: number) => `${ESCO}/skill/${uuidOf('5', n)}`;
  const occupation = (n: number) => `${ESCO}/occupation/${uuidOf('0', n)}`;
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
  await file('skillGroups_en.csv', [
    'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code',
    `SkillGroup,${ESCO}/skill/top,skills,,,released,,,,,S`,
  ]);
  await file('skills_en.csv', [
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
    ...numbers(SKILLS).map(
      (n) =>
        `KnowledgeSkillCompetence,${skill(n)},${n % 4 === 0 ? 'knowledge' : 'skill/competence'},cross-sector,do thing ${n},"thing ${n}\nthe thing of ${n}",,released,,,,,"${'What is done, for whom, and how well. '.repeat(4)}"`,
    ),
  ]);
  await file('broaderRelationsSkillPillar_en.csv', [
    'conceptType,conceptUri,broaderType,broaderUri',
    ...numbers(SKILLS).map(
      (n) => `KnowledgeSkillCompetence,${skill(n)},SkillGroup,${n < 100 ? `${ESCO}/skill/top` : skill(n % 100)}`,
    ),
  ]);
  await file('occupations_en.csv', [
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code',
    ...numbers(OCCUPATIONS).map(
      (n) =>
        `Occupation,${occupation(n)},${1_000 + (n % 400)},keeper of ${n},"warden of ${n}",,released,,,,,,"${'Keeps it, day and night. '.repeat(6)}",${1_000 + (n % 400)}.${n}`,
    ),
  ]);
  await file('occupationSkillRelations_en.csv', [
    'occupationUri,relationType,skillType,skillUri',
    ...numbers(ASKED).map((n) => {
      const of = n % OCCUPATIONS;
      const which = (of * 37 + Math.floor(n / OCCUPATIONS) * 211) % SKILLS;
      return `${occupation(of)},${n % 2 === 0 ? 'essential' : 'optional'},skill/competence,${skill(which)}`;
    }),
  ]);
  return folder;
}

function* lined(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

const uuidOf = (kind: string, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The rows of one import once more by COPY, into tables of the same columns: with their key alone, or with everything. */
async function floor(product: OwnProduct, postmaster: number, how: 'bare' | 'as ours'): Promise<number> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const texts = new Map<string, Buffer>();
  const [{ id, series } = { id: '', series: '' }] = await product.sql<{ id: string; series: string }>(
    `SELECT id, series_id AS series FROM skill_framework WHERE title = 'Round 0'`,
  );
  for (const table of COPIED) {
    const pieces: Buffer[] = [];
    const where = table === 'skill' ? `series_id = '${series}'` : `framework_id = '${id}'`;
    for await (const piece of client.query(to(`COPY (SELECT * FROM ${table} WHERE ${where}) TO STDOUT`)))
      pieces.push(piece as Buffer);
    texts.set(table, Buffer.concat(pieces));
    const like = how === 'bare' ? '' : ' INCLUDING ALL';
    await client.query(`CREATE TABLE floor_${table} (LIKE ${table}${like})`);
    if (how === 'bare') await client.query(`ALTER TABLE floor_${table} ADD PRIMARY KEY (id)`);
    else await addKeys(client, table);
  }
  const [before, own] = [databaseCpu(postmaster), process.cpuUsage()];
  for (const [table, text] of texts)
    await pipeline(Readable.from(cut(text)), client.query(from(`COPY floor_${table} FROM STDIN`)));
  const used = process.cpuUsage(own);
  const cpu = databaseCpu(postmaster) - before + (used.user + used.system) / 1_000;
  await client.query(`DROP TABLE ${COPIED.map((table) => `floor_${table}`).join(', ')}`);
  await client.end();
  return cpu;
}

/** What a table refers to; its neighbours of the same COPY in their own copies. */
async function addKeys(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'`,
    [table],
  );
  for (const { definition } of rows) {
    const own = definition.replace(/REFERENCES (\w+)\(/, (words, target: string) =>
      COPIED.includes(target) ? `REFERENCES floor_${target}(` : words,
    );
    await client.query(`ALTER TABLE floor_${table} ADD ${own}`);
  }
  // References that are looked at per statement. The rows that these name are there: it is one import, once more.
  const { rows: triggers } = await client.query<{ definition: string }>(
    `SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname LIKE '%_names_insert'`,
    [table],
  );
  for (const { definition } of triggers) await client.query(definition.replace(/ ON [\w.]+ /, ` ON floor_${table} `));
}

function* cut(text: Buffer): Generator<Buffer> {
  for (let at = 0; at < text.length; at += 256 * 1024) yield text.subarray(at, at + 256 * 1024);
}

async function rowsWritten(product: OwnProduct): Promise<number> {
  const [row] = await product.sql<{ n: number }>(
    `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS n FROM pg_stat_user_tables WHERE relname = ANY ($1)`,
    [[...COPIED, 'skill_framework', 'job_family', 'job_role_edge', 'proficiency_scale', 'proficiency_level']],
  );
  return row?.n ?? 0;
}
