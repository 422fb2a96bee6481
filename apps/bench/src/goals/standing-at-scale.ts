import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { root } from '../product/places.js';
import { type Measured, median } from './goal.js';
import { cpuOf } from './process-usage.js';

/** The processor's clock ticks every 10 ms: a window is long enough that one tick more or less does not matter. */
const WINDOW_MS = 500;
const LEAST_ASKED = 20;
const ROUNDS = 5;
/** A product in use has answered thousands of times: as often as this or for as long, before anything is counted. */
const WARM = { times: 300, ms: 4_000 };
const NOISE = 1.3;
const COLUMNS = 20;
/** Of one unit and of everything: a page that somebody waits for. */
const COVERAGE_MS = 300;
const BEST_MS = 10;
/** Of every job role level with everybody who could follow: a part of a page that comes after the rest of it. */
const SUCCESSION_MS = 1_500;

const LEAST = '{ viewer { person { id } } }';
const MAP = `query($skillIds: [ID!]) { skillMap(scope: ORGANISATION, skillIds: $skillIds) { size people { id name }
  columns { skill { id } asked covered need verified lapsed observed claimed } } }`;
const HEADS = `query($skillIds: [ID!]) { skillMap(scope: ORGANISATION, skillIds: $skillIds) { size columns { skill { id } asked covered } } }`;
const GAP = `query($level: ID!) { myReadiness(jobRoleLevelId: $level) { verified rows { gap verified { ordinal } requirement { id } } } }`;
const SUGGESTED = '{ myRoleSuggestions(first: 10) { jobRoleLevel { id } } }';
const BEST = `query($asked: [AskedSkillInput!]!) { whoCan(requirements: $asked, any: true, first: 20) { totalCount edges { node { personId } } } }`;
const SUPPLY = '{ skillSupply(first: 50) { totalCount edges { node { skillId of part holders } } } }';
const SUCCESSION = '{ benchStrength { figures { part of n } } successionDepth { ready there } }';
const BY_UNIT = 'query($skillId: ID) { unitCoverage(skillId: $skillId) { unitId people of part } }';

/** A manager by how many stand below. */
interface Leader {
  id: string;
  below: number;
}

/**
 * P2 to P5 on a generated organisation: what an employee and managers of any size of team wait for. A request costs
 * something before anything is asked, so the least of requests stands beside the bare statement.
 */
