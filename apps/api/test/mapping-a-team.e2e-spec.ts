import { appendFileSync } from 'node:fs';
import { readLevels } from '@assay/pathway';
import { CommandLine } from '../src/platform/commands/command-line.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { askedAt, type Compared, drawn, type Facts, factsOf, levelAt, stood } from './support/facts.js';
import { numbersOfScreens } from './support/numbers-of-screens.js';

const PEOPLE = Number(process.env.MAP_PEOPLE ?? 60);
/** Numbers that are worked out again, at each of three dates. */
const NUMBERS = Number(process.env.MANY ?? 300);
const DAY = 86_400_000;

interface Column {
  skill: { id: string; name: string };
  asked: number;
  covered: number;
  need: string;
  verified: string;
  lapsed: string;
  observed: string;
  claimed: string;
}
interface SkillMap {
  size: number;
  people: { id: string; name: string }[];
  columns: Column[];
}
/** A count that says of everybody below somebody that they are many. */
const MANY = `SELECT $1::uuid, '00000000-0000-0000-0000-000000000000'::uuid, 'THERE', now() - interval '1 day', 5000`;
const SCREENS = [
  ...['map', 'many', 'team', 'readiness', 'home', 'gap', 'needs', 'asking'],
  ...['supply', 'units', 'figures', 'succession', 'costs', 'goals'],
];
const MAP = `query($scope: SkillMapScope!, $asOf: DateTime, $unitId: ID, $skillIds: [ID!], $level: ID) {
  skillMap(scope: $scope, asOf: $asOf, unitId: $unitId, skillIds: $skillIds, jobRoleLevelId: $level) { size people { id name }
    columns { skill { id name } asked covered need verified lapsed observed claimed } } }`;

