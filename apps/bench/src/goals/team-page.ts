import { randomUUID } from 'node:crypto';
import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { type Measured, median } from './goal.js';
import { cpuOf } from './process-usage.js';

const SKILLS = 20;
/** How many of them hold badges: what a team costs does not depend on strangers' badges, only on an index being there. */
const HOLDERS = 5_000;
/** Asked at a time; alternating, so that what else the machine does meets all. */
const ASKED = 40;
const ROUNDS = 7;

const HEADS = '{ team(first: 0) { size skills { needed asked covered skill { id name } } } }';
const WORKED_OUT =
  'query($asOf: DateTime) { team(first: 0, asOf: $asOf) { size skills { needed asked covered skill { id name } } } }';
const PAGE = `{ team(first: 50) { size pageInfo { hasNextPage endCursor } skills { needed asked covered skill { id name } }
  people { jobTitle person { id displayName } cells { skillId level needed state validUntil credentialId } } } }`;

/**
 * P3: what a manager's team covers, for 12 and for 258 reports among many people. The columns come from
 * counts that are kept; beside them the same columns worked out from everybody's rows (peer), and the bare statement (floor).
 */
export async function teamPage(product: OwnProduct, people: number): Promise<Measured[]> {
  const managers = await seed(product, people);
  const small = await Client.signIn(product.baseUrl, managers.small);
  const large = await Client.signIn(product.baseUrl, managers.large);
  await refuseDifferentAnswers(small, large);

  const work = {
    small: () => small.ask(HEADS),
    large: () => large.ask(HEADS),
    workedOut: () => large.ask(WORKED_OUT, { asOf: new Date(Date.now() + 60_000).toISOString() }),
    smallPage: () => small.ask(PAGE),
    largePage: () => large.ask(PAGE),
    floor: () =>
      product.sql(
        'SELECT skill_id, kind, ordinal, sum(change)::int FROM team_change WHERE manager_id = $1 AND at <= now() GROUP BY 1, 2, 3',
        [managers.large],
      ),
  };
  const seen = Object.fromEntries(Object.keys(work).map((name) => [name, [] as number[]])) as Record<
    keyof typeof work,
    number[]
  >;
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, ask] of Object.entries(work) as [keyof typeof work, () => Promise<unknown>][]) {
      const used = await cpuOf(product, ASKED, ask);
      if (round > 0) seen[name].push(used);
    }
  const cost = (name: keyof typeof work) => median(seen[name]);
  return [
    {
      goal: 'P3',
      what: `team columns, 258 reports of ${people.toLocaleString('en')} people (12 reports: ${cost('small').toFixed(2)})`,
      ours: cost('large'),
      peer: cost('workedOut'),
      floor: cost('floor'),
      unit: 'CPU ms',
      gate: '≤ 2 × the same for 12 reports (with 1.3 for noise)',
      ok: cost('large') <= 2 * 1.3 * cost('small'),
    },
    {
      goal: 'P3',
      what: `first page of the team, 50 rows of 258 reports (all 12 of 12: ${cost('smallPage').toFixed(2)})`,
      ours: cost('largePage'),
      peer: null,
      floor: null,
      unit: 'CPU ms',
      gate: '≤ 50/12 × the page of 12 (with 1.3 for noise)',
      ok: cost('largePage') <= (50 / 12) * 1.3 * cost('smallPage'),
    },
  ];
}

/** A fast wrong answer is worth nothing: kept and worked out must be the same, and of the size that was seeded. */
async function refuseDifferentAnswers(...clients: Client[]): Promise<void> {
  for (const client of clients) {
    const kept = JSON.stringify(await client.ask(HEADS));
    const workedOut = JSON.stringify(
      await client.ask(WORKED_OUT, { asOf: new Date(Date.now() + 60_000).toISOString() }),
    );
    if (kept !== workedOut || !kept.includes('"covered"')) throw new Error(`The counts differ:\n${kept}\n${workedOut}`);
  }
}

