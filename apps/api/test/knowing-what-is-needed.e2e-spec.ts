import { SendDueReportsJob } from '../src/features/reports/send-due-reports.job.js';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addManager, addPeople, type People } from './support/programme.js';

const NEEDS = `query($search: String, $proof: NeedProof, $noted: Boolean, $order: NeedOrder, $first: Int, $after: String) {
  skillNeeds(search: $search, proof: $proof, noted: $noted, order: $order, first: $first, after: $after) { totalCount
    pageInfo { hasNextPage endCursor } edges { cursor node { name framework levels people met gap band holders holdersBand proof notes } } } }`;

interface Need {
  name: string;
  levels: number;
  people: number | null;
  met: number | null;
  gap: number | null;
  band: string | null;
  holders: number | null;
  holdersBand: string | null;
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
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts) VALUES ($1, $2, $3, 'apprentice', 'Apprentice fitter', 0, '', '[]', '{}')`,
      [newId(), id, role],
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
        skillNeeds: { totalCount: number; pageInfo: { endCursor: string }; edges: { cursor: string; node: Need }[] };
      }>(NEEDS, variables)
    ).skillNeeds;
  const names = async (variables: object) => (await ask(dara, variables)).edges.map(({ node }) => node.name);

  it('says what jobs ask and what can be earned, and of fewer than five people not how many', async () => {
    const { edges, totalCount } = await ask(dara);
    expect(totalCount).toBe(3);
    const none = { levels: 0, people: 0, met: 0, gap: 0, band: null, holders: 0, holdersBand: null, notes: 0 };
    const few = { levels: 1, people: null, met: null, gap: null, band: 'HIDDEN' };
    expect(edges.map(({ node }) => node)).toEqual([
      { ...none, ...few, name: 'Safety', framework: 'Works', proof: 'NONE' },
      { ...none, ...few, name: 'Welding', framework: 'Works', holders: null, holdersBand: 'FEW', proof: 'PUBLISHED' },
      { ...none, name: 'Hydrogen', framework: 'Works', proof: 'NONE', notes: 1 },
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
        'Welding,Works,1,1 to 4,not told,not told,1 to 4,PUBLISHED,0\r\n',
    );
    expect((await dara.fetch('/skill-needs/export.csv?order=BEST')).status).toBe(400);
    expect((await ann.fetch('/skill-needs/export.csv')).status).toBe(403);
    expect((await ann.ask(NEEDS)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const limited = await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM app_skills_wanted(now())`);
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
    expect((await ask(dara, { search: 'Safety' })).edges[0]?.node).toMatchObject({ holders: null, holdersBand: 'FEW' });
  });

  describe('as figures of the whole organisation', () => {
    const FIGURES = 'figures { key part of n band opens }';
    const ROWS = `query($key: InsightRowsKey!, $skillId: ID, $unitId: ID, $achievementId: ID, $versionId: ID, $first: Int = 3) {
      insightRows(key: $key, skillId: $skillId, unitId: $unitId, achievementId: $achievementId, versionId: $versionId, first: $first) { totalCount edges { node { title detail } } } }`;
    type Figure = Record<'key' | 'band', string> & Record<'part' | 'of' | 'n', number | null> & { opens: boolean };
    let wes: TestClient;
    let large: string;

    beforeAll(async () => {
      const more = await addPeople(api, { Wes: ['ASSESSMENT_LEAD'] });
      wes = await api.as(more.Wes);
      const rung = await api.sql<{ id: string }>("SELECT id FROM job_role_level WHERE code = 'fitter'");
      const [all, small] = [newId(), newId()];
      large = newId();
      await api.sql(
        "INSERT INTO org_unit (id, name, parent_id) VALUES ($1, 'All', NULL), ($2, 'Large', $1), ($3, 'Small', $1)",
        [...[all, large, small]],
      );
      const names = Array.from({ length: 15 }, (_, at) => `P${at}`);
      const crowd = await addPeople(api, Object.fromEntries(names.map((name) => [name, []])));
      for (const [at, name] of names.entries()) {
        await addManager(api, crowd[name] ?? '', people.Mo);
        await api.sql('UPDATE employment SET job_role_level_id = $2, org_unit_id = $3 WHERE person_id = $1', [
          ...[crowd[name], rung[0]?.id, at < 12 ? large : small],
        ]);
        if (at < 6) await earn(crowd[name] ?? '', 'Welding', 2);
      }
    });

    const rowsOf = async (client: TestClient, variables: object) =>
      (
        await client.query<{
          insightRows: { totalCount: number; edges: { node: { title: string; detail: string } }[] };
        }>(ROWS, variables)
      ).insightRows;

    it('tells supply and demand, and only that few are verified where few are', async () => {
      const { skillSupply } = await dara.query<{ skillSupply: { edges: { node: Record<string, unknown> }[] } }>(
        '{ skillSupply { edges { node { name of part band holders holdersBand } } } }',
      );
      // Eighteen jobs ask for both. Ann and six others proved welding at the level asked, Ben below it.
      const byName = Object.fromEntries(skillSupply.edges.map(({ node }) => [node.name, node]));
      expect(byName.Welding).toMatchObject({ of: 18, part: 7, band: null, holders: null, holdersBand: 'HIDDEN' });
      expect(byName.Safety).toMatchObject({ of: 18, part: null, band: 'FEW' });
    });

    it('tells the same on the page of needs, and no more by where a skill stands', async () => {
      const { edges } = await ask(dara);
      const byName = Object.fromEntries(edges.map(({ node }) => [node.name, node]));
      expect(byName.Welding).toMatchObject({ people: 18, met: 7, gap: 11, band: null, holdersBand: 'HIDDEN' });
      expect(byName.Safety).toMatchObject({ people: 18, met: null, gap: null, band: 'FEW' });
      // One of eighteen meets it, and its place is that of a skill that nobody meets.
      const supply = await dara.query<{ skillSupply: { edges: { cursor: string; node: { name: string } }[] } }>(
        '{ skillSupply { edges { cursor node { name } } } }',
      );
      const places = [...edges, ...supply.skillSupply.edges].filter(({ node }) => node.name === 'Safety');
      const words = places.map(({ cursor }) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[]);
      expect(words.map(([ahead]) => ahead)).toEqual(['18', '18']);
      const file = await (await dara.fetch('/skill-needs/export.csv?search=safety')).text();
      expect(file).toContain('Safety,Works,1,18,1 to 4,14 to 17,1 to 4,NONE,0');
    });

    it('opens to as many rows as it counts, for whoever may see people', async () => {
      const { peopleInsights } = await dara.query<{ peopleInsights: { figures: Figure[] } }>(
        `{ peopleInsights { ${FIGURES} } }`,
      );
      const figure = (key: string) => peopleInsights.figures.find((each) => each.key === key);
      expect(figure('COMPETENCY')).toMatchObject({ of: 36, n: 18, opens: true });
      expect((await rowsOf(dara, { key: 'COMPETENCY' })).totalCount).toBe(18);
      expect((await rowsOf(dara, { key: 'SKILL_MET', skillId: skills.Welding })).totalCount).toBe(7);
      expect((await rowsOf(dara, { key: 'SKILL_HELD', skillId: skills.Welding })).totalCount).toBe(8);
      for (const key of ['UNCOVERED', 'THIN_COVER', 'MOBILITY'])
        expect([key, (await rowsOf(dara, { key })).totalCount]).toEqual([key, figure(key)?.part]);
      // What the page of needs counts: eleven of eighteen not at the level asked, and one rung that asks.
      expect((await rowsOf(dara, { key: 'SKILL_GAP', skillId: skills.Welding })).totalCount).toBe(11);
      const asking = { title: 'Fitter', detail: 'asks for level 2' };
      expect((await rowsOf(dara, { key: 'SKILL_LEVELS', skillId: skills.Welding })).edges).toEqual([{ node: asking }]);
      // Requirements of a unit one by one: twelve people, two skills each, and six of those are met.
      const needs = await rowsOf(dara, { key: 'UNIT_NEEDS', unitId: large, first: 50 });
      expect(needs.totalCount).toBe(24);
      const met = needs.edges.filter(({ node }) => node.detail === 'met, Welding at level 2, verified at level 2');
      const open = needs.edges.filter(({ node }) => node.detail === 'open, Welding at level 2, not verified');
      expect([met.length, open.length]).toEqual([6, 6]);
      // Who holds a version today, and who was ever given a badge of it or works in the unit.
      const versionId = versions.get('Welding 2');
      expect((await rowsOf(dara, { key: 'HOLDERS', versionId })).totalCount).toBe(8);
      const [welds] = await api.sql<{ achievementId: string }>(
        'SELECT achievement_id AS "achievementId" FROM achievement_version WHERE id = $1',
        [versionId],
      );
      expect((await rowsOf(dara, { key: 'BADGE_HOLDERS', achievementId: welds?.achievementId })).totalCount).toBe(8);
      expect((await rowsOf(dara, { key: 'BADGE_HOLDERS', unitId: large })).totalCount).toBe(6);
      const inUnit = await rowsOf(dara, { key: 'UNIT_ASKED', unitId: large });
      expect([inUnit.totalCount, inUnit.edges.length]).toEqual([12, 3]);
      expect(inUnit.edges[0]?.node).toEqual({ title: 'P0', detail: '1 of 2 met' });
    });

    it('leaves out a second unit where the whole would tell of the small one', async () => {
      const { unitCoverage } = await dara.query<{ unitCoverage: Record<string, unknown>[] }>(
        `{ unitCoverage(skillId: "${skills.Welding}") { name depth of part band } }`,
      );
      expect(unitCoverage).toEqual([
        { name: 'All', depth: 0, of: 15, part: 6, band: null },
        { name: 'Large', depth: 1, of: null, part: null, band: 'HIDDEN' },
        { name: 'Small', depth: 1, of: null, part: null, band: 'HIDDEN' },
      ]);
      // Of everything that jobs ask: fifteen people, two skills each.
      const { unitCoverage: all } = await dara.query<{ unitCoverage: Record<string, unknown>[] }>(
        '{ unitCoverage { name people of part band } }',
      );
      expect(all[0]).toEqual({ name: 'All', people: 15, of: 30, part: 6, band: null });
      expect(all[1]).toMatchObject({ people: null, band: 'HIDDEN' });
    });

    it('tells how badges are used where enough people hold them, and holders what others are told', async () => {
      const welders = (names: string) =>
        `SELECT credential.id, current_date - 3, 'VIEW', 4 FROM credential JOIN person ON person.id = person_id
         WHERE display_name IN (${names}) AND document <> ''`;
      await api.sql(`INSERT INTO credential_use ${welders(`'P0', 'P1', 'P2', 'P3', 'P4', 'P5'`)}`);
      await api.sql(`INSERT INTO credential_use ${welders(`'P0'`).replace('VIEW', 'DOWNLOAD')}`);
      const USES = `{ badgeUses { step whole { people figures { kind times people band } } steps { figures { kind times band } }
        achievements { name people figures { kind times band } } units { name depth people figures { kind times band } } } }`;
      type Line = {
        name: string;
        people: number | null;
        figures: { kind: string; times: number | null; band: string }[];
      };
      type Uses = { step: string; whole: Line; steps: Line[]; achievements: Line[]; units: Line[] };
      const { badgeUses } = await dara.query<{ badgeUses: Uses }>(USES);
      // Nine people hold one: six have theirs looked at, which leaves three, so that even the number is not told.
      expect(badgeUses.whole.people).toBe(9);
      expect(badgeUses.whole.figures).toMatchObject([
        { kind: 'VIEW', times: null, band: 'ALL_BUT_FEW' },
        { kind: 'SHARE', times: 0, band: null },
        { kind: 'DOWNLOAD', times: null, band: 'FEW' },
        { kind: 'VERIFICATION', times: 0, band: null },
      ]);
      expect(badgeUses.steps.every(({ figures }) => figures[0]?.times === null)).toBe(true);
      // With everybody's looked at, they are told; of the badge that one person alone holds nothing is.
      await api.sql(`INSERT INTO credential_use ${welders(`'Ann', 'Ben', 'Gone'`)}`);
      const { badgeUses: all } = await dara.query<{ badgeUses: Uses }>(USES);
      expect(all.whole.figures[0]).toMatchObject({ times: 36, people: 9, band: null });
      expect(all.step).toBe('WEEK');
      expect(all.steps.reduce((sum, { figures }) => sum + (figures[0]?.times ?? 0), 0)).toBe(36);
      // Each is named with its level.
      const named = (words: string) => all.achievements.find(({ name }) => name.startsWith(`${words}, `));
      expect(named('Welding 1')).toMatchObject({
        people: null,
        figures: [{ times: null, band: 'HIDDEN' }, {}, {}, {}],
      });
      expect(all.units.find(({ name }) => name === 'Small')?.figures[0]?.times ?? 0).toBe(0);

      const own = await ann.query<{ myCredentials: { uses: object[]; usesToldToOthers: Line[] }[] }>(
        '{ myCredentials { uses { kind times } usesToldToOthers { id name people figures { kind times people band } } } }',
      );
      expect(own.myCredentials[0]?.uses).toEqual([{ kind: 'VIEW', times: 4 }]);
      const [everywhere, here] = own.myCredentials[0]?.usesToldToOthers ?? [];
      expect(everywhere?.figures).toEqual(all.whole.figures);
      const { name, people: holders, figures } = named('Welding 2') as Line;
      expect(here).toMatchObject({ name, people: holders, figures });

      const file = await dara.fetch('/badge-uses/export.csv?from=2026-01-01');
      const lines = (await file.text()).split('\r\n');
      expect([file.headers.get('content-disposition'), lines[0]]).toEqual([
        'attachment; filename="badge-use.csv"',
        'By,Name,People who hold a badge,Views,Links made,Downloads,Verifications',
      ]);
      expect(lines[1]).toMatch(/^All badges,2026-01-01 to [-\d]+,9,36,0,fewer than 5 people,0$/);
      expect((await dara.fetch('/badge-uses/export.csv?from=spring')).status).toBe(400);
      expect((await ann.fetch('/badge-uses/export.csv')).status).toBe(403);
      // Who leads assessment is told nothing, here or in the file.
      expect((await (await wes.fetch('/badge-uses/export.csv')).text()).split('\r\n')[1]).toMatch(/,0,0,0,0,0$/);
    });

    it('tells learners how many hold a badge where that says nothing about one of them', async () => {
      const heldBy = async (client: TestClient) => {
        const { achievements } = await client.query<{
          achievements: { edges: { node: { name: string; holders: number | null } }[] };
        }>('{ achievements(state: PUBLISHED) { edges { node { name holders } } } }');
        return Object.fromEntries(achievements.edges.map(({ node }) => [node.name, node.holders]));
      };
      const [theirs, seen] = [await heldBy(dara), await heldBy(ann)];
      expect([theirs['Welding 1'], seen['Welding 1']]).toEqual([1, null]);
      expect([theirs['Welding 2'], seen['Welding 2']]).toEqual([8, 8]);
    });

    it('is for those who plan; who leads assessment sees that alone, and everybody else nothing', async () => {
      const led = await wes.query<{ peopleInsights: { figures: Figure[] }; assessmentInsights: { figures: Figure[] } }>(
        `{ peopleInsights { ${FIGURES} } assessmentInsights { ${FIGURES} } }`,
      );
      expect(led.peopleInsights.figures).toEqual([]);
      expect(led.assessmentInsights.figures.map(({ key }) => key)).toContain('BEGUN');
      expect((await rowsOf(wes, { key: 'SKILL_HELD', skillId: skills.Welding })).totalCount).toBe(0);
      expect((await rowsOf(wes, { key: 'HOLDERS', versionId: versions.get('Welding 2') })).totalCount).toBe(0);
      expect((await rowsOf(wes, { key: 'SKILL_LEVELS', skillId: skills.Welding })).totalCount).toBe(0);
      expect((await rowsOf(dara, { key: 'BEGUN' })).totalCount).toBe(0);
      expect((await ann.ask(`{ peopleInsights { ${FIGURES} } }`)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    });
  });

  describe('as a question: who can do something', () => {
    const PERSON = '{ name lastDay proofs { level achievementName } }';
    const WHO = `query($requirements: [AskedSkillInput!]!, $unitId: ID, $from: Date, $any: Boolean, $first: Int) {
      whoCan(requirements: $requirements, unitId: $unitId, from: $from, any: $any, first: $first) {
        totalCount pageInfo { endCursor } edges { node ${PERSON} } } }`;
    const TEAM = `query($requirements: [AskedSkillInput!]!) { smallestTeam(requirements: $requirements) {
      exact considered uncovered runnerUpWithout members { adds person { name } } runnerUp { person { name } } } }`;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const asked = (...names: string[]) =>
      names.map((name) => ({ skillId: skills[name] ?? '', level: name === 'Welding' ? 2 : 1 }));
    type Who = { name: string; lastDay: string | null; proofs: { level: number; achievementName: string }[] };

    const who = async (client: TestClient, variables: object) => {
      const { whoCan } = await client.query<{ whoCan: { totalCount: number; edges: { node: Who }[] } }>(WHO, variables);
      return whoCan.edges.map(({ node }) => node);
    };
    const namesOf = async (client: TestClient, variables: object) =>
      (await who(client, variables)).map(({ name }) => name);

    it('answers with people and where each level comes from', async () => {
      const people = await who(dara, { requirements: asked('Welding') });
      expect(people.map(({ name }) => name)).toEqual(['Ann', 'P0', 'P1', 'P2', 'P3', 'P4', 'P5']);
      expect(people[0]?.proofs).toEqual([{ level: 2, achievementName: 'Welding 2' }]);
      expect(await namesOf(dara, { requirements: [{ skillId: skills.Welding, level: 3 }] })).toEqual([]);
    });

    it('counts on nobody who is gone by the day, and on no level that ended before it', async () => {
      await api.sql('UPDATE person SET last_day = current_date + 10 WHERE display_name = $1', ['P1']);
      await api.sql(
        `UPDATE credential SET valid_until = now() + interval '20 days' WHERE person_id = (SELECT id FROM person WHERE display_name = 'P2')`,
      );
      const [, first, second] = await who(dara, { requirements: asked('Welding'), first: 3 });
      expect([first?.name, second?.lastDay]).toEqual(['P0', inDays(10)]);
      expect(await namesOf(dara, { requirements: asked('Welding'), from: inDays(11) })).toEqual([
        'Ann',
        'P0',
        'P2',
        'P3',
        'P4',
        'P5',
      ]);
      expect(await namesOf(dara, { requirements: asked('Welding'), from: inDays(30) })).toEqual([
        'Ann',
        'P0',
        'P3',
        'P4',
        'P5',
      ]);
    });

    it('looks in a unit and below it, for all of it or a part', async () => {
      const [unit] = await api.sql<{ id: string }>("SELECT id FROM org_unit WHERE name = 'All'");
      expect(await namesOf(dara, { requirements: asked('Welding'), unitId: unit?.id, first: 2 })).toEqual(['P0', 'P1']);
      const first = await addAchievement(api, skills.Knitting ?? '', 'Knits');
      versions.set('Knitting 2', first.id);
      await earn(people.Cem, 'Knitting', 2);
      expect(await namesOf(dara, { requirements: asked('Welding', 'Knitting') })).toEqual([]);
      expect(await namesOf(dara, { requirements: asked('Welding', 'Knitting'), any: true })).toContain('Cem');
    });

    it('finds the smallest team, says what nobody covers, and whom else to ask', async () => {
      const { smallestTeam } = await dara.query<{ smallestTeam: Record<string, unknown> }>(TEAM, {
        requirements: asked('Welding', 'Knitting', 'Hydrogen'),
      });
      expect(smallestTeam).toMatchObject({
        exact: true,
        considered: 8,
        uncovered: [skills.Hydrogen],
        members: [
          { person: { name: expect.any(String) as string } },
          { person: { name: expect.any(String) as string } },
        ],
      });
      // Cem alone knits, so the other team differs in who welds.
      expect(JSON.stringify(smallestTeam.runnerUp)).toContain('Cem');
    });

    it('tells managers of their own people, everybody else of themselves', async () => {
      const mo = await api.as(people.Mo);
      expect((await namesOf(mo, { requirements: asked('Welding') })).length).toBe(7);
      expect(await namesOf(ann, { requirements: asked('Welding') })).toEqual(['Ann']);
      expect(await namesOf(await api.as(people.Ben), { requirements: asked('Welding') })).toEqual([]);
      expect(await namesOf(dara, { requirements: [] })).toEqual([]);
      expect(await namesOf(dara, { requirements: [{ skillId: 'nonsense', level: 99 }] })).toEqual([]);
    });
  });

  describe('as a report', () => {
    const REPORT = `query($definition: ReportInput!, $first: Int, $after: String) {
      report(definition: $definition, first: $first, after: $after) { __typename
        ... on Report { heads notice rows { cells } total endCursor }
        ... on InvalidInput { problems { field message } } } }`;
    const SAVE = `mutation($input: SaveReportInput!) { saveReport(input: $input) { __typename
      ... on SavedReport { id revision viewerCan } ... on InvalidInput { problems { field message } } ... on Refusal { message } } }`;
    const definition = (change: object = {}) => ({
      ...{ subject: 'PEOPLE', columns: ['person', 'unit'], filters: [], groupBy: [], sort: null },
      ...change,
    });
    interface Ran {
      __typename: string;
      notice: string | null;
      problems: { field: string; message: string }[];
      rows: { cells: string[] }[];
      total: number;
      endCursor: string | null;
    }
    const run = async (client: TestClient, change: object = {}, page: object = {}) =>
      (await client.query<{ report: Ran }>(REPORT, { definition: definition(change), ...page })).report;
    const cellsOf = ({ rows }: Ran) => rows.map(({ cells }) => cells);
    const save = async (client: TestClient, input: object) =>
      (await client.query<{ saveReport: Record<string, unknown> & { id: string } }>(SAVE, { input })).saveReport;

    it('shows the rows that fit, sorted, a page at a time', async () => {
      const filters = [{ column: 'unit', operator: 'IS', value: 'large' }];
      const sort = { column: 'person', descending: true };
      const first = await run(dara, { filters, sort }, { first: 2 });
      expect([first.total, cellsOf(first)]).toEqual([
        12,
        [
          ['P9', 'Large'],
          ['P8', 'Large'],
        ],
      ]);
      const next = await run(dara, { filters, sort }, { first: 1, after: first.endCursor });
      expect(cellsOf(next)).toEqual([['P7', 'Large']]);
    });

    it('counts, and leaves out what would tell of fewer than five people', async () => {
      const byUnit = await run(dara, { groupBy: ['unit'], columns: [] });
      expect(cellsOf(byUnit)).toEqual([['Large', '12', '12']]);
      expect(byUnit.notice).toContain('2 groups are left out');
      const few = await run(dara, {
        groupBy: ['jobTitle'],
        filters: [{ column: 'unit', operator: 'IS', value: 'Small' }],
      });
      expect([few.total, few.notice]).toEqual([
        0,
        'This report would tell of fewer than five people at a time. Nothing of it is shown.',
      ]);
      const one = await run(dara, { groupBy: ['unit'], filters: [{ column: 'person', operator: 'IS', value: 'P1' }] });
      expect(one).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'filters.0' }] });
    });

    it('is taken along as it is seen, by those who may see it, and leaves a trace', async () => {
      await api.sql(
        `UPDATE employment SET job_title = '=1+1' WHERE person_id = (SELECT id FROM person WHERE display_name = 'P0')`,
      );
      const filters = [{ column: 'person', operator: 'IS', value: 'P0' }];
      const asked = new URLSearchParams({
        definition: JSON.stringify(definition({ columns: ['person', 'jobTitle'], filters })),
      });
      const file = await dara.fetch(`/reports/export.csv?${asked.toString()}`);
      expect(await file.text()).toBe("Person,Job title\r\nP0,'=1+1\r\n");
      expect(await (await dara.fetch(`/reports/export.json?${asked.toString()}`)).json()).toEqual({
        columns: ['Person', 'Job title'],
        rows: [['P0', '=1+1']],
        notice: null,
      });
      expect((await dara.fetch(`/reports/export.xlsx?${asked.toString()}`)).status).toBe(200);
      // Counted rows say in the file, too, what is left out.
      const counted = new URLSearchParams({
        definition: JSON.stringify(definition({ groupBy: ['unit'], columns: [] })),
      });
      const groups = await (await dara.fetch(`/reports/export.csv?${counted.toString()}`)).text();
      expect(groups.split('\r\n').slice(1)).toEqual([
        'Large,12,12',
        expect.stringContaining('2 groups are left out'),
        '',
      ]);
      const sheet = await (await dara.fetch(`/reports/export.xlsx?${counted.toString()}`)).arrayBuffer();
      expect(Buffer.from(sheet).subarray(0, 2).toString()).toBe('PK');
      for (const [path, status] of [
        ['/reports/export.pdf?definition={}', 400],
        ['/reports/export.csv?definition={', 400],
        ['/reports/export.csv', 400],
      ] as const)
        expect((await dara.fetch(path)).status).toBe(status);
      expect((await ann.fetch(`/reports/export.csv?${asked.toString()}`)).status).toBe(403);
      const traces = await api.sql<{ detail: object }>(
        `SELECT detail FROM audit_entry WHERE operation = 'takeReport' AND actor_id = $1`,
        [people.Dara],
      );
      expect(traces).toHaveLength(5);
      expect(JSON.stringify(traces)).not.toContain('P0');
      // How many rows were taken is kept with it.
      expect(traces.map(({ detail }) => (detail as { rows: number }).rows)).toEqual([1, 1, 1, 1, 1]);
    });

    it('is kept and shared as a question: everybody runs it with their own rights', async () => {
      const kept = { name: 'By unit', definition: definition(), shared: true, schedule: 'WEEKLY' };
      const { id, __typename } = await save(dara, kept);
      expect(__typename).toBe('SavedReport');
      expect(await save(dara, { ...kept, name: ' ' })).toMatchObject({ problems: [{ field: 'name' }] });
      expect(await save(dara, { ...kept, definition: definition({ columns: ['salary'] }) })).toMatchObject({
        problems: [{ field: 'columns.0', message: '“salary” is no column of People.' }],
      });
      expect(await save(dara, { ...kept, id, expectedRevision: 7 })).toMatchObject({ __typename: 'ChangedMeanwhile' });
      const [wes] = await api.sql<{ id: string }>(`SELECT id FROM person WHERE display_name = 'Wes'`);
      const lead = await api.as(wes?.id ?? '');
      const { savedReports } = await lead.query<{ savedReports: { id: string; viewerCan: string[] }[] }>(
        '{ savedReports { id viewerCan } }',
      );
      expect(savedReports).toEqual([{ id, viewerCan: ['read'] }]);
      expect(await run(lead)).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'subject' }] });
      expect(await save(lead, { ...kept, id, expectedRevision: 1 })).toMatchObject({ __typename: 'NotFound' });
      expect((await run(lead, { subject: 'ATTEMPTS', columns: ['achievement'] })).__typename).toBe('Report');
    });

    it('is sent on its day as a link without rows, once', async () => {
      await api.sql(`UPDATE saved_report SET due_at = now() - interval '1 hour' WHERE name = 'By unit'`);
      const job = api.app.get(SendDueReportsJob);
      await api.asSystem((system) => job.run(system));
      await api.asSystem((system) => job.run(system));
      const events = await api.sql(`SELECT FROM domain_event WHERE type = 'ReportDue'`);
      expect(events).toHaveLength(1);
      const [kept] = await api.sql<{ later: boolean }>(
        `SELECT due_at > now() AS later FROM saved_report WHERE name = 'By unit'`,
      );
      expect(kept?.later).toBe(true);
    });
  });

  describe('as what people aimed at', () => {
    type Told = { key: string; part: number | null; of: number | null; hours: number | null; band: string | null };
    const figuresOf = async (client: TestClient, field: string) => {
      const answer = await client.query<Record<string, { figures: Told[] }>>(
        `{ ${field} { figures { key part of hours band opens } } }`,
      );
      return Object.fromEntries((answer[field]?.figures ?? []).map((figure) => [figure.key, figure]));
    };
    const named = async (names: string[]) =>
      api.sql<{ id: string }>('SELECT id FROM person WHERE display_name = ANY ($1) ORDER BY length(display_name), 1', [
        names,
      ]);
    const crowd = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `P${from + at}`);
    /** A goal set so many days ago. */
    const aim = async (names: string[], days: number) =>
      api.sql(
        `INSERT INTO goal (id, person_id, job_role_level_id, chosen_by, shared, created_at)
         SELECT gen_random_uuid(), person.id, level.id, person.id, false, now() - $2 * interval '1 day'
         FROM person, job_role_level level WHERE display_name = ANY ($1) AND level.code = 'fitter'`,
        [names, days],
      );

    it('says how far they came and how long it took, and nothing of fewer than five', async () => {
      await aim(crowd(0, 12), 10);
      // Six of the twelve have proved one of the two skills since; nobody has both.
      expect(await figuresOf(dara, 'goalInsights')).toMatchObject({
        AIM_SET: { part: 12, opens: false },
        AIM_STEP: { part: 6, of: 12 },
        AIM_READY: { part: 0, of: 6 },
        AIM_PLANNED: { part: 0, of: 12 },
        AIM_TIME: { hours: null, band: null },
      });
      for (const { id } of await named(crowd(0, 6))) await earn(id, 'Safety', 1);
      // Whoever was there already when they set it came nowhere by it.
      const [there] = await named(['P12']);
      for (const skill of ['Welding', 'Safety'] as const)
        await earn(there?.id ?? '', skill, skill === 'Welding' ? 2 : 1);
      await aim(['P12'], 0);
      const told = await figuresOf(dara, 'goalInsights');
      expect(told).toMatchObject({ AIM_SET: { part: 12 }, AIM_STEP: { part: 6 }, AIM_READY: { part: 6, of: 6 } });
      expect(Math.round(told.AIM_TIME?.hours ?? 0)).toBe(9 * 24);
      // One who reached it alone is not told apart from the rest.
      for (const skill of ['Welding', 'Safety'] as const) {
        const [one] = await named(['P6']);
        await earn(one?.id ?? '', skill, skill === 'Welding' ? 2 : 1);
      }
      expect(await figuresOf(dara, 'goalInsights')).toMatchObject({ AIM_STEP: { part: 7 }, AIM_READY: { part: 7 } });
      await aim(['P13', 'P14'], 10);
      await api.sql(`DELETE FROM goal WHERE person_id IN (SELECT id FROM person WHERE display_name = ANY ($1))`, [
        crowd(7, 12),
      ]);
      // Nine aimed, seven came far: two would be told of.
      expect(await figuresOf(dara, 'goalInsights')).toMatchObject({
        AIM_SET: { part: 9 },
        AIM_STEP: { part: null, band: 'HIDDEN' },
      });
    });

    it('counts the levels that were missing before and are verified now, and opens to whose they are', async () => {
      const { GAP_CLOSED } = await figuresOf(dara, 'costInsights');
      const { insightRows } = await dara.query<{
        insightRows: { edges: { node: { title: string; detail: string } }[] };
      }>('{ insightRows(key: GAP_CLOSED, first: 50) { edges { node { title detail } } } }');
      const rows = insightRows.edges.map(({ node }) => `${node.title}: ${node.detail}`);
      // Welding is asked at 2 and safety at 1: no level beyond what is asked counts.
      expect(rows).toEqual(
        expect.arrayContaining(['Ann: 3 levels in 2 skills', 'Ben: 1 level in 1 skill', 'P0: 3 levels in 2 skills']),
      );
      const levels = rows.map((row) => Number(/: (\d+)/.exec(row)?.[1])).reduce((sum, each) => sum + each, 0);
      expect(GAP_CLOSED).toMatchObject({ part: levels, opens: true });
    });

    it('is for those who plan for everybody', async () => {
      const more = await addPeople(api, { Una: ['ASSESSMENT_LEAD'] });
      const una = await api.as(more.Una);
      expect(await figuresOf(una, 'goalInsights')).toEqual({});
      expect((await ann.ask('{ goalInsights { from } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      const [row] = await api.sql<{ chosen: number }>(
        "SELECT chosen FROM app_insight_goals(now() - interval '1 year', now(), 0.93)",
      );
      expect(row?.chosen).toBe(0);
    });
  });

  it('finds a rung by its name: what is called just so comes before what stands below it on its ladder', async () => {
    const names = async (search: string) =>
      (
        await dara.query<{ jobRoleLevels: { name: string }[] }>(
          'query($search: String) { jobRoleLevels(first: 20, search: $search) { name } }',
          { search },
        )
      ).jobRoleLevels.map(({ name }) => name);
    expect(await names('fit')).toEqual(['Apprentice fitter', 'Fitter']);
    expect(await names(' fitter')).toEqual(['Fitter', 'Apprentice fitter']);
  });

  describe('as who could follow', () => {
    const BENCH = `{ benchStrength { until figures { key part of n band opens } }
      successionDepth { jobRoleLevelId name there ready band } }`;
    const ROWS = `query($key: InsightRowsKey!, $level: ID) {
      insightRows(key: $key, jobRoleLevelId: $level) { totalCount edges { node { kind title detail } } } }`;
    interface Bench {
      benchStrength: { until: string; figures: object[] };
      successionDepth: { jobRoleLevelId: string; there: number; ready: number | null; band: string | null }[];
    }
    const rows = async (key: string, level?: string) =>
      (
        await dara.query<{
          insightRows: { totalCount: number; edges: { node: { kind: string; title: string; detail: string } }[] };
        }>(ROWS, { key, level })
      ).insightRows;

    it('counts levels with two ready, opens to them and to who is ready, and settles nothing about a few', async () => {
      expect((await dara.query<Bench>(BENCH)).benchStrength.figures).toMatchObject([{ key: 'BENCH', part: 0, of: 1 }]);
      const followers = await addPeople(api, Object.fromEntries('QRSTUV'.split('').map((name) => [name, []])));
      const ids = Object.values(followers);
      const become = async (id: string) => {
        await earn(id, 'Welding', 2);
        await earn(id, 'Safety', 1);
      };
      await become(ids[0] ?? '');
      await become(ids[1] ?? '');
      // Two of them: whether they are one or more is said by no figure.
      const few = await dara.query<Bench>(BENCH);
      expect(few.benchStrength.figures).toMatchObject([{ part: null, of: null, n: null, band: 'HIDDEN' }]);
      expect(few.successionDepth).toMatchObject([{ ready: null, band: 'HIDDEN' }]);
      for (const id of ids.slice(2)) await become(id);
      const { benchStrength, successionDepth } = await dara.query<Bench>(BENCH);
      expect(benchStrength.figures).toMatchObject([{ part: 1, of: 1, band: null, opens: true }]);
      expect(benchStrength.until).toBe(new Date().toISOString().slice(0, 10));
      expect(successionDepth).toMatchObject([{ ready: 6 }]);
      expect(await rows('BENCH')).toEqual({
        totalCount: 1,
        edges: [{ node: { kind: 'LEVEL', title: 'Fitter', detail: '6 others are ready' } }],
      });
      const level = successionDepth[0]?.jobRoleLevelId;
      expect((await rows('READY', level)).edges.map(({ node }) => node.title)).toEqual('QRSTUV'.split(''));
      expect((await rows('THERE', level)).totalCount).toBe(successionDepth[0]?.there);
    });
  });
});