describe('mapping a team', () => {
  let api: TestApi;
  let top: TestClient;
  let planner: TestClient;
  /** By number, in the order in which the generator made them: the first leads everybody. */
  let people: string[];

  beforeAll(async () => {
    api = await startApi();
    const said: string[] = [];
    const words = ['seed', 'scale', '--people', String(PEOPLE), '--skills', '200', '--signed', '2'];
    const out = (line: string) => void said.push(line);
    expect([await api.app.get(CommandLine).run(api.app, words, { out, err: out }), said.at(-1)]).toEqual([
      0,
      expect.stringMatching(/^Seed 1, /) as string,
    ]);
    people = (await api.sql<{ id: string }>('SELECT id FROM person ORDER BY length(person_number), person_number')).map(
      ({ id }) => id,
    );
    top = await api.as(people[0] ?? '');
    await liveOn();
    await aim();
    await api.sql(
      `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES (gen_random_uuid(), $1, 'HR_DESIGNER', now())`,
      [people[20]],
    );
    planner = await api.as(people[20] ?? '');
  }, 120_000);
  afterAll(() => api.close());

  /** Of every fifth credential something became, and of some more than once: all of it on days past. */
  async function liveOn(): Promise<void> {
    await api.sql(
      `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at, done_at)
       SELECT gen_random_uuid(), id, person_id, kind, 'ISSUED_IN_ERROR', '', 'DONE', $1, at, $1, at, at FROM (
         SELECT id, person_id, kind, valid_from + part * (now() - valid_from) AS at
         FROM (SELECT *, row_number() OVER (ORDER BY id) AS nth FROM credential) it
         JOIN (VALUES (0, 'SUSPEND', 0.3), (1, 'SUSPEND', 0.2), (1, 'REINSTATE', 0.6), (2, 'REVOKE', 0.5),
           (3, 'SUSPEND', 0.1), (3, 'REINSTATE', 0.3), (3, 'SUSPEND', 0.8)) AS fate (which, kind, part) ON nth % 20 = which) happened`,
      [people[0]],
    );
    await api.sql(
      `UPDATE credential SET status_since = last.done_at,
         status = CASE last.kind WHEN 'SUSPEND' THEN 'SUSPENDED' WHEN 'REVOKE' THEN 'REVOKED' ELSE 'ACTIVE' END
       FROM (SELECT DISTINCT ON (credential_id) * FROM credential_change ORDER BY credential_id, done_at DESC) last
       WHERE last.credential_id = credential.id`,
    );
  }

  const map = async (as: TestClient, more: Record<string, unknown> = {}) =>
    (await as.query<{ skillMap: SkillMap }>(MAP, { scope: 'ORGANISATION', ...more })).skillMap;

  it('shows who reports to the viewer, or everybody below, and nobody else', async () => {
    expect((await map(top, { scope: 'REPORTS' })).size).toBe(12);
    expect((await map(top)).size).toBe(PEOPLE - 1);
    const second = await api.as(people[1] ?? '');
    const below = await map(second);
    expect(below.people.map(({ id }) => id).sort()).toEqual(people.slice(13, 25).sort());
    const nobody = await api.as(people.at(-1) ?? '');
    const denied = await nobody.ask(MAP, { scope: 'ORGANISATION' });
    expect(JSON.stringify(denied)).not.toContain('columns":[{');
  });

  it('is narrowed to a unit, to chosen skills, and to what another job asks', async () => {
    const { skillMapScopes: scopes } = await top.query<{
      skillMapScopes: { organisation: number; units: { id: string; name: string; people: number }[] };
    }>('{ skillMapScopes { organisation units { id name people } } }');
    const unit = scopes.units.find(({ name }) => name === 'Unit 1');
    expect([scopes.organisation, unit?.people]).toEqual([PEOPLE - 1, (await map(top, { unitId: unit?.id })).size]);
    const whole = await map(top);
    const [first, second] = whole.columns;
    const chosen = await map(top, { skillIds: [second?.skill.id, first?.skill.id] });
    expect(chosen.columns).toEqual([second, first]);
    const [rung] = await api.sql<{ id: string; skillId: string; level: number }>(
      `SELECT job_role_level_id AS id, skill_id AS "skillId", level_ordinal AS level FROM job_role_requirement
       WHERE level_ordinal IS NOT NULL ORDER BY id LIMIT 1`,
    );
    const compared = await map(top, { level: rung?.id, skillIds: [rung?.skillId] });
    expect(new Set(readLevels(compared.columns[0]?.need ?? ''))).toEqual(new Set([rung?.level]));
    expect(compared.columns[0]?.asked).toBe(PEOPLE - 1);
  });

  it('of more people than a map shows there are the same numbers, and each of them is still found', async () => {
    const SCOPES = '{ skillMapScopes { reports organisation units { id name people } } }';
    const few = await top.query<{ skillMapScopes: { units: { id: string; people: number }[] } }>(SCOPES);
    const shown = await map(top, { scope: 'REPORTS' });
    const unit = few.skillMapScopes.units.find(({ people: many }) => many < PEOPLE - 1);
    const narrowed = await map(top, { unitId: unit?.id });
    // What is counted says how the walk is done; it is made to say that there are many.
    await api.sql(`INSERT INTO line_change (manager_id, skill_id, kind, at, change) ${MANY}`, [people[0]]);
    const sorted = ({ skillMapScopes: { units, ...rest } }: typeof few) => ({
      ...rest,
      units: [...units].sort((a, b) => a.id.localeCompare(b.id)),
    });
    expect(sorted(await top.query(SCOPES))).toEqual(sorted(few));
    expect(await map(top, { scope: 'REPORTS' })).toEqual(shown);
    expect(await map(top, { unitId: unit?.id })).toEqual(narrowed);
    const earlier = await map(top, { asOf: '2026-01-01T00:00:00Z' });
    expect([earlier.size, earlier.people]).toEqual([PEOPLE - 1 + 5000, []]);
    await api.sql('DELETE FROM line_change WHERE manager_id = $1 AND change = 5000', [people[0]]);
  });

  it('answers what is not there with an empty map', async () => {
    expect((await map(top, { unitId: people[0] })).size).toBe(0);
    expect((await map(top, { unitId: 'none' })).size).toBe(0);
    expect((await map(top, { skillIds: ['none'] })).columns).toEqual([]);
  });

  it('says when the first record was made on an earlier day, and nothing of it today', async () => {
    const firstOf = async (by: TestClient, asOf: string | null) =>
      (
        await by.query<{ skillMap: { firstRecord: string | null } }>(
          'query($asOf: DateTime) { skillMap(scope: ORGANISATION, asOf: $asOf) { firstRecord } }',
          { asOf },
        )
      ).skillMap.firstRecord;
    const facts = await factsOf(api);
    const first = Math.min(
      ...facts.held.map(({ from }) => from.getTime()),
      ...facts.seen.map(({ at }) => at.getTime()),
      ...facts.said.map(({ at }) => at.getTime()),
    );
    expect(new Date((await firstOf(top, '1850-01-01T00:00:00Z')) ?? '').getTime()).toBe(first);
    expect(await firstOf(top, null)).toBeNull();
  });

  it('every number of every screen follows from what happened, a year ago, today and in six months', async () => {
    const facts = await factsOf(api);
    // The control: the same, of facts in which one thing of each kind is missing or goes on for longer.
    const changed: Facts = {
      ...{ ...facts, seen: [], said: [], goals: [] },
      held: facts.held.map((each) => ({ ...each, until: null, life: [] })),
    };
    const counts: Record<string, number> & Record<'compared' | 'differing' | 'caught', number> = {
      ...{ compared: 0, differing: 0, caught: 0 },
    };
    const wrong = ({ given, worked }: Compared) => Math.abs(given - worked) > 1e-9;
    const [differing, noticed] = [[] as object[], new Set<string>()];
    for (const days of [-365, 0, 183]) {
      const asOf = new Date(Date.now() + days * DAY);
      const shown = await map(top, { asOf: asOf.toISOString() });
      const screens = {
        map: (from: Facts) => numbersOf(shown, from, asOf),
        ...(days < 0 ? {} : { many: await manyBelow(days === 0 ? null : asOf) }),
        ...(await numbersOfScreens({ top, planner, people, as: api.as }, facts, days)),
      };
      const right = Object.fromEntries(Object.entries(screens).map(([name, worked]) => [name, worked(facts)]));
      for (const [screen, numbers] of drawn(right, NUMBERS)) {
        counts.compared += numbers.length;
        counts[screen] = (counts[screen] ?? 0) + numbers.length;
        const differ = numbers.filter(wrong);
        counts.differing += differ.length;
        if (differ.length > 0) differing.push({ screen, days, ...differ[0] });
      }
      for (const [screen, worked] of Object.entries(screens)) {
        const caught = worked(changed).filter(wrong).length;
        counts.caught += caught;
        if (caught > 0) noticed.add(screen);
      }
    }
    expect(differing).toEqual([]);
    expect(counts).toMatchObject({ compared: 3 * NUMBERS, differing: 0 });
    // Of each screen something was drawn, and each would show that the facts were others.
    expect(SCREENS.filter((screen) => !counts[screen] || !noticed.has(screen))).toEqual([]);
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  });

  /** Of a few nothing would be said, so others aim, too: at the job of whoever comes next, since different days. */
  async function aim(): Promise<void> {
    await api.sql(
      `INSERT INTO goal (id, person_id, job_role_level_id, chosen_by, shared, created_at)
       SELECT gen_random_uuid(), job.person_id, next.job_role_level_id, job.person_id, true, now() - make_interval(days => 40 + 30 * job.nth::int)
       FROM (SELECT *, row_number() OVER (ORDER BY person_id) AS nth FROM employment) job
       JOIN (SELECT job_role_level_id, row_number() OVER (ORDER BY person_id) AS nth FROM employment) next ON next.nth = job.nth + 1
       WHERE job.nth <= 24 AND NOT EXISTS (SELECT FROM goal WHERE goal.person_id = job.person_id AND ended_at IS NULL)`,
    );
  }

  /** What is shown of everybody below where they are too many for rows; it is made to look as if they were. */
  async function manyBelow(asOf: Date | null): Promise<(facts: Facts) => Compared[]> {
    await api.sql(`INSERT INTO line_change (manager_id, skill_id, kind, at, change) ${MANY}`, [people[0]]);
    const { columns } = await map(top, { asOf: asOf?.toISOString() });
    await api.sql('DELETE FROM line_change WHERE manager_id = $1 AND change = 5000', [people[0]]);
    return (facts) =>
      columns.flatMap(({ skill, asked, covered }) => {
        const at = asOf ?? new Date();
        const rows = askedAt(facts, at).filter((row) => row.skillId === skill.id && row.personId !== people[0]);
        const met = rows.filter((row) => levelAt(facts, row.personId, skill.id, at) >= row.level).length;
        return [
          { given: asked, worked: rows.length },
          { given: covered, worked: met },
        ];
      });
  }

  it('opens a number to where it comes from, for whoever leads the person', async () => {
    const shown = await map(top);
    const place = shown.columns
      .map((column) => ({ column, row: readLevels(column.verified).findIndex((level) => level > 0) }))
      .find(({ row }) => row >= 0);
    const person = shown.people[place?.row ?? -1]?.id ?? '';
    const ask = `query($p: ID!, $s: ID!) { skillMapSources(personId: $p, skillId: $s) { layer ordinal achievementName assessors } }`;
    const about = { p: person, s: place?.column.skill.id };
    const { skillMapSources: sources } = await top.query<{ skillMapSources: { layer: string; ordinal: number }[] }>(
      ask,
      about,
    );
    const highest = Math.max(...sources.filter(({ layer }) => layer === 'VERIFIED').map(({ ordinal }) => ordinal));
    expect(highest).toBe(readLevels(place?.column.verified ?? '')[place?.row ?? 0]);
    expect(sources[0]).toMatchObject({ achievementName: expect.any(String) as string, assessors: 1 });
    const aside = await api.as(people[12] ?? '');
    const elsewhere = await aside.ask(ask, { p: people[13], s: about.s });
    expect(JSON.stringify(elsewhere)).not.toContain('achievementName');
  });

  it('a suspended credential counts for nothing, and touches the counts of nobody else', async () => {
    const shown = await map(top);
    const column = shown.columns.find(({ verified }) => /[1-9]/.test(verified));
    const row = readLevels(column?.verified ?? '').findIndex((level) => level > 0);
    const person = shown.people[row]?.id ?? '';
    const others = () =>
      api.sql('SELECT * FROM team_part WHERE person_id <> $1 ORDER BY person_id, skill_id, kind, during', [person]);
    const counted = async () =>
      Number((await api.sql<{ n: string }>('SELECT count(*) AS n FROM team_change'))[0]?.n ?? 0);
    const [before, changes] = [await others(), await counted()];
    const kept = await api.sql<{ ctid: string }>('SELECT ctid::text FROM team_change ORDER BY ctid');
    const taken = await api.sql<{ id: string }>(
      `WITH taken AS (UPDATE credential SET status = 'SUSPENDED' WHERE person_id = $1 AND status = 'ACTIVE' RETURNING id)
       SELECT id FROM taken`,
      [person],
    );
    const after = await map(top);
    for (const { verified, lapsed } of after.columns)
      expect([readLevels(verified)[row], readLevels(lapsed)[row]]).toEqual([0, 0]);
    expect(await others()).toEqual(before);
    // The counts of the team were appended to, and no row that was there was touched.
    expect(await counted()).toBeGreaterThan(changes);
    const places = (await api.sql<{ ctid: string }>('SELECT ctid::text FROM team_change')).map(({ ctid }) => ctid);
    expect(places).toEqual(expect.arrayContaining(kept.map(({ ctid }) => ctid)));
    await api.sql(`UPDATE credential SET status = 'ACTIVE' WHERE id = ANY ($1::uuid[])`, [taken.map(({ id }) => id)]);
    expect(await map(top)).toEqual(shown);
  });

  it('goes to a spreadsheet as it is on the screen, and nothing in it is run as a formula', async () => {
    await api.sql(`UPDATE person SET display_name = '=HYPERLINK("x")' WHERE id = $1`, [people[1]]);
    const shown = await map(top, { scope: 'REPORTS' });
    const skills = shown.columns.slice(0, 3).map(({ skill }) => skill.id);
    const file = await top.fetch(`/skill-map/export.csv?scope=REPORTS&skills=${skills.join(',')}`);
    const lines = (await file.text()).replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + shown.size + 1);
    expect(lines[0]).toBe(
      `Person,Job,${shown.columns
        .slice(0, 3)
        .map(({ skill }) => quoted(skill.name))
        .join(',')}`,
    );
    const person = lines.find((line) => line.includes('HYPERLINK')) ?? '';
    expect(person).toMatch(/^"'=HYPERLINK/);
    const foot = shown.columns
      .slice(0, 3)
      .map(({ asked, covered }) => (asked > 0 ? `${covered} of ${asked}` : covered));
    expect(lines.at(-1)).toBe(`Verified as needed,,${foot.join(',')}`);
    expect((await top.fetch('/skill-map/export.xlsx?scope=REPORTS')).status).toBe(200);
    expect((await top.fetch('/skill-map/export.csv?scope=ALL')).status).toBe(400);
    const nobody = await api.as(people.at(-1) ?? '');
    expect((await nobody.fetch('/skill-map/export.csv?scope=REPORTS')).status).toBe(403);
  });
});