export async function standingAtScale(product: OwnProduct, people: number): Promise<Measured[]> {
  await seed(product, people);
  const leaders = await leadersOf(product);
  const [smallest, largest] = [leaders.at(-1), leaders[0]];
  const square = leaders.find(({ below }) => below <= 2_000);
  if (!smallest || !largest || !square) throw new Error('Nobody leads anybody.');
  const skills = await mostAskedBelow(product, largest.id);
  const [small, large, middle] = [
    await Client.signIn(product.baseUrl, smallest.id),
    await Client.signIn(product.baseUrl, largest.id),
    await Client.signIn(product.baseUrl, square.id),
  ];
  const employee = await anEmployee(product);
  const self = await Client.signIn(product.baseUrl, employee.id);
  const planner = await aPlanner(product);
  const asked = await askedAt(product, employee.levelId);
  await refuseWrongHeads(product, large, largest, skills);
  await refuseWrongCoverage(product, planner);

  const used = await alternating(product, {
    least: () => self.ask(LEAST),
    home: () => self.ask(HOME),
    homeSql: () => product.sql(HELD_OF_ONE, [employee.id, employee.levelId]),
    small: () => small.ask(HEADS, { skillIds: skills }),
    large: () => large.ask(HEADS, { skillIds: skills }),
    largeSql: () => product.sql(KEPT, [largest.id, skills]),
    matrix: () => middle.ask(MAP, { skillIds: skills }),
    matrixSql: () => product.sql(MATRIX, [square.id, skills]),
    gap: () => self.ask(GAP, { level: employee.levelId }),
    many: () => self.ask(SUGGESTED),
    manySql: () => product.sql(MANY_SQL, [employee.id]),
    best: () => planner.ask(BEST, { asked }),
    bestSql: () => product.sql(BEST_SQL, [JSON.stringify(asked)]),
    supply: () => planner.ask(SUPPLY),
    units: () => planner.ask(BY_UNIT, { skillId: skills[0] }),
    everything: () => planner.ask(BY_UNIT),
    succession: () => planner.ask(SUCCESSION),
  });
  const among = `1 of ${people.toLocaleString('en')} people`;
  const row = (goal: string, what: string, ours: number, more: Pick<Measured, 'floor' | 'gate' | 'ok'>): Measured => ({
    ...{ goal, what, ours, peer: null, unit: 'CPU ms', ...more },
  });
  const withLeast = (sql: number) => used.least + sql;
  return [
    row('P2', `employee home, ${among} (least request ${used.least.toFixed(1)})`, used.home, {
      floor: used.homeSql,
      gate: '≤ 2.5 × the least request with the bare statement (with 1.3 for noise)',
      ok: used.home <= 2.5 * NOISE * withLeast(used.homeSql),
    }),
    row(
      'P3',
      `${COLUMNS} skills of ${largest.below} people below (${smallest.below}: ${used.small.toFixed(1)})`,
      used.large,
      {
        floor: used.largeSql,
        gate: `≤ 2 × the same for ${smallest.below} (with 1.3 for noise)`,
        ok: used.large <= 2 * NOISE * used.small,
      },
    ),
    row('P4', `matrix of ${square.below} people × ${COLUMNS} skills`, used.matrix, {
      floor: used.matrixSql,
      gate: '≤ 2 × the least request with the bare statement (with 1.3 for noise)',
      ok: used.matrix <= 2 * NOISE * withLeast(used.matrixSql),
    }),
    row('P5', 'gap of one for one job role level', used.gap, {
      floor: used.homeSql,
      gate: '≤ 3 × the least request with the bare statement (with 1.3 for noise)',
      ok: used.gap <= 3 * NOISE * withLeast(used.homeSql),
    }),
    row('P5', 'one against the job role levels near', used.many, {
      floor: used.manySql,
      gate: '≤ 3 × the least request with the bare statement (with 1.3 for noise)',
      ok: used.many <= 3 * NOISE * withLeast(used.manySql),
    }),
    row('P5', `best 20 of ${people.toLocaleString('en')} for a job role level`, used.best, {
      floor: used.bestSql,
      gate: `≤ ${BEST_MS} ms beside the least request (with 1.3 for noise)`,
      ok: used.best <= NOISE * (BEST_MS + used.least),
    }),
    ...(['supply', 'units', 'everything'] as const).map((which) =>
      row('P5', `coverage ${COVERED[which]}`, used[which], {
        floor: null,
        gate: `≤ ${COVERAGE_MS} ms`,
        ok: used[which] <= COVERAGE_MS,
      }),
    ),
    row('P5', 'who could follow at every job role level', used.succession, {
      floor: null,
      gate: `≤ ${SUCCESSION_MS} ms`,
      ok: used.succession <= SUCCESSION_MS,
    }),
  ];
}

const COVERED = {
  supply: 'by skill, first page',
  units: 'of one skill by unit',
  everything: 'of all that is asked, by unit',
};

/** Every question in turns, so that what else the machine does meets all. */
async function alternating<Name extends string>(
  product: OwnProduct,
  work: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[];
  const asked = new Map<Name, number>();
  for (const name of names) {
    const began = Date.now();
    let times = 0;
    for (; times < WARM.times && Date.now() < began + WARM.ms; times += 1) await work[name]();
    const inWindow = Math.round((times * WINDOW_MS) / (Date.now() - began));
    asked.set(name, Math.max(LEAST_ASKED, inWindow));
    const answer = JSON.stringify(await work[name]());
    if (answer.includes('"errors"')) throw new Error(`${name}: ${answer.slice(0, 400)}`);
  }
  const seen = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) seen.get(name)?.push(await cpuOf(product, asked.get(name) ?? LEAST_ASKED, work[name]));
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<Name, number>;
}

/** By the product's own command, into the product that runs. */
async function seed(product: OwnProduct, people: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(product.doors, 'assay.js'), 'seed', 'scale', '--people', String(people), '--signed', '20'],
    { cwd: root, env: product.env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The organisation was not generated: ${code}.`);
  await product.sql('VACUUM ANALYZE');
}

/** From the one with most people below to the one with fewest. */
async function leadersOf(product: OwnProduct): Promise<Leader[]> {
  const rows = await product.sql<Leader>(
    `SELECT manager_id AS id, sum(change)::int AS below FROM line_change WHERE kind = 'THERE' GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  // The same number of direct reports at each step: whoever leads fewer has not got a whole team.
  return rows.filter(({ below }) => below >= 12);
}