/** Managers with 12 and 258 reports among many people; each holds 20 skills, and every job asks half of them. */
async function seed(product: OwnProduct, people: number): Promise<{ small: string; large: string }> {
  const [small, large, scale, framework, series, family, role, rung] = Array.from({ length: 8 }, () => randomUUID());
  const write = (sql: string, parameters: unknown[] = []) => product.sql(sql, parameters);
  await write(
    `INSERT INTO person (id, display_name, email, created_at)
    SELECT id, 'Manager ' || n, 'manager' || n || '@example.org', now() FROM unnest($1::uuid[]) WITH ORDINALITY AS m (id, n)`,
    [[small, large]],
  );
  await write(`INSERT INTO proficiency_scale (id, name) VALUES ($1, 'Four')`, [scale]);
  await write(
    `INSERT INTO proficiency_level (id, scale_id, ordinal, label) SELECT gen_random_uuid(), $1, n, 'Level ' || n FROM generate_series(1, 4) n`,
    [scale],
  );
  await write(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     VALUES ($1, $2, 'Invented', 'Us', '1', 'DRAFT', 'none', 'none', $3, now())`,
    [framework, series, scale],
  );
  await write(
    `INSERT INTO skill (id, series_id, code) SELECT gen_random_uuid(), $1, 'team' || n FROM generate_series(1, ${SKILLS}) n`,
    [series],
  );
  await write(
    `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position)
     SELECT gen_random_uuid(), id, $1, code, '[]', 1 FROM skill WHERE series_id = $2`,
    [framework, series],
  );
  await write(`INSERT INTO job_family VALUES ($1, $2, 'f', 'Works', 1)`, [family, framework]);
  await write(
    `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position) VALUES ($1, $2, $3, 'r', 'Fitter', '', '[]', 1)`,
    [role, framework, family],
  );
  await write(
    `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts) VALUES ($1, $2, $3, 'l', 'Fitter', 1, '', '[]', '{}')`,
    [rung, framework, role],
  );
  await write(
    `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position)
     SELECT gen_random_uuid(), $1, $2, id, 2, 2, false, 1 FROM (SELECT id FROM skill WHERE series_id = $3 ORDER BY code LIMIT ${SKILLS / 2}) half`,
    [framework, rung, series],
  );
  await write(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [framework]);
  await write(
    `WITH made AS (INSERT INTO achievement (id, created_at) SELECT gen_random_uuid(), now() FROM generate_series(1, ${SKILLS}) RETURNING id)
     INSERT INTO achievement_version (id, achievement_id, number, revision, state, name, description, skill_id, level_ordinal,
       outcomes, rubric, evidence_asked, cut_score, route, marking_policy, descriptors, created_at, published_at)
     SELECT gen_random_uuid(), a.id, 1, 1, 'PUBLISHED', 'Proof', '', s.id, 1 + s.n % 4, '[]', '{"criteria":[]}', '[]', 0.5, 'PORTFOLIO', 'SINGLE', '{}', now(), now()
     FROM (SELECT id, row_number() OVER () AS n FROM made) a JOIN (SELECT id, row_number() OVER () AS n FROM skill WHERE series_id = $1) s USING (n)`,
    [series],
  );
  // The first 12 report to one, the next 258 to the other, the rest to nobody of interest.
  await write(
    'CREATE UNLOGGED TABLE crowd AS SELECT gen_random_uuid() AS id, n::int FROM generate_series(1, $1::int) n',
    [people],
  );
  await write('CREATE INDEX ON crowd (n)');
  await write(
    `INSERT INTO person (id, display_name, email, created_at) SELECT id, 'Person ' || n, 'person' || n || '@example.org', now() FROM crowd`,
  );
  await write(
    `INSERT INTO employment (id, person_id, job_title, manager_id, job_role_level_id, starts_on)
     SELECT gen_random_uuid(), id, 'Fitter', CASE WHEN n <= 12 THEN $1::uuid WHEN n <= 270 THEN $2::uuid ELSE (SELECT id FROM crowd c WHERE c.n = 1 + crowd.n / 12) END, $3, '2020-01-01'
     FROM crowd WHERE n <= 270 OR 1 + n / 12 <> n`,
    [small, large, rung],
  );
  await write(
    `WITH held AS (SELECT crowd.id AS person_id, version.id AS version_id, gen_random_uuid() AS award_id, crowd.n
                   FROM crowd CROSS JOIN achievement_version version JOIN skill ON skill.id = version.skill_id WHERE skill.series_id = $1 AND crowd.n <= ${HOLDERS}),
     awarded AS (INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       SELECT award_id, person_id, version_id, 'DECISION', gen_random_uuid(), 'ISSUED', now(), '{}', now() FROM held RETURNING id)
     INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest)
     SELECT gen_random_uuid(), award_id, 1, person_id, version_id, now(), now() - interval '300 days', now() + (n % 700 + 30) * interval '1 day', 'ACTIVE', '{}', '' FROM held
     WHERE (SELECT count(*) FROM awarded) > 0`,
    [series],
  );
  await write('SELECT fold_team_changes(now())');
  await write('DROP TABLE crowd');
  await write('ANALYZE');
  return { small: small ?? '', large: large ?? '' };
}