const quoted = (text: string) => (text.includes(',') ? `"${text}"` : text);
/** Each number of the map beside the same worked out again: four layers of every cell, and the foot of every column. */
function numbersOf(map: SkillMap, { held, seen, said }: Facts, asOf: Date): Compared[] {
  const highest = (rows: readonly { ordinal: number }[]) =>
    rows.reduce((most, { ordinal }) => Math.max(most, ordinal), 0);
  const newest = (rows: readonly { ordinal: number; at: Date }[]) =>
    rows
      .filter(({ at }) => at <= asOf)
      .reduce<{ ordinal: number; at: Date } | null>((one, each) => (one && one.at > each.at ? one : each), null);
  return map.columns.flatMap(({ skill, need, covered, asked, ...column }) => {
    const cells = map.people.map(({ id }) => {
      const own = held.filter((each) => each.personId === id && each.skillId === skill.id && stood(each, asOf));
      const current = highest(own.filter(({ until }) => until === null || until > asOf));
      const ended = [...own].sort((a, b) => Number(b.until) - Number(a.until) || b.ordinal - a.ordinal)[0];
      const about = (each: { personId: string; skillId: string }) => each.personId === id && each.skillId === skill.id;
      return {
        verified: current,
        lapsed: current === 0 ? (ended?.ordinal ?? 0) : 0,
        observed: newest(seen.filter(about))?.ordinal ?? 0,
        claimed: newest(said.filter(about))?.ordinal ?? 0,
      };
    });
    const needs = readLevels(need);
    const met = cells.filter(({ verified }, row) => (needs[row] ?? 0) > 0 && verified >= (needs[row] ?? 0)).length;
    const layers = (['verified', 'lapsed', 'observed', 'claimed'] as const).flatMap((layer) =>
      readLevels(column[layer]).map((given, row) => ({ given, worked: cells[row]?.[layer] ?? 0 })),
    );
    return [
      ...layers,
      { given: covered, worked: asked > 0 ? met : cells.filter(({ verified }) => verified > 0).length },
      { given: asked, worked: needs.filter((level) => level > 0).length },
    ];
  });
}