async function mostAskedBelow(product: OwnProduct, leader: string): Promise<string[]> {
  const rows = await product.sql<{ id: string }>(
    `SELECT skill_id AS id FROM line_change WHERE manager_id = $1 AND kind = 'ASKED' GROUP BY 1 ORDER BY sum(change) DESC, 1 LIMIT ${COLUMNS}`,
    [leader],
  );
  return rows.map(({ id }) => id);
}

async function anEmployee(product: OwnProduct): Promise<{ id: string; levelId: string }> {
  const [row] = await product.sql<{ id: string; levelId: string }>(
    `SELECT job.person_id AS id, goal.job_role_level_id AS "levelId" FROM employment job JOIN goal ON goal.person_id = job.person_id
     WHERE NOT EXISTS (SELECT FROM employment led WHERE led.manager_id = job.person_id) ORDER BY job.person_id LIMIT 1`,
  );
  if (!row) throw new Error('Nobody has a goal.');
  return row;
}

/** Whoever the installation began with also plans for everybody. */
async function aPlanner(product: OwnProduct): Promise<Client> {
  const [row] = await product.sql<{ id: string }>(
    `SELECT person_id AS id FROM role_grant WHERE role = 'ADMINISTRATOR' AND starts_at IS NOT NULL LIMIT 1`,
  );
  await product.sql(
    `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES (gen_random_uuid(), $1, 'HR_DESIGNER', now())`,
    [row?.id],
  );
  return Client.signIn(product.baseUrl, row?.id ?? '');
}

function askedAt(product: OwnProduct, levelId: string): Promise<{ skillId: string; level: number }[]> {
  return product.sql(
    `SELECT skill_id AS "skillId", coalesce(level_ordinal, 1) AS level FROM job_role_requirement WHERE job_role_level_id = $1`,
    [levelId],
  );
}

/** A fast wrong answer is worth nothing: what is kept equals what a walk down finds. */
async function refuseWrongHeads(product: OwnProduct, large: Client, leader: Leader, skills: string[]): Promise<void> {
  const shown = await large.query<{
    size: number;
    columns: { skill: { id: string }; asked: number; covered: number }[];
  }>(HEADS, { skillIds: skills });
  const worked = await product.sql<{ id: string; asked: number; covered: number }>(WALKED, [leader.id, skills]);
  const line = (rows: { id: string; asked: number; covered: number }[]) =>
    rows
      .map(({ id, asked, covered }) => `${id} ${asked} ${covered}`)
      .sort()
      .join('\n');
  const ours = line(shown.columns.map(({ skill, asked, covered }) => ({ id: skill.id, asked, covered })));
  if (shown.size !== leader.below || ours !== line(worked))
    throw new Error(`The counts differ:\n${ours}\n\n${line(worked)}`);
}

async function refuseWrongCoverage(product: OwnProduct, planner: Client): Promise<void> {
  const page = await planner.query<{
    edges: { node: { skillId: string; of: number | null; part: number | null } }[];
  }>(SUPPLY);
  const ids = page.edges.map(({ node }) => node.skillId);
  const worked = await product.sql<{ id: string; asked: number; covered: number }>(EVERYBODY, [ids]);
  const right = new Map(worked.map((row) => [row.id, row]));
  for (const { node } of page.edges) {
    const { asked = 0, covered = 0 } = right.get(node.skillId) ?? {};
    if ((node.of !== null && node.of !== asked) || (node.part !== null && node.part !== covered))
      throw new Error(`Of ${node.skillId} ${node.part} of ${node.of} are shown, and ${covered} of ${asked} are right.`);
  }
}

/** The portal's own document, so that what is measured is what people wait for. */
const HOME = documentOf('apps/portal/src/features/home/home.documents.ts', 'HOME');

/** A document of the portal, with the fragments that it takes from other files. */
function documentOf(path: string, name: string): string {
  const text = readFileSync(join(root, path), 'utf8');
  const found = new RegExp(`export const ${name} = graphql\\(\\s*\`([^\`]+)\`(?:,\\s*\\[([\\w, ]*)\\])?`).exec(text);
  if (!found) throw new Error(`${path} has no document ${name}.`);
  const fragments = (found[2] ?? '').split(/[, ]+/).filter((word) => word !== '');
  // A word to the portal's own types, which no server knows.
  const own = (found[1] ?? '').replace(/ @_?unmask\b/g, '');
  return [own, ...fragments.map((word) => documentOf(whereIs(word, text, path), word))].join('\n');
}

