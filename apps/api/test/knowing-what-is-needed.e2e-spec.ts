import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addManager, addPeople, type People } from './support/programme.js';

const NEEDS = `query($search: String, $proof: NeedProof, $noted: Boolean, $order: NeedOrder, $first: Int, $after: String) {
  skillNeeds(search: $search, proof: $proof, noted: $noted, order: $order, first: $first, after: $after) { totalCount
    pageInfo { hasNextPage endCursor } edges { node { name framework levels people met gap holders proof notes } } } }`;

interface Need {
  name: string;
  levels: number;
  people: number;
  met: number;
  gap: number;
  holders: number;
  proof: string;
  notes: number;
}

describe('knowing what is needed', () => {
  let api: TestApi;
  let people: People<'Dara' | 'Mo' | 'Ann' | 'Ben' | 'Cem' | 'Gone'>;
  let dara: TestClient;
  let ann: TestClient;
  const skills: Record<string, string> = {};

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { Dara: ['HR_DESIGNER'], Mo: [], Ann: [], Ben: [], Cem: [], Gone: [] });
    [dara, ann] = await Promise.all([api.as(people.Dara), api.as(people.Ann)]);
    const rung = await framework();
    for (const who of ['Ann', 'Ben', 'Cem', 'Gone'] as const) {
      await addManager(api, people[who], people.Mo);
      await api.sql('UPDATE employment SET job_role_level_id = $2 WHERE person_id = $1', [people[who], rung]);
    }
    await api.sql('UPDATE person SET last_day = current_date - 1 WHERE id = $1', [people.Gone]);
    // Welding is asked at 2. Ann proved it at 2, Ben at 1, Gone at 2 and left.
    await earn(people.Ann, 'Welding', 2);
    await earn(people.Ben, 'Welding', 1);
    await earn(people.Gone, 'Welding', 2);
    await api.sql(
      `INSERT INTO strategy_note (id, title, body, horizon, skill_ids, revision, written_by, written_at, changed_at)
       VALUES ($1, 'Hydrogen', '', 'LATER', $2, 1, $3, now(), now())`,
      [newId(), [skills.Hydrogen], people.Dara],
    );
  });
  afterAll(() => api.close());

  async function framework(): Promise<string> {
    const [id, series, scale, family, role, rung] = Array.from({ length: 6 }, () => newId()) as [string, ...string[]];
    await api.sql("INSERT INTO proficiency_scale VALUES ($1, 'Three')", [scale]);
    for (const ordinal of [1, 2, 3])
      await api.sql(`INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, $3, 'L')`, [
        ...[newId(), scale, ordinal],
      ]);
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       VALUES ($1, $2, 'Works', 'Us', '1', 'DRAFT', 'CC0', 'Ours', $3, now())`,
      [id, series, scale],
    );
    for (const name of ['Welding', 'Safety', 'Hydrogen', 'Knitting']) {
      skills[name] = newId();
      await api.sql('INSERT INTO skill VALUES ($1, $2, $3)', [skills[name], series, name]);
      await api.sql(
        `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position) VALUES ($1, $2, $3, $4, '[]', 0)`,
        [newId(), skills[name], id, name],
      );
    }
    await api.sql("INSERT INTO job_family VALUES ($1, $2, 'f', 'F', 0)", [family, id]);
    await api.sql(
      `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position) VALUES ($1, $2, $3, 'fitter', 'Fitter', '', '[]', 0)`,
      [role, id, family],
    );
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts) VALUES ($1, $2, $3, 'fitter', 'Fitter', 1, '', '[]', '{}')`,
      [rung, id, role],
    );
    for (const [name, level] of [
      ['Welding', 2],
      ['Safety', null],
    ] as const)
      await api.sql(
        `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position) VALUES ($1, $2, $3, $4, $5, 2, false, 0)`,
        [newId(), id, rung, skills[name], level],
      );
    await api.sql("UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1", [id]);
    return rung ?? '';
  }

  const versions = new Map<string, string>();
  async function earn(who: string, skill: string, level: number): Promise<void> {
    const known = versions.get(`${skill} ${level}`);
    const version = known ?? (await addAchievement(api, skills[skill] ?? '', `${skill} ${level}`)).id;
    if (!known && level !== 2) {
      await api.sql('ALTER TABLE achievement_version DISABLE TRIGGER keep_published');
      await api.sql('UPDATE achievement_version SET level_ordinal = $2 WHERE id = $1', [version, level]);
      await api.sql('ALTER TABLE achievement_version ENABLE TRIGGER keep_published');
    }
    versions.set(`${skill} ${level}`, version);
    const [award, credential] = [newId(), newId()];
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'DECISION', $4, 'ISSUED', now(), '{}', now())`,
      [award, who, version, newId()],
    );
    await api.sql(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
       VALUES ($1, $2, 1, $3, $4, now(), now() - interval '1 day', 'ACTIVE', '{}', '')`,
      [credential, award, who, version],
    );
  }

  const ask = async (client: TestClient, variables: object = {}) =>
    (
      await client.query<{
        skillNeeds: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Need }[] };
      }>(NEEDS, variables)
    ).skillNeeds;
  const names = async (variables: object) => (await ask(dara, variables)).edges.map(({ node }) => node.name);

  it('counts whose jobs ask, who is verified at that level, and what can be earned', async () => {
    const { edges, totalCount } = await ask(dara);
    expect(totalCount).toBe(3);
    const none = { levels: 0, people: 0, met: 0, gap: 0, holders: 0, proof: 'NONE', notes: 0 };
    expect(edges.map(({ node }) => node)).toEqual([
      { ...none, name: 'Safety', framework: 'Works', levels: 1, people: 3, gap: 3 },
      {
        ...none,
        name: 'Welding',
        framework: 'Works',
        levels: 1,
        people: 3,
        met: 1,
        gap: 2,
        holders: 2,
        proof: 'PUBLISHED',
      },
      { ...none, name: 'Hydrogen', framework: 'Works', notes: 1 },
    ]);
  });

  it('sorts, filters and pages', async () => {
    expect(await names({ order: 'NAME' })).toEqual(['Hydrogen', 'Safety', 'Welding']);
    expect(await names({ proof: 'NONE' })).toEqual(['Safety', 'Hydrogen']);
    expect(await names({ noted: true })).toEqual(['Hydrogen']);
    expect(await names({ search: 'weld' })).toEqual(['Welding']);
    const first = await ask(dara, { first: 2 });
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Hydrogen']);
  });

  it('is taken along as it is filtered, for those who plan for everybody', async () => {
    const file = await dara.fetch('/skill-needs/export.csv?order=NAME&proof=PUBLISHED');
    expect(await file.text()).toBe(
      'Skill,Framework,Levels that ask,People whose job asks,Verified at the level asked,Gap,Verified at any level,Achievement,Notes\r\n' +
        'Welding,Works,1,3,1,2,2,PUBLISHED,0\r\n',
    );
    expect((await dara.fetch('/skill-needs/export.csv?order=BEST')).status).toBe(400);
    expect((await ann.fetch('/skill-needs/export.csv')).status).toBe(403);
    expect((await ann.ask(NEEDS)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const limited = await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM app_skill_needs(now())`);
    expect(limited[0]?.n).toBe(0);
  });

  it('counts a converted level from the moment that its holder accepted it', async () => {
    const standings = async () =>
      (
        await ann.query<{ person: { standings: { skill: { name: string }; level: { ordinal: number } }[] } }>(
          `{ person(id: "${people.Ann}") { standings { skill { name } level { ordinal } } } }`,
        )
      ).person.standings.map(({ skill, level }) => `${skill.name} ${level.ordinal}`);
    expect(await standings()).toEqual(['Welding 2']);
    const managed = () =>
      api.sql<{ kind: string }>(`SELECT kind FROM team_part WHERE person_id = $1 AND skill_id = $2 ORDER BY kind`, [
        ...[people.Ann, skills.Safety],
      ]);
    expect((await managed()).map(({ kind }) => kind)).toEqual(['ASKED']);
    await api.sql(
      `INSERT INTO accepted_conversion (id, purpose, person_id, from_skill_id, from_ordinal, to_skill_id, to_ordinal, accepted_by, accepted_at)
       VALUES ($1, 'STANDING', $2, $3, 2, $4, 3, $2, now())`,
      [newId(), people.Ann, skills.Welding, skills.Safety],
    );
    expect((await standings()).sort()).toEqual(['Safety 3', 'Welding 2']);
    expect((await managed()).map(({ kind }) => kind)).toEqual(['ASKED', 'HELD', 'MET']);
    expect((await ask(dara, { search: 'Safety' })).edges[0]?.node).toMatchObject({ met: 1, gap: 2, holders: 1 });
  });
});
