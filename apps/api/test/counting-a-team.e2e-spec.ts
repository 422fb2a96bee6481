import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { StandingsService } from '../src/features/standings/standings.service.js';
import { Viewer } from '../src/platform/access/viewer.js';
import { newId } from '../src/platform/database/id.js';
import { Transaction } from '../src/platform/database/transaction.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, addSkill } from './support/programme.js';
import { addRecognised, type Recognised } from './support/recognising.js';

const COLUMNS = `query($asOf: DateTime) { team(asOf: $asOf) { size skills { skill { id } needed asked covered } } }`;

interface Columns {
  team: { size: number; skills: { skill: { id: string }; needed: number | null; asked: number; covered: number }[] };
}

const TEAM_OF = 6;
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** What may happen to a team, each by the rows it changes. */
const happening = fc.oneof(
  fc.record({
    what: fc.constant('joins' as const),
    who: fc.nat(TEAM_OF - 1),
    boss: fc.nat(1),
    rung: fc.nat(2),
    from: fc.integer({ min: -40, max: 5 }),
    days: fc.integer({ min: 20, max: 90 }),
  }),
  fc.record({ what: fc.constant('leaves' as const), who: fc.nat(TEAM_OF - 1), on: fc.integer({ min: -2, max: 9 }) }),
  fc.record({
    what: fc.constant('earns' as const),
    who: fc.nat(TEAM_OF - 1),
    skill: fc.nat(1),
    level: fc.integer({ min: 1, max: 4 }),
    from: fc.integer({ min: -30, max: 5 }),
    days: fc.option(fc.integer({ min: 1, max: 40 })),
  }),
  fc.record({
    what: fc.constant('loses' as const),
    who: fc.nat(TEAM_OF - 1),
    to: fc.constantFrom('SUSPENDED', 'REVOKED', 'ACTIVE'),
  }),
  fc.record({
    what: fc.constant('is switched' as const),
    who: fc.nat(TEAM_OF - 1),
    active: fc.constantFrom(true, true, false),
  }),
  fc.record({
    what: fc.constant('asks otherwise' as const),
    rung: fc.nat(1),
    skill: fc.nat(1),
    level: fc.integer({ min: 1, max: 4 }),
    must: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('is suspended' as const),
    who: fc.nat(TEAM_OF - 1),
    kind: fc.constantFrom('SUSPEND', 'REINSTATE', 'REVOKE'),
    days: fc.integer({ min: 0, max: 25 }),
  }),
  fc.record({
    what: fc.constant('converts' as const),
    who: fc.nat(TEAM_OF - 1),
    level: fc.integer({ min: 1, max: 4 }),
    days: fc.integer({ min: 0, max: 25 }),
  }),
  fc.record({
    what: fc.constant('brings' as const),
    who: fc.nat(TEAM_OF - 1),
    skill: fc.nat(1),
    level: fc.integer({ min: 1, max: 4 }),
    from: fc.integer({ min: -30, max: 0 }),
    days: fc.option(fc.integer({ min: 1, max: 60 })),
  }),
  fc.record({ what: fc.constant('is withdrawn elsewhere' as const), who: fc.nat(TEAM_OF - 1) }),
  // An import: jobs end and others begin, of several people at once, and all is counted when it is done.
  fc.record({
    what: fc.constant('is imported' as const),
    who: fc.nat(TEAM_OF - 1),
    boss: fc.nat(1),
    rung: fc.nat(2),
    from: fc.integer({ min: -10, max: 5 }),
  }),
  // Ben comes under Ada for a while, or goes: everybody below comes and goes with him.
  fc.record({
    what: fc.constant('boss moves' as const),
    from: fc.integer({ min: -30, max: 20 }),
    days: fc.option(fc.integer({ min: 1, max: 40 })),
    under: fc.boolean(),
  }),
  fc.record({ what: fc.constant('folds' as const) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;

describe('counting what a team covers', () => {
  let api: TestApi;
  let bosses: TestClient[];
  let boss: string[];
  let people: string[] = [];
  let units: string[];
  let skills: string[];
  let rungs: (string | null)[];
  const versions = new Map<string, string>();
  /** What counts from elsewhere, as it was decided and as it fell. */
  const recognised: Recognised[] = [];
  let successors = 0;

  beforeAll(async () => {
    api = await startApi();
    const ids = await addPeople(api, { ada: [], ben: [], p0: [], p1: [], p2: [], p3: [], p4: [], p5: [] });
    boss = [ids.ada, ids.ben];
    units = [newId()];
    await api.sql(`INSERT INTO org_unit (id, name) VALUES ($1, 'Works')`, units);
    people = [ids.p0, ids.p1, ids.p2, ids.p3, ids.p4, ids.p5];
    // Somebody who stays, so that both are managers all the time.
    for (const managerId of boss) {
      const { stays } = await addPeople(api, { stays: [] });
      await employ(stays, managerId, null, '2020-01-01', null);
    }
    skills = [(await addSkill(api, 'Welding')).id, (await addSkill(api, 'Safety')).id];
    await addDraft();
    rungs = [await addRung('Fitter'), await addRung('Senior fitter'), null];
    await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE state = 'DRAFT'`);
    // What is published stays as it is; the counts hold even if it did not.
    await api.sql('ALTER TABLE job_role_requirement DISABLE TRIGGER job_role_requirement_stays_update');
    for (const skillId of skills) for (const level of [1, 2, 3, 4]) await addVersion(skillId, level);
    bosses = [await api.as(ids.ada), await api.as(ids.ben)];
  });
  afterAll(() => api.close());

  it('gives the same counts as everybody’s rows, whatever happened before', async () => {
    let [compared, levels] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 20 }), async (happenings) => {
        for (const each of happenings) await happen(each);
        for (const by of bosses) {
          const kept = await by.query<Columns>(COLUMNS);
          // A second later nothing has ended, and the answer is worked out from the rows.
          const workedOut = await by.query<Columns>(COLUMNS, { asOf: new Date(Date.now() + 1_000).toISOString() });
          expect(kept).toEqual(workedOut);
          compared += kept.team.skills.length;
        }
        // What is kept for other days equals the parts that follow from the facts.
        expect(await keptButNotTrue()).toEqual([]);
        expect(await keptAboveButNotTrue()).toEqual([]);
        levels += await comparedLevels();
      }),
      { numRuns: 16, seed: 20261122 },
    );
    expect(compared).toBeGreaterThan(20);
    expect(levels).toBeGreaterThan(20);
    expect(successors).toBeGreaterThan(20);
    // Worked out anew, nothing is different; and a count that is wrong would be seen.
    await api.sql('SELECT rebuild_team_counts()');
    expect([await keptButNotTrue(), await keptAboveButNotTrue()]).toEqual([[], []]);
    await api.sql('UPDATE line_change SET change = change + 1 WHERE ctid = (SELECT min(ctid) FROM line_change)');
    expect(await keptAboveButNotTrue()).not.toEqual([]);
    await api.sql('SELECT rebuild_team_counts()');
  });

  it('writes no count where somebody does something else at the same place', async () => {
    const { mel } = await addPeople(api, { mel: [] });
    await employ(mel, boss[0], rungs[0] ?? null, '2024-01-01', null);
    const counts = () =>
      api.sql('SELECT ctid, * FROM line_change UNION ALL SELECT ctid, * FROM unit_change ORDER BY 1, 2');
    const before = await counts();
    await together([mel], async (tx) => {
      await tx.query('UPDATE employment SET ends_on = current_date - 1 WHERE person_id = $1', [mel]);
      await tx.query(
        `INSERT INTO employment (id, person_id, job_title, manager_id, job_role_level_id, starts_on, org_unit_id)
         SELECT gen_random_uuid(), person_id, 'Welder', manager_id, job_role_level_id, current_date, org_unit_id FROM employment WHERE person_id = $1`,
        [mel],
      );
    });
    expect(await counts()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    // Told to count later, a request counts at once all the same: only the product itself may wait.
    const tx = await Transaction.open(api.app.get(DataSource), 'app_api', boss[0] ?? null);
    try {
      await tx.query(`SELECT set_config('app.jobs_counted', 'together', true)`);
      await expect(tx.query('SELECT count_jobs_of($1::uuid[])', [[mel]])).rejects.toThrow(/permission denied/);
    } finally {
      await tx.rollback();
    }
    await api.sql('DELETE FROM employment WHERE person_id = $1', [mel]);
  });

  it('loses nothing when a person’s job and badge change in the same moment', async () => {
    const [who] = people as [string];
    await Promise.all([
      ...[1, 2, 3].map((turn) => happen({ what: 'earns', who: 0, skill: 0, level: turn, from: -2, days: null })),
      happen({ what: 'joins', who: 0, boss: 0, rung: 1, from: -1, days: 30 }),
      happen({ what: 'is switched', who: 0, active: true }),
    ]);
    expect(await keptButNotTrue()).toEqual([]);
    expect(await api.sql('SELECT FROM team_part WHERE person_id = $1', [who])).not.toHaveLength(0);
  });

  it('lets nobody write the counts by hand, and shows each manager only the own', async () => {
    const seen = await api.sql<{ api: boolean; issuer: boolean }>(
      `SELECT has_table_privilege('app_api', 'team_change', 'INSERT, UPDATE, DELETE') AS api,
              has_table_privilege('app_issuer', 'team_change', 'INSERT, UPDATE, DELETE') AS issuer`,
    );
    expect(seen).toEqual([{ api: false, issuer: false }]);
    const tx = await Transaction.open(api.app.get(DataSource), 'app_api', boss[0] ?? null);
    try {
      const whose = await tx.query<{ mine: boolean }>('SELECT DISTINCT manager_id = $1 AS mine FROM team_change', [
        boss[0],
      ]);
      expect(whose).toEqual([{ mine: true }]);
      expect(await tx.query('SELECT FROM team_part')).toHaveLength(0);
    } finally {
      await tx.rollback();
    }
  });

  /** Sums of the changes at several moments that differ from the parts worked out anew. */
  function keptButNotTrue() {
    return api.sql(
      `WITH moment AS (SELECT now() + make_interval(days => n) AS at FROM unnest(ARRAY[0, 1, 7, 30, 90]) n),
       kept AS (SELECT moment.at, manager_id, skill_id, kind, ordinal, sum(change)::int AS people
                FROM moment JOIN team_change change ON change.at <= moment.at GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0),
       worked AS (SELECT moment.at, manager_id, skill_id, kind, ordinal, count(*)::int AS people
                  FROM moment, team_parts_of(ARRAY(SELECT id FROM person)) part WHERE part.during @> moment.at GROUP BY 1, 2, 3, 4, 5)
       (TABLE kept EXCEPT TABLE worked) UNION ALL (TABLE worked EXCEPT TABLE kept)`,
    );
  }

  /** Of everybody below a manager, and of each unit: sums that differ from a walk down at each moment. */
  function keptAboveButNotTrue() {
    return api.sql(
      `WITH RECURSIVE moment AS (SELECT now() + make_interval(days => n) AS at FROM unnest(ARRAY[0, 1, 7, 30, 90]) n),
       job AS (SELECT moment.at, employment.* FROM moment JOIN employment ON is_primary AND starts_on <= (moment.at AT TIME ZONE 'UTC')::date
         AND (ends_on IS NULL OR ends_on >= (moment.at AT TIME ZONE 'UTC')::date)),
       below AS (SELECT at, manager_id AS top, person_id FROM job WHERE manager_id IS NOT NULL
         UNION SELECT below.at, below.top, job.person_id FROM below JOIN job ON job.at = below.at AND job.manager_id = below.person_id),
       part AS (SELECT moment.at, part.* FROM moment, team_parts_of(ARRAY(SELECT id FROM person)) part
         WHERE part.during @> moment.at AND part.kind <> 'HELD'),
       worked AS (SELECT 'line' AS what, at, top AS whose, skill_id, kind, count(*)::int AS people FROM below JOIN part USING (at, person_id) GROUP BY 2, 3, 4, 5
         UNION ALL SELECT 'unit', at, unit_id, skill_id, kind, count(*)::int FROM part GROUP BY 2, 3, 4, 5),
       kept AS (SELECT 'line' AS what, moment.at, manager_id AS whose, skill_id, kind, sum(change)::int AS people
         FROM moment JOIN line_change change ON change.at <= moment.at GROUP BY 2, 3, 4, 5 HAVING sum(change) <> 0
         UNION ALL SELECT 'unit', moment.at, unit_id, skill_id, kind, sum(change)::int
         FROM moment JOIN unit_change change ON change.at <= moment.at GROUP BY 2, 3, 4, 5 HAVING sum(change) <> 0)
       (TABLE kept EXCEPT TABLE worked) UNION ALL (TABLE worked EXCEPT TABLE kept)`,
    );
  }

  /** What the product says of a day, beside what follows from credentials and what became of them: on days past and to come. */
  async function comparedLevels(): Promise<number> {
    const tx = await Transaction.open(api.app.get(DataSource), 'app_issuer', null);
    let compared = 0;
    try {
      const system = Viewer.system(tx, new Date());
      for (const days of [-28, -14, -3, 0, 9, 35]) {
        const asOf = new Date(Date.now() + days * 86_400_000);
        const shown = (await api.app.get(StandingsService).of(system, people, asOf))
          .filter(({ state }) => state === 'CURRENT')
          .map(({ personId, skillId, ordinal }) => `${personId} ${skillId} ${ordinal}`)
          .sort();
        const worked = await tx.query<{ line: string }>(
          `WITH proof AS (
             SELECT credential.person_id, awards.skill_id, awards.level_ordinal AS ordinal FROM credential
             JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
             JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
             WHERE credential.person_id = ANY ($1::uuid[]) AND credential.valid_from <= $2
               AND (credential.valid_until IS NULL OR credential.valid_until > $2)
               AND (credential.status = 'ACTIVE' OR credential.status_since > $2)
               AND credential.id <> ALL ((SELECT app_suspended_at($1::uuid[], $2))::uuid[])
             UNION ALL
             SELECT * FROM jsonb_to_recordset($3::jsonb) AS brought (person_id uuid, skill_id uuid, ordinal int)
           )
           SELECT proof.person_id || ' ' || counts.skill_id || ' ' || max(counts.ordinal) AS line FROM proof
           CROSS JOIN LATERAL (SELECT proof.skill_id, proof.ordinal
             UNION ALL SELECT taken.to_skill_id, taken.to_ordinal FROM accepted_conversion taken
             WHERE taken.person_id = proof.person_id AND taken.from_skill_id = proof.skill_id
               AND taken.from_ordinal = proof.ordinal AND taken.accepted_at <= $2) counts
           GROUP BY proof.person_id, counts.skill_id`,
          [people, asOf, JSON.stringify(recognisedOn(asOf))],
        );
        expect(shown).toEqual(worked.map(({ line }) => line).sort());
        compared += shown.length;
        const figures = await figuresByRows(tx, asOf);
        expect([days, await figuresOf(tx, asOf, false)]).toEqual([days, figures]);
        if (days > 0) expect([days, await figuresOf(tx, asOf, true)]).toEqual([days, figures]);
        expect([days, await behindButNotTrue(tx, asOf)]).toEqual([days, []]);
        for (const enough of [0.93, 0.6, 0.2]) {
          const { wrong, ready } = await readyButNotTrue(tx, asOf, enough);
          expect([days, enough, wrong]).toEqual([days, enough, []]);
          successors += ready;
        }
      }
    } finally {
      await tx.rollback();
    }
    return compared;
  }

  const recognisedOn = (asOf: Date) =>
    recognised
      .filter(({ from, cut, lastDay }) => {
        const ends = lastDay && Date.parse(lastDay) + 86_400_000;
        return from <= asOf && (!cut || cut > asOf) && (!ends || ends > asOf.getTime());
      })
      .map(({ personId, skillId, ordinal }) => ({ person_id: personId, skill_id: skillId, ordinal }));

  const figuresOf = (tx: Transaction, asOf: Date, kept: boolean) =>
    tx.query('SELECT * FROM app_insight_people($1, $2)', [asOf, kept]);

  /** What a figure about everybody counts, from the rows behind it. */
  const figuresByRows = (tx: Transaction, asOf: Date) =>
    tx.query(
      `WITH pair AS MATERIALIZED (SELECT * FROM app_insight_standing($1, NULL)),
       skill AS (SELECT count(*) FILTER (WHERE held >= needed) AS met FROM pair GROUP BY "skillId" HAVING count(needed) > 0),
       holder AS (SELECT min("validUntil") AS ends FROM pair WHERE held IS NOT NULL GROUP BY "personId")
       SELECT (count(DISTINCT "personId") FILTER (WHERE needed IS NOT NULL))::int AS people, count(needed)::int AS requirements,
         (count(*) FILTER (WHERE held >= needed))::int AS met, (SELECT count(*)::int FROM skill) AS skills,
         (SELECT count(*)::int FROM skill WHERE met = 0) AS uncovered,
         (SELECT count(*)::int FROM skill WHERE met BETWEEN 1 AND 4) AS thin, (SELECT count(*)::int FROM holder) AS holders,
         (SELECT count(*)::int FROM holder WHERE ends <= $1::timestamptz + interval '90 days') AS in90,
         (SELECT count(*)::int FROM holder WHERE ends <= $1::timestamptz + interval '180 days') AS in180
       FROM pair`,
      [asOf],
    );

  /** Whoever is ready, and how many where, that differs from weighing everything that everybody holds. */
  async function readyButNotTrue(tx: Transaction, asOf: Date, enough: number) {
    const [{ wrong, ready } = { wrong: [], ready: 0 }] = await tx.query<{ wrong: unknown[]; ready: number }>(
      `WITH pair AS MATERIALIZED (SELECT * FROM app_insight_standing($1, NULL)),
       whole AS (SELECT job_role_level_id AS "levelId", sum(importance * coalesce(level_ordinal, 1)) AS weight, count(*) FILTER (WHERE must_have) AS musts
         FROM job_role_requirement GROUP BY 1),
       worked AS MATERIALIZED (SELECT whole."levelId", pair."personId" FROM pair
         JOIN job_role_requirement asks ON asks.skill_id = pair."skillId" JOIN whole ON whole."levelId" = asks.job_role_level_id
         WHERE pair.held IS NOT NULL AND pair."levelId" IS DISTINCT FROM whole."levelId"
         GROUP BY whole."levelId", pair."personId", whole.weight, whole.musts
         HAVING sum(asks.importance * least(pair.held, coalesce(asks.level_ordinal, 1))) >= $2::float8 * whole.weight
           AND count(*) FILTER (WHERE asks.must_have AND pair.held >= coalesce(asks.level_ordinal, 1)) = whole.musts),
       there AS (SELECT "levelId", count(DISTINCT "personId")::int AS there FROM pair WHERE needed IS NOT NULL GROUP BY 1),
       told AS (SELECT "levelId", there, (SELECT count(*)::int FROM worked WHERE worked."levelId" = there."levelId") AS ready,
         (SELECT count(DISTINCT "personId")::int FROM pair) - there AS others FROM there),
       one AS (SELECT it.* FROM whole, app_insight_ready($1, $2, whole."levelId") it)
       SELECT (SELECT count(*)::int FROM worked) AS ready, coalesce(jsonb_agg(line), '[]') AS wrong FROM (
         SELECT to_jsonb(it) AS line FROM ((TABLE worked EXCEPT TABLE one) UNION ALL (TABLE one EXCEPT TABLE worked)) it
         UNION ALL SELECT to_jsonb(it) FROM ((SELECT * FROM told EXCEPT SELECT * FROM app_insight_succession($1, $2))
           UNION ALL (SELECT * FROM app_insight_succession($1, $2) EXCEPT SELECT * FROM told)) it) differing`,
      [asOf, enough],
    );
    return { wrong, ready };
  }

  /** What the rows behind figures are read from, beside everything that everybody holds. */
  const behindButNotTrue = (tx: Transaction, asOf: Date) =>
    tx.query(
      `WITH pair AS MATERIALIZED (SELECT * FROM app_insight_standing($1, NULL)),
       ending AS (SELECT DISTINCT ON ("personId") "personId", "skillId", "validUntil" FROM pair
         WHERE held IS NOT NULL AND "validUntil" <= $1::timestamptz + interval '30 days' ORDER BY "personId", "validUntil", "skillId"),
       each AS (SELECT "personId", "skillId", needed, held, "validUntil" FROM pair),
       standing AS (SELECT * FROM app_insight_standing_of($1, ARRAY(SELECT DISTINCT "personId" FROM pair))),
       there AS (SELECT DISTINCT "personId", "unitId", "levelId" FROM pair),
       here AS (SELECT * FROM app_insight_here($1) WHERE "personId" IN (SELECT "personId" FROM pair))
       SELECT to_jsonb(it) AS line FROM ((TABLE ending EXCEPT SELECT * FROM app_insight_ending($1, 30))
         UNION ALL (SELECT * FROM app_insight_ending($1, 30) EXCEPT TABLE ending)) it
       UNION ALL SELECT to_jsonb(it) FROM ((TABLE each EXCEPT TABLE standing) UNION ALL (TABLE standing EXCEPT TABLE each)) it
       UNION ALL SELECT to_jsonb(it) FROM ((TABLE there EXCEPT TABLE here) UNION ALL (TABLE here EXCEPT TABLE there)) it`,
      [asOf],
    );

  async function happen(each: Happening): Promise<void> {
    const who = 'who' in each ? people[each.who] : null;
    switch (each.what) {
      case 'joins': {
        // One primary employment at a time: the former one makes room.
        await api.sql('DELETE FROM employment WHERE person_id = $1 AND manager_id = $2', [who, boss[each.boss]]);
        await api.sql('UPDATE employment SET is_primary = false WHERE person_id = $1', [who]);
        return employ(who, boss[each.boss], rungs[each.rung] ?? null, day(each.from), day(each.from + each.days));
      }
      case 'leaves':
        // Of several main jobs, one after another, the last: earlier ones would reach into those after them.
        await api.sql(
          `UPDATE employment SET ends_on = greatest(starts_on, $2::date) WHERE person_id = $1 AND (NOT is_primary
             OR starts_on = (SELECT max(starts_on) FROM employment other WHERE other.person_id = $1 AND other.is_primary))`,
          [who, day(each.on)],
        );
        return;
      case 'earns':
        return earn(
          who ?? '',
          skills[each.skill] ?? '',
          each.level,
          day(each.from),
          each.days === null ? null : day(each.from + each.days),
        );
      case 'brings': {
        const what = { personId: who ?? '', skillId: skills[each.skill] ?? '', ordinal: each.level };
        const from = new Date(Date.now() + each.from * 86_400_000);
        const lastDay = each.days === null ? null : day(each.from + each.days);
        recognised.push(await addRecognised(api, { ...what, from, lastDay }, boss[0] ?? ''));
        return;
      }
      case 'is withdrawn elsewhere': {
        const last = recognised.findLast(({ personId, cut }) => personId === who && !cut);
        if (!last) return;
        await api.sql(`UPDATE external_credential SET verdict = 'revoked' WHERE id = $1`, [last.id]);
        last.cut = new Date();
        return;
      }
      case 'loses':
        await api.sql(
          'UPDATE credential SET status = $2 WHERE id = (SELECT id FROM credential WHERE person_id = $1 ORDER BY id DESC LIMIT 1)',
          [who, each.to],
        );
        return;
      case 'is switched':
        await api.sql('UPDATE person SET active = $2 WHERE id = $1', [who, each.active]);
        return;
      case 'asks otherwise':
        await api.sql(
          'UPDATE job_role_requirement SET level_ordinal = $3, must_have = $4 WHERE job_role_level_id = $1 AND skill_id = $2',
          [rungs[each.rung], skills[each.skill], each.level, each.must],
        );
        return;
      case 'is suspended': {
        const [last] = await api.sql<{ id: string }>(
          'SELECT id FROM credential WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
          [who],
        );
        if (!last) return;
        const at = new Date(Date.now() - each.days * 86_400_000);
        await api.sql(
          `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at, done_at)
           VALUES ($1, $2, $3, $4, 'ISSUED_IN_ERROR', '', 'DONE', $5, $6, $5, $6, $6)`,
          [newId(), last.id, who, each.kind, boss[0], at],
        );
        const status = { SUSPEND: 'SUSPENDED', REINSTATE: 'ACTIVE', REVOKE: 'REVOKED' }[each.kind];
        await api.sql('UPDATE credential SET status = $2, status_since = $3 WHERE id = $1', [last.id, status, at]);
        return;
      }
      case 'converts':
        await api.sql(
          `INSERT INTO accepted_conversion (id, purpose, person_id, from_skill_id, from_ordinal, to_skill_id, to_ordinal, accepted_by, accepted_at)
           VALUES ($1, 'STANDING', $2, $3, $4, $5, $4, $2, $6) ON CONFLICT DO NOTHING`,
          [newId(), who, skills[0], each.level, skills[1], new Date(Date.now() - each.days * 86_400_000)],
        );
        return;
      case 'is imported':
        return together([who ?? '', boss[1] ?? ''], async (tx) => {
          await tx.query(
            `UPDATE employment SET ends_on = $2::date - 1 WHERE person_id = ANY ($1::uuid[]) AND is_primary AND starts_on < $2::date
               AND (ends_on IS NULL OR ends_on >= $2::date)`,
            [[who, boss[1]], day(each.from)],
          );
          await tx.query(
            `INSERT INTO employment (id, person_id, job_title, manager_id, job_role_level_id, starts_on, ends_on, org_unit_id)
             SELECT gen_random_uuid(), person_id, 'Welder', manager_id, job_role_level_id, $2::date, $2::date + 30, org_unit_id
             FROM employment old WHERE person_id = $1 AND ends_on = $2::date - 1 AND NOT EXISTS (
               SELECT FROM employment other WHERE other.person_id = $1 AND other.is_primary AND other.starts_on BETWEEN $2::date AND $2::date + 30)`,
            [boss[1], day(each.from)],
          );
          await tx.query(
            `INSERT INTO employment (id, person_id, job_title, manager_id, job_role_level_id, starts_on, ends_on, org_unit_id)
             SELECT gen_random_uuid(), $1, 'Welder', $3, $4, $2::date, $2::date + 30, $5 WHERE NOT EXISTS (
               SELECT FROM employment other WHERE other.person_id = $1 AND other.is_primary AND other.starts_on <= $2::date + 30
                 AND (other.ends_on IS NULL OR other.ends_on >= $2::date))`,
            [who, day(each.from), boss[each.boss], rungs[each.rung] ?? null, units[0]],
          );
        });
      case 'boss moves':
        await api.sql('DELETE FROM employment WHERE person_id = $1', [boss[1]]);
        if (each.under)
          await employ(
            boss[1],
            boss[0],
            rungs[0] ?? null,
            day(each.from),
            each.days === null ? null : day(each.from + each.days),
          );
        return;
      case 'folds':
        await api.sql('SELECT fold_team_changes(now())');
    }
  }

  /** As an import changes jobs: the product itself, in one transaction, counted at its end. */
  async function together(whose: string[], change: (tx: Transaction) => Promise<void>): Promise<void> {
    const tx = await Transaction.open(api.app.get(DataSource), 'app_issuer', null);
    try {
      await tx.query(`SELECT set_config('app.jobs_counted', 'together', true)`);
      await change(tx);
      await tx.query('SELECT count_jobs_of($1::uuid[])', [whose]);
      await tx.commit();
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  async function employ(who: unknown, managerId: unknown, rung: string | null, from: string, until: string | null) {
    await api.sql(
      `INSERT INTO employment (id, person_id, job_title, manager_id, job_role_level_id, starts_on, ends_on, org_unit_id) VALUES ($1, $2, 'Fitter', $3, $4, $5, $6, $7)`,
      [newId(), who, managerId, rung, from, until, units[people.indexOf(who as string) % 2] ?? null],
    );
  }

  async function earn(who: string, skillId: string, level: number, from: string, until: string | null): Promise<void> {
    const [award, credential] = [newId(), newId()];
    const version = versions.get(`${skillId} ${level}`);
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'DECISION', $4, 'ISSUED', now(), '{}', now())`,
      [award, who, version, newId()],
    );
    await api.sql(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest)
       VALUES ($1, $2, 1, $3, $4, now(), $5, $6, 'ACTIVE', '{}', '')`,
      [credential, award, who, version, from, until],
    );
  }

  async function addDraft(): Promise<void> {
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       SELECT $1, $2, 'Works', 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', scale_id, now() FROM skill_framework LIMIT 1`,
      [newId(), newId()],
    );
  }

  async function addRung(name: string): Promise<string> {
    const [framework] = await api.sql<{ id: string }>(`SELECT id FROM skill_framework WHERE state = 'DRAFT'`);
    const [family, role, rung] = [newId(), newId(), newId()];
    await api.sql(`INSERT INTO job_family VALUES ($1, $2, $3, 'Works', 1)`, [family, framework?.id, name]);
    await api.sql(
      `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position) VALUES ($1, $2, $3, $4, $4, '', '[]', 1)`,
      [role, framework?.id, family, name],
    );
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts) VALUES ($1, $2, $3, $4, $4, 1, '', '[]', '{}')`,
      [rung, framework?.id, role, name],
    );
    for (const [index, skillId] of skills.entries())
      await api.sql(
        `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position) VALUES ($1, $2, $3, $4, $5, 2, false, 1)`,
        [newId(), framework?.id, rung, skillId, index + 2],
      );
    return rung;
  }

  async function addVersion(skillId: string, level: number): Promise<void> {
    const [achievement, version] = [newId(), newId()];
    await api.sql('INSERT INTO achievement (id, created_at) VALUES ($1, now())', [achievement]);
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, revision, state, name, description, skill_id, level_ordinal,
         outcomes, rubric, evidence_asked, cut_score, route, marking_policy, descriptors, created_at, published_at)
       VALUES ($1, $2, 1, 1, 'PUBLISHED', 'Proof', '', $3, $4, '[]', '{"criteria":[]}', '[]', 0.5, 'PORTFOLIO', 'SINGLE', '{}', now(), now())`,
      [version, achievement, skillId, level],
    );
    versions.set(`${skillId} ${level}`, version);
  }
});