/** The file that a name is imported from; without an import it is this one. */
function whereIs(word: string, text: string, path: string): string {
  const from = new RegExp(`import \\{[^}]*\\b${word}\\b[^}]*\\} from '([^']+)'`).exec(text)?.[1];
  return from === undefined ? path : join(dirname(path), from.replace(/\.js$/, '.ts'));
}

const COUNTS = `level.stands_from <= now() AND level.counts_until > now()`;
const BELOW = `WITH RECURSIVE below AS (
    SELECT person_id FROM employment WHERE manager_id = $1
    UNION SELECT job.person_id FROM below JOIN employment job ON job.manager_id = below.person_id)`;
/** From credentials alone, as no count is kept; all at once, for person by person it takes longer than all that is measured. */
const PROVED = `proved AS MATERIALIZED (
    SELECT credential.person_id, awards.skill_id, max(awards.level_ordinal) AS ordinal
    FROM credential JOIN award ON award.id = award_id AND basis = 'DECISION'
    JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
    WHERE status = 'ACTIVE' AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now()) GROUP BY 1, 2)`;
const MEETING = `SELECT asks.skill_id AS id, count(*)::int AS asked, count(proved.ordinal)::int AS covered`;
const WHO_MEETS = `JOIN job_role_requirement asks ON asks.job_role_level_id = job.job_role_level_id
  LEFT JOIN proved ON proved.person_id = job.person_id AND proved.skill_id = asks.skill_id
    AND proved.ordinal >= coalesce(asks.level_ordinal, 1)`;
const WALKED = `${BELOW}, ${PROVED} ${MEETING}
  FROM below JOIN employment job USING (person_id) ${WHO_MEETS} WHERE asks.skill_id = ANY ($2::uuid[]) GROUP BY 1`;
const EVERYBODY = `WITH ${PROVED} ${MEETING} FROM employment job ${WHO_MEETS} WHERE asks.skill_id = ANY ($1::uuid[]) GROUP BY 1`;
const KEPT = `SELECT skill_id, kind, sum(change)::int FROM line_change
  WHERE manager_id = $1 AND skill_id = ANY ($2::uuid[]) AND at <= now() GROUP BY 1, 2`;
const MATRIX = `${BELOW} SELECT string_agg(person_id || '.' || skill_id || '.' || ordinal, ' ') FROM (
    SELECT level.person_id, level.skill_id, max(level.ordinal) AS ordinal FROM below JOIN verified_level level USING (person_id)
    WHERE level.skill_id = ANY ($2::uuid[]) AND ${COUNTS} GROUP BY 1, 2) best`;
const HELD_OF_ONE = `SELECT asks.skill_id, coalesce(asks.level_ordinal, 1) AS needed, max(level.ordinal) AS held FROM job_role_requirement asks
  LEFT JOIN verified_level level ON level.person_id = $1 AND level.skill_id = asks.skill_id AND ${COUNTS}
  WHERE asks.job_role_level_id = $2 GROUP BY 1, 2`;
/** Of fifty levels, as the product weighs about as many before it names ten. */
const MANY_SQL = `SELECT asks.job_role_level_id,
    sum(asks.importance * least(coalesce(held.ordinal, 0), coalesce(asks.level_ordinal, 1)))::float8 / sum(asks.importance * coalesce(asks.level_ordinal, 1))
  FROM job_role_requirement asks LEFT JOIN (
    SELECT level.skill_id, max(level.ordinal) AS ordinal FROM verified_level level WHERE level.person_id = $1 AND ${COUNTS} GROUP BY 1) held
    USING (skill_id)
  WHERE asks.job_role_level_id IN (SELECT job_role_level_id FROM job_role_requirement GROUP BY 1 ORDER BY 1 LIMIT 50) GROUP BY 1`;
const BEST_SQL = `SELECT person_id, count(*) FROM (
    SELECT DISTINCT level.person_id, asked."skillId" FROM jsonb_to_recordset($1::jsonb) asked ("skillId" uuid, level int)
    JOIN verified_level level ON level.skill_id = asked."skillId" AND level.ordinal >= asked.level AND ${COUNTS}) met
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`;
