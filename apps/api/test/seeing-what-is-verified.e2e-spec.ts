import { NewerVersionsService } from '../src/features/pathways/newer-versions.service.js';
import { idFor, newId } from '../src/platform/database/id.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { documentsOfThePortal } from './support/portal-documents.js';
import { statementsOf } from './support/statements.js';

const TEAM = `query($asOf: DateTime) { team(asOf: $asOf) { asOf skills { skill { name } needed covered }
  people { person { displayName } jobTitle cells { skillId level needed mustHave state validUntil achievementName assessors credentialId } } } }`;
const READINESS = `query { myReadiness { jobRoleLevel { name } verified blockedBy { name }
  rows { requirement { skill { name } level { label } mustHave } verified { ordinal } lapsedOn validUntil achievement { name } } } }`;
const STANDINGS = `query($id: ID!) { person(id: $id) { viewerCan standings { skill { name } level { ordinal } state verifiedOn validUntil credential { id } } } }`;

interface Cell {
  skillId: string;
  level: number | null;
  needed: number | null;
  mustHave: boolean;
  state: string | null;
  achievementName: string | null;
  assessors: number | null;
}
interface Team {
  team: {
    skills: { skill: { name: string }; needed: number | null; covered: number }[];
    people: { person: { displayName: string }; jobTitle: string; cells: Cell[] }[];
  };
}
interface Readiness {
  myReadiness: {
    verified: number;
    blockedBy: { name: string }[];
    rows: {
      requirement: { skill: { name: string } };
      verified: { ordinal: number } | null;
      lapsedOn: string | null;
      validUntil: string | null;
      achievement: { name: string } | null;
    }[];
  } | null;
}
interface Standings {
  person: { viewerCan: string[]; standings: { skill: { name: string }; level: { ordinal: number }; state: string }[] };
}

const person = { boss: newId(), bo: newId(), cy: newId(), other: newId() };
const skill = { welding: newId(), safety: newId() };
const rung = newId();
/** Above it on its ladder, and beside that on another. */
const [lead, inspector] = [newId(), newId()];
const HOUR = 60 * 60 * 1_000;

/** Rows as the lower features write them; what is tried here is what is read from them. */
describe('seeing what is verified', () => {
  let api: TestApi;
  let as: Record<keyof typeof person, TestClient>;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await api.asSystem(async ({ tx }) => {
      for (const [name, id] of Object.entries(person))
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
          id,
          name,
          `${name}@example.org`,
        ]);
      const [series, scale, framework, family, role] = [newId(), newId(), newId(), newId(), newId()];
      await tx.query('INSERT INTO proficiency_scale (id, name) VALUES ($1, $2)', [scale, 'Four steps']);
      for (const ordinal of [1, 2, 3, 4])
        await tx.query('INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, $3, $4)', [
          newId(),
          scale,
          ordinal,
          `Step ${ordinal}`,
        ]);
      await tx.query(
        `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
         VALUES ($1, $2, 'Works', 'Us', '1', 'DRAFT', 'none', 'none', $3, now())`,
        [framework, series, scale],
      );
      for (const [name, id] of Object.entries(skill)) {
        await tx.query('INSERT INTO skill (id, series_id, code) VALUES ($1, $2, $3)', [id, series, name]);
        await tx.query(
          `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position) VALUES ($1, $2, $3, $4, '[]', 1)`,
          [newId(), id, framework, name],
        );
      }
      await tx.query(`INSERT INTO job_family VALUES ($1, $2, 'f', 'Works', 1)`, [family, framework]);
      await tx.query(
        `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
         VALUES ($1, $2, $3, 'r', 'Fitter', '', '[]', 1)`,
        [role, framework, family],
      );
      await tx.query(
        `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
         VALUES ($1, $2, $3, 'l', 'Senior fitter', 1, '', '[]', '{}')`,
        [rung, framework, role],
      );
      const inspecting = newId();
      await tx.query(
        `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
         VALUES ($1, $2, $3, 'i', 'Inspector', '', '[]', 2)`,
        [inspecting, framework, family],
      );
      for (const [id, of, code, name, order] of [
        [lead, role, 'lead', 'Lead fitter', 2],
        [inspector, inspecting, 'i', 'Inspector', 1],
      ])
        await tx.query(
          `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
           VALUES ($1, $2, $3, $4, $5, $6, '', '[]', '{}')`,
          [id, framework, of, code, name, order],
        );
      await tx.query(
        `INSERT INTO job_role_edge (id, framework_id, from_level_id, to_level_id, kind, origin) VALUES ($1, $2, $3, $4, 'LATERAL', 'DECLARED')`,
        [newId(), framework, lead, inspector],
      );
      for (const [at, id, level, importance, must] of [
        [rung, skill.welding, 3, 3, true],
        [rung, skill.safety, 2, 1, false],
        [lead, skill.welding, 4, 3, true],
        [lead, skill.safety, 2, 1, false],
        [inspector, skill.safety, 4, 1, true],
      ])
        await tx.query(
          `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 1)`,
          [newId(), framework, at, id, level, importance, must],
        );
      await tx.query(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [framework]);
      for (const [id, manager, job] of [
        [person.bo, person.boss, rung],
        [person.cy, person.boss, null],
        [person.other, null, null],
      ])
        await tx.query(
          `INSERT INTO employment (id, person_id, job_title, manager_id, job_role_level_id, starts_on)
           VALUES ($1, $2, 'Fitter', $3, $4, '2020-01-01')`,
          [newId(), id, manager, job],
        );
    });
    as = {
      boss: await api.as(person.boss),
      bo: await api.as(person.bo),
      cy: await api.as(person.cy),
      other: await api.as(person.other),
    };
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.sql(
      'TRUNCATE credential, award, skill_claim, skill_observation, goal, mentor_offer, evidence_item CASCADE',
    );
  });

  /** A published achievement for a skill at a level; the same one for the same words. */
  async function achievement(skillId: string, ordinal: number, workloadHours?: number): Promise<string> {
    const id = idFor('version', skillId, String(ordinal));
    const achievementId = idFor('achievement', skillId, String(ordinal));
    await api.sql('INSERT INTO achievement (id, created_at) VALUES ($1, now()) ON CONFLICT DO NOTHING', [
      achievementId,
    ]);
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, state, revision, name, description, skill_id, level_ordinal,
         outcomes, rubric, evidence_asked, cut_score, route, marking_policy, descriptors, created_at, published_at)
       VALUES ($1, $2, 1, 'PUBLISHED', 1, $3, '', $4, $5, '[]', '{"criteria":[]}', '[]', 0.5, 'PORTFOLIO', 'SINGLE', $6, now(), now())
       ON CONFLICT DO NOTHING`,
      [id, achievementId, `Achievement at ${ordinal}`, skillId, ordinal, JSON.stringify({ workloadHours })],
    );
    return id;
  }

  async function hold(
    personId: string,
    skillId: string,
    ordinal: number,
    change: { validFrom?: Date; validUntil?: Date; status?: string; basis?: string } = {},
  ): Promise<void> {
    const [award, credential, version] = [newId(), newId(), await achievement(skillId, ordinal)];
    const from = change.validFrom ?? new Date(Date.now() - 48 * HOUR);
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, $4, $5, 'ISSUED', $6, '{"marking":{"assessors":1,"doubleMarked":false}}', $6)`,
      [award, personId, version, change.basis ?? 'DECISION', newId(), from],
    );
    await api.sql(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest)
       VALUES ($1, $2, 1, $3, $4, $5, $5, $6, $7, '{}', 'x')`,
      [credential, award, personId, version, from, change.validUntil ?? null, change.status ?? 'ACTIVE'],
    );
  }

  const team = async (asOf?: Date) => (await as.boss.query<Team>(TEAM, { asOf: asOf?.toISOString() })).team;
  const cellOf = async (name: string, skillId: string, asOf?: Date) =>
    (await team(asOf)).people
      .find((row) => row.person.displayName === name)
      ?.cells.find((cell) => cell.skillId === skillId);

  it('shows a manager the verified skill where there was none, with where it comes from', async () => {
    expect(await cellOf('bo', skill.welding)).toMatchObject({ level: null, needed: 3, mustHave: true, state: null });
    await hold(person.bo, skill.welding, 3);
    expect(await cellOf('bo', skill.welding)).toMatchObject({
      level: 3,
      state: 'CURRENT',
      achievementName: 'Achievement at 3',
      assessors: 1,
    });
    expect((await team()).skills).toEqual(
      expect.arrayContaining([
        { skill: { name: 'welding' }, needed: 3, covered: 1 },
        { skill: { name: 'safety' }, needed: 2, covered: 0 },
      ]),
    );
  });

  it('answers as of any date', async () => {
    const validUntil = new Date(Date.now() + 48 * HOUR);
    await hold(person.cy, skill.safety, 2, { validUntil });
    expect(await cellOf('cy', skill.safety)).toMatchObject({ level: 2, state: 'CURRENT' });
    expect(await cellOf('cy', skill.safety, new Date(Date.now() - 72 * HOUR))).toBeUndefined();
    expect(await cellOf('cy', skill.safety, new Date(validUntil.getTime() - 1))).toMatchObject({ state: 'CURRENT' });
    expect(await cellOf('cy', skill.safety, validUntil)).toMatchObject({ level: 2, state: 'LAPSED' });
  });

  it('counts what was suspended, reinstated or revoked on the days on which it stood, and on no other', async () => {
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
    await hold(person.cy, skill.welding, 3, { validFrom: ago(100) });
    const [credential] = await api.sql<{ id: string }>('SELECT id FROM credential');
    const happened = async (kind: string, status: string, at: Date) => {
      await api.sql(
        `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at, done_at)
         VALUES ($1, $2, $3, $4, 'UNDER_REVIEW', '', 'DONE', $5, $6, $5, $6, $6)`,
        [newId(), credential?.id, person.cy, kind, person.boss, at],
      );
      await api.sql('UPDATE credential SET status = $1, status_since = $2', [status, at]);
    };
    const held = async (hours: number) => (await cellOf('cy', skill.welding, ago(hours)))?.state ?? null;
    await happened('SUSPEND', 'SUSPENDED', ago(60));
    expect([await held(80), await held(50), await held(0)]).toEqual(['CURRENT', null, null]);
    await happened('REINSTATE', 'ACTIVE', ago(40));
    expect([await held(80), await held(50), await held(30), await held(0)]).toEqual([
      ...['CURRENT', null, 'CURRENT', 'CURRENT'],
    ]);
    await happened('REVOKE', 'REVOKED', ago(20));
    expect([await held(80), await held(50), await held(30), await held(10)]).toEqual([
      'CURRENT',
      null,
      'CURRENT',
      null,
    ]);
    // Before the first record there is nothing, and nothing is made up.
    expect(await held(200)).toBeNull();
  });

  it('shows a team to its own manager only', async () => {
    await hold(person.bo, skill.welding, 3);
    expect((await team()).people.map((row) => row.person.displayName)).toEqual(['bo', 'cy']);
    for (const who of [as.bo, as.other]) expect((await who.ask(TEAM)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('shows standings to the person and the manager, and to a colleague none', async () => {
    await hold(person.bo, skill.welding, 2);
    const seenBy = (who: TestClient) => who.query<Standings>(STANDINGS, { id: person.bo });
    for (const who of [as.bo, as.boss])
      expect((await seenBy(who)).person.standings).toEqual([
        expect.objectContaining({ skill: { name: 'welding' }, level: { ordinal: 2 }, state: 'CURRENT' }),
      ]);
    expect((await seenBy(as.other)).person.standings).toEqual([]);
    expect((await seenBy(as.other)).person.viewerCan).not.toContain('seeStandings');
  });

  it('counts only what was assessed and still stands', async () => {
    await hold(person.bo, skill.welding, 4, { status: 'REVOKED' });
    await hold(person.bo, skill.welding, 4, { status: 'SUSPENDED' });
    await hold(person.bo, skill.welding, 4, { basis: 'COMPLETION' });
    await hold(person.bo, skill.welding, 4, { validFrom: new Date(Date.now() + HOUR) });
    await hold(person.bo, skill.welding, 2);
    expect(await cellOf('bo', skill.welding)).toMatchObject({ level: 2, state: 'CURRENT' });
  });

  it('says how ready one is for the own job, and what stands in the way', async () => {
    const mine = async () => (await as.bo.query<Readiness>(READINESS)).myReadiness;
    await achievement(skill.welding, 4);
    expect(await mine()).toMatchObject({ verified: 0, blockedBy: [{ name: 'welding' }] });

    await hold(person.bo, skill.welding, 2);
    await hold(person.bo, skill.safety, 2, { validUntil: new Date(Date.now() - HOUR) });
    const readiness = await mine();
    // 3·min(2, 3) of 3·3 + 1·2: the lapsed one adds nothing.
    expect(readiness?.verified).toBeCloseTo(6 / 11);
    expect(readiness?.blockedBy).toEqual([{ name: 'welding' }]);
    const row = (name: string) => readiness?.rows.find(({ requirement }) => requirement.skill.name === name);
    expect(row('welding')).toMatchObject({ verified: { ordinal: 2 }, lapsedOn: null });
    expect(row('welding')?.achievement?.name).toMatch(/Achievement at [34]/);
    expect(row('safety')).toMatchObject({ verified: null, validUntil: null });
    expect(row('safety')?.lapsedOn).not.toBeNull();

    await hold(person.bo, skill.welding, 3);
    expect(await mine()).toMatchObject({ blockedBy: [] });
  });

  it('tells a manager that something is under way, and of a draft nothing', async () => {
    const version = await achievement(skill.welding, 3);
    for (const [state, attempt] of [
      ['QUEUED', 1],
      ['DRAFT', 2],
    ])
      await api.sql(
        `INSERT INTO submission (id, person_id, achievement_version_id, achievement_id, attempt_no, state, revision, created_at, saved_at, submitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, now(), now(), now())`,
        [
          newId(),
          attempt === 1 ? person.bo : person.cy,
          version,
          idFor('achievement', skill.welding, '3'),
          attempt,
          state,
        ],
      );
    const { people } = (
      await as.boss.query<{ team: { people: { person: { displayName: string }; waiting: object[] }[] } }>(
        'query { team { people { person { displayName } waiting { state achievementVersion { name } } } } }',
      )
    ).team;
    expect(people).toEqual([
      {
        person: { displayName: 'bo' },
        waiting: [{ state: 'QUEUED', achievementVersion: { name: 'Achievement at 3' } }],
      },
      { person: { displayName: 'cy' }, waiting: [] },
    ]);
    const { myReadiness } = await as.bo.query<{ myReadiness: { rows: { submission: { state: string } | null }[] } }>(
      'query { myReadiness { rows { submission { state } } } }',
    );
    expect(myReadiness.rows).toEqual(expect.arrayContaining([{ submission: { state: 'QUEUED' } }]));
  });

  it('says nothing of readiness where the job is not in the job architecture', async () => {
    expect((await as.cy.query<Readiness>(READINESS)).myReadiness).toBeNull();
  });

  const REFUSED = '__typename ... on Refusal { message } ... on InvalidInput { problems { field message } }';
  interface Answer {
    __typename: string;
    id: string;
    message: string;
    problems: { field: string; message: string }[];
  }
  /** What the one mutation of a document answers. */
  const answered = async (who: TestClient, document: string, variables: object) =>
    Object.values(await who.query<Record<string, Answer>>(document, variables))[0] as Answer;
  const claim = (who: TestClient, level: number, words = 'I weld every day.', skillId = skill.welding) =>
    answered(
      who,
      `mutation($input: ClaimSkillInput!) { claimSkill(input: $input) { ... on SkillClaim { id } ${REFUSED} } }`,
      { input: { skillId, level, words } },
    );
  const observe = (who: TestClient, personId: string, level: number, more: object = {}) =>
    answered(
      who,
      `mutation($input: ObserveSkillInput!) { observeSkill(input: $input) { ... on SkillObservation { id capacity } ${REFUSED} } }`,
      {
        input: {
          ...{ personId, skillId: skill.welding, level, seenOn: '2026-01-05' },
          usedOnJob: true,
          words: 'A gate',
          ...more,
        },
      },
    );
  const LAYERS = `query($id: ID!, $asOf: DateTime) { person(id: $id) { viewerObservesAs skillLayers(asOf: $asOf) { skill { name }
    verified { level { ordinal } } observed { level { ordinal } capacity usedOnJob seenOn observer { displayName } }
    observations { words } claimed { level { ordinal } words } } } }`;
  interface Layer {
    skill: { name: string };
    verified: { level: { ordinal: number } } | null;
    observed: { level: { ordinal: number }; capacity: string; observer: { displayName: string } } | null;
    observations: { words: string }[];
    claimed: { level: { ordinal: number }; words: string } | null;
  }
  const layersOf = async (who: TestClient, personId: string, asOf?: Date) =>
    (await who.query<{ person: { skillLayers: Layer[] } }>(LAYERS, { id: personId, asOf: asOf?.toISOString() })).person
      .skillLayers;

  it('keeps what somebody says apart from what was seen and verified, and tells the three as of any date', async () => {
    await hold(person.bo, skill.welding, 2, { validFrom: new Date(Date.now() - HOUR) });
    expect(await claim(as.bo, 4)).toMatchObject({ __typename: 'SkillClaim' });
    expect(await observe(as.boss, person.bo, 3)).toMatchObject({ __typename: 'SkillObservation', capacity: 'MANAGER' });
    expect(await observe(as.cy, person.bo, 4, { words: 'A boat' })).toMatchObject({ capacity: 'PEER' });
    for (const who of [as.bo, as.boss])
      expect(await layersOf(who, person.bo)).toEqual([
        {
          skill: { name: 'welding' },
          verified: { level: { ordinal: 2 } },
          // A manager's word counts before a colleague's, however high that is.
          observed: {
            ...{ level: { ordinal: 3 }, capacity: 'MANAGER', usedOnJob: true, seenOn: '2026-01-05' },
            observer: { displayName: 'boss' },
          },
          observations: [{ words: 'A boat' }, { words: 'A gate' }],
          claimed: { level: { ordinal: 4 }, words: 'I weld every day.' },
        },
      ]);
    for (const who of [as.cy, as.other]) expect(await layersOf(who, person.bo)).toEqual([]);
    const [before] = await layersOf(as.bo, person.bo, new Date(Date.now() - HOUR / 2));
    expect(before).toMatchObject({ verified: { level: { ordinal: 2 } }, observed: null, claimed: null });
  });

  it('lets people take back what they said, and keeps what stood before', async () => {
    await claim(as.bo, 2);
    const seen = await observe(as.boss, person.bo, 3);
    const between = new Date();
    await answered(as.bo, `mutation($id: ID!) { withdrawSkillClaim(skillId: $id) { __typename } }`, {
      id: skill.welding,
    });
    const takeBack = (who: TestClient) =>
      answered(who, `mutation($id: ID!) { withdrawSkillObservation(id: $id) { __typename } }`, { id: seen.id });
    expect(await takeBack(as.bo)).toMatchObject({ __typename: 'NotFound' });
    expect(await takeBack(as.boss)).toMatchObject({ __typename: 'SkillObservation' });
    expect(await layersOf(as.bo, person.bo)).toEqual([]);
    expect(await layersOf(as.bo, person.bo, between)).toMatchObject([
      { observed: { level: { ordinal: 3 } }, claimed: { level: { ordinal: 2 } } },
    ]);
  });

  it('takes an observation from who works with somebody only, and says which field is wrong', async () => {
    expect(await observe(as.other, person.bo, 3)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await observe(as.bo, person.bo, 3)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await observe(as.bo, person.boss, 3)).toMatchObject({ __typename: 'NotAllowed' });
    for (const [wrong, field] of [
      [{ level: 9 }, 'level'],
      [{ seenOn: '2999-01-01' }, 'seenOn'],
      [{ words: ' ' }, 'words'],
    ] as const)
      expect(await observe(as.boss, person.bo, 3, wrong)).toMatchObject({
        problems: [expect.objectContaining({ field })],
      });
    expect(await claim(as.bo, 9)).toMatchObject({ problems: [{ field: 'level', message: 'welding has no level 9.' }] });
    expect(await claim(as.bo, 2, '', newId())).toMatchObject({ __typename: 'NotFound' });
    expect(await layersOf(as.bo, person.bo)).toEqual([]);
  });

  const GOAL = `id shared byDay endedAt viewerCan chosenBy { displayName } jobRoleLevel { id }
    readiness { verified claimed band blockedBy { name } plan { outcome hours unblockedAfter unreached { skillId needed reaches }
      steps { achievement { name } hours hoursSoFar after unblocks closes { skillId from to } } offers { hours gives { to } } } }`;
  interface Goal {
    id: string;
    shared: boolean;
    chosenBy: { displayName: string };
    viewerCan: string[];
    readiness: {
      verified: number;
      claimed: number;
      plan: { steps: { achievement: { name: string } }[] };
    };
  }
  const aim = (who: TestClient, more: object = {}) =>
    answered(who, `mutation($input: GoalInput!) { chooseGoal(input: $input) { ... on Goal { id } ${REFUSED} } }`, {
      input: { jobRoleLevelId: rung, shared: false, ...more },
    });
  const assign = (personId: string) =>
    answered(
      as.boss,
      `mutation($id: ID!, $input: GoalInput!) { assignGoal(personId: $id, input: $input) { ... on Goal { id } ${REFUSED} } }`,
      { id: personId, input: { jobRoleLevelId: rung, shared: false, byDay: '2040-01-01' } },
    );
  const goalOf = async (who: TestClient, personId: string) =>
    (
      await who.query<{ person: { goal: Goal | null } }>(`query($id: ID!) { person(id: $id) { goal { ${GOAL} } } }`, {
        id: personId,
      })
    ).person.goal;

  it('plans the way to a goal, and readiness moves with the first badge', async () => {
    await api.sql(`UPDATE achievement_version SET state = 'SUPERSEDED' WHERE skill_id = $1`, [skill.safety]);
    await achievement(skill.welding, 3);
    await achievement(skill.safety, 1);
    await claim(as.cy, 3);
    expect(await aim(as.cy)).toMatchObject({ __typename: 'Goal' });
    expect(await goalOf(as.cy, person.cy)).toMatchObject({
      ...{ shared: false, endedAt: null, jobRoleLevel: { id: rung }, chosenBy: { displayName: 'cy' } },
      readiness: {
        ...{ verified: 0, band: 'EXPLORE', blockedBy: [{ name: 'welding' }] },
        plan: {
          // Nothing certifies safety at the level asked: as far as it goes, and said so.
          ...{ outcome: 'PARTLY', hours: 20, unblockedAfter: 10 },
          unreached: [{ skillId: skill.safety, needed: 2, reaches: 1 }],
          steps: [
            { unblocks: [skill.welding], closes: [{ skillId: skill.welding, from: 0, to: 3 }], hoursSoFar: 10 },
            { unblocks: [], closes: [{ skillId: skill.safety, from: 0, to: 1 }], hoursSoFar: 20 },
          ],
        },
      },
    });
    expect((await goalOf(as.cy, person.cy))?.readiness.claimed).toBeCloseTo(9 / 11);
    await hold(person.cy, skill.welding, 3);
    const after = await goalOf(as.cy, person.cy);
    expect(after?.readiness).toMatchObject({ band: 'NEXT_STEP', blockedBy: [] });
    expect(after?.readiness.verified).toBeCloseTo(9 / 11);
    expect(after?.readiness.plan.steps.map((step) => step.achievement.name)).toEqual(['Achievement at 1']);
  });

  it('counts what the steps cost by the cheapest course, in the currency of most prices, and names what has no price', async () => {
    interface Priced {
      plan: {
        currency: string | null;
        price: number;
        unpriced: string[];
        offers: { price: number | null; priceOf: { title: string } | null; gives: { skillId: string }[] }[];
      };
    }
    const ofOther = async () =>
      (
        await as.other.query<{ myReadiness: Priced }>(
          'query($id: ID!) { myReadiness(jobRoleLevelId: $id) { plan { currency price priceAYear unpriced offers { price priceOf { title } gives { skillId } } } } }',
          { id: rung },
        )
      ).myReadiness;
    const course = async (title: string, price: number | null, currency: string | null, level: number) => {
      const id = newId();
      await api.sql(
        `INSERT INTO course (id, code, title, state, description, area, topics, price_amount, price_currency, duration, support, prerequisites, start_dates, source, revision, created_at, saved_at)
         VALUES ($1, $2::text, $2, 'ACTIVE', '', '', '{}', $3, $4, '', '', '', '{}', '{}', 1, now(), now())`,
        [id, title, price, currency],
      );
      await api.sql(
        `INSERT INTO course_outcome (id, course_id, skill_id, level_ordinal, result, position) VALUES ($1, $2, $3, $4, 'NONE', 1)`,
        [newId(), id, skill.safety, level],
      );
    };
    expect((await ofOther()).plan).toMatchObject({ currency: null, price: 0 });
    await course('Safety at work', 300, 'EUR', 1);
    await course('Safety for less', 120, 'EUR', 2);
    await course('Safety abroad', 90, 'USD', 2);
    const myReadiness = await ofOther();
    expect(myReadiness.plan).toMatchObject({ currency: 'EUR', price: 120 });
    expect(myReadiness.plan.unpriced).toHaveLength(1);
    const priceOf = (id: string) =>
      myReadiness.plan.offers.find(({ gives }) => gives.some(({ skillId }) => skillId === id));
    expect(priceOf(skill.safety)).toMatchObject({ price: 120, priceOf: { title: 'Safety for less' } });
    expect(priceOf(skill.welding)).toMatchObject({ price: null, priceOf: null });
  });

  it('keeps a goal private until it is shared, and a manager does not end one that is not', async () => {
    const own = await aim(as.cy);
    expect(await goalOf(as.boss, person.cy)).toBeNull();
    expect(await assign(person.cy)).toMatchObject({
      __typename: 'NotAllowed',
      message: expect.stringMatching(/not shared/) as string,
    });
    expect((await goalOf(as.cy, person.cy))?.id).toBe(own.id);
    await aim(as.cy, { shared: true });
    expect(await goalOf(as.boss, person.cy)).toMatchObject({ shared: true, viewerCan: ['read', 'end'] });
    expect(await goalOf(as.other, person.cy)).toBeNull();
    expect(await assign(person.cy)).toMatchObject({ __typename: 'Goal' });
    expect(await goalOf(as.cy, person.cy)).toMatchObject({ shared: true, chosenBy: { displayName: 'boss' } });
    expect(await assign(person.other)).toMatchObject({ __typename: 'NotAllowed' });
    for (const byDay of ['2001-01-01', '2999-01-01'])
      expect(await aim(as.cy, { byDay })).toMatchObject({ problems: [{ field: 'byDay' }] });
    expect(await aim(as.cy, { jobRoleLevelId: newId() })).toMatchObject({ __typename: 'NotFound' });
  });

  it('has one goal at a time, also when two are chosen at once', async () => {
    await Promise.all([aim(as.cy), aim(as.cy, { shared: true }), aim(as.cy)]);
    const rows = await api.sql<{ open: boolean }>('SELECT ended_at IS NULL AS open FROM goal');
    expect([rows.length, rows.filter(({ open }) => open).length]).toEqual([3, 1]);
  });

  it('opens the home of somebody with a goal by four messages to the database, and says who it is by two', async () => {
    const home = documentsOfThePortal().find(({ name }) => name === 'Home')?.text ?? '';
    // The worker of this process asks meanwhile, too.
    const asked = (document: string) => statementsOf(() => as.cy.query(document), `app_who_is('${person.cy}')`);
    await aim(as.cy);
    // Until sessions, and what everybody sees alike, are kept.
    for (let times = 0; times < 2; times += 1) await asked(home);
    expect(await asked(home)).toEqual([
      expect.stringMatching(/^START TRANSACTION/),
      expect.stringContaining('FROM goal'),
      expect.stringContaining('FROM skill_claim'),
      'COMMIT',
    ]);
    expect(await asked('{ viewer { person { displayName } roles } }')).toHaveLength(2);
  });

  const NEXT = `query($id: ID!) { person(id: $id) { readiness(jobRoleLevelId: "${rung}") { rows { requirement { skill { name } } lapsedOn
    nextSteps { kind remains hours hoursSaid achievement { name } course { title } mentor { displayName } level { ordinal } evidence { title } } } } } }`;
  interface NextSteps {
    person: {
      readiness: { rows: { requirement: { skill: { name: string } }; nextSteps: Record<string, unknown>[] }[] } | null;
    };
  }
  const stepsFor = async (who: TestClient, personId: string, name = 'welding') =>
    (await who.query<NextSteps>(NEXT, { id: personId })).person.readiness?.rows.find(
      (row) => row.requirement.skill.name === name,
    )?.nextSteps;
  const mentoring = (who: TestClient, what: 'offerToMentor' | 'stopOfferingToMentor') =>
    answered(
      who,
      `mutation($id: ID!) { ${what}(skillId: $id) { __typename ... on MentorOffer { id endedAt } ... on Refusal { message } } }`,
      {
        id: skill.welding,
      },
    );

  it('names the next steps of a gap: what there is already, what can be earned, what teaches it, and what leaves least first', async () => {
    await achievement(skill.welding, 3);
    const course = newId();
    await api.sql(
      `INSERT INTO course (id, code, title, state, description, area, topics, hours, duration, support, prerequisites, start_dates, created_at, saved_at)
       VALUES ($1, 'W1', 'Welding by day', 'ACTIVE', '', '', '{}', 16, '', '', '', '{}', now(), now())`,
      [course],
    );
    await api.sql(
      `INSERT INTO course_outcome (id, course_id, skill_id, level_ordinal, result, position) VALUES ($1, $2, $3, 2, 'NONE', 1)`,
      [newId(), course, skill.welding],
    );
    const nothing = { mentor: null, level: null, evidence: [] };
    expect(await stepsFor(as.cy, person.cy)).toEqual([
      {
        ...{ ...nothing, kind: 'EARN', remains: 0, hours: 10, hoursSaid: false, course: null },
        achievement: { name: 'Achievement at 3' },
      },
      {
        ...{ ...nothing, kind: 'COURSE', remains: 3, hours: 16, hoursSaid: true, achievement: null },
        course: { title: 'Welding by day' },
      },
    ]);
    await api.sql(
      `INSERT INTO evidence_item (id, person_id, kind, title, note, text, created_at, revision, skill_ids)
       VALUES ($1, $2, 'TEXT', 'The gate', '', 'How', now(), 1, ARRAY[$3]::uuid[])`,
      [newId(), person.cy, skill.welding],
    );
    expect((await stepsFor(as.cy, person.cy))?.map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['PRIOR_LEARNING', [{ title: 'The gate' }]],
      ['EARN', [{ title: 'The gate' }]],
      ['COURSE', []],
    ]);
    // A manager plans with somebody, and sees nothing of their library.
    expect((await stepsFor(as.boss, person.cy))?.map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['EARN', []],
      ['COURSE', []],
    ]);
    await hold(person.cy, skill.welding, 3, { validUntil: new Date(Date.now() - HOUR) });
    expect((await stepsFor(as.cy, person.cy))?.[0]).toMatchObject({ kind: 'RENEW', remains: 0 });
    await hold(person.cy, skill.welding, 4);
    expect(await stepsFor(as.cy, person.cy)).toEqual([]);
    await api.sql('DELETE FROM course_outcome WHERE course_id = $1', [course]);
    await api.sql('DELETE FROM course WHERE id = $1', [course]);
  });

  it('has next for each gap what the plan has for it, also where another level is nearer to what is asked', async () => {
    interface Planned {
      person: {
        readiness: {
          plan: { steps: { achievementId: string; closes: { skillId: string }[] }[] };
          rows: {
            requirement: { skill: { id: string } };
            achievement: { achievementId: string } | null;
            nextSteps: { kind: string; achievement: { achievementId: string; name: string } | null }[];
          }[];
        };
      };
    }
    const first = async (who: TestClient) => {
      const { readiness } = (
        await who.query<Planned>(
          `query($id: ID!) { person(id: $id) { readiness(jobRoleLevelId: "${rung}") { plan { steps { achievementId closes { skillId } } }
            rows { requirement { skill { id } } achievement { achievementId } nextSteps { kind achievement { achievementId name } } } } } }`,
          { id: person.cy },
        )
      ).person;
      for (const { requirement, achievement: next, nextSteps } of readiness.rows) {
        const planned = readiness.plan.steps.find(({ closes }) =>
          closes.some(({ skillId }) => skillId === requirement.skill.id),
        );
        expect(next?.achievementId).toBe(planned?.achievementId);
        expect(nextSteps[0]?.achievement?.achievementId).toBe(planned?.achievementId);
      }
      return readiness.rows
        .find(({ requirement }) => requirement.skill.id === skill.welding)
        ?.nextSteps.map(({ kind, achievement: what }) => `${kind} ${what?.name}`);
    };
    await api.sql('TRUNCATE achievement_version CASCADE');
    await achievement(skill.welding, 3, 40);
    await achievement(skill.safety, 2);
    expect(await first(as.cy)).toEqual(['EARN Achievement at 3']);
    // More than is asked, in a fraction of the hours: the plan takes that, and so must whoever looks at the gap alone.
    await achievement(skill.welding, 4);
    expect(await first(as.cy)).toEqual(['EARN Achievement at 4']);
    expect(await first(as.boss)).toEqual(['EARN Achievement at 4']);
    // What was held may be renewed all the same, but it is not what comes next.
    await hold(person.cy, skill.welding, 3, { validUntil: new Date(Date.now() - HOUR) });
    expect(await first(as.cy)).toEqual(['EARN Achievement at 4', 'RENEW Achievement at 3']);
  });

  it('names as mentors only who offers it, holds it verified and is in no conflict with who asks', async () => {
    await achievement(skill.welding, 3);
    const mentors = async (who = as.cy, personId = person.cy) =>
      (await stepsFor(who, personId))?.flatMap(({ kind, mentor, level }) =>
        kind === 'MENTOR' ? [[mentor, level]] : [],
      );
    expect(await mentoring(as.bo, 'offerToMentor')).toMatchObject({
      message: 'Only who holds welding verified offers help with it.',
    });
    await hold(person.bo, skill.welding, 3, { validUntil: new Date(Date.now() + HOUR) });
    expect(await mentors()).toEqual([]);
    const [first, again] = await Promise.all([mentoring(as.bo, 'offerToMentor'), mentoring(as.bo, 'offerToMentor')]);
    expect([first.__typename, again.id]).toEqual(['MentorOffer', first.id]);
    expect(await mentors()).toEqual([[{ displayName: 'bo' }, { ordinal: 3 }]]);
    expect(await mentors(as.boss)).toEqual([]);
    await api.sql(
      `INSERT INTO conflict_declaration (id, person_id, other_person_id, kind, since) VALUES ($1, $2, $3, 'FAMILY', now())`,
      [newId(), person.bo, person.cy],
    );
    expect(await mentors()).toEqual([]);
    await api.sql('UPDATE conflict_declaration SET ended_at = now()');
    expect(await mentors()).toHaveLength(1);
    await api.sql(`UPDATE credential SET valid_until = now() - interval '1 minute'`);
    expect(await mentors()).toEqual([]);
    await api.sql('UPDATE credential SET valid_until = NULL');
    expect(await mentoring(as.bo, 'stopOfferingToMentor')).toMatchObject({ __typename: 'MentorOffer' });
    expect(await mentors()).toEqual([]);
    expect(await mentoring(as.bo, 'stopOfferingToMentor')).toMatchObject({ __typename: 'NotFound' });
  });

  const ADVANCE = 'hours to { name } adds { skill { name } from to }';
  const ROUTE = `query($id: ID!) { myRoute(jobRoleLevelId: $id) { outcome hours directly legs { ${ADVANCE} }
    runnerUp { hours hoursMore legs { ${ADVANCE} } } } }`;
  const routeTo = async (who: TestClient, id: string) =>
    (await who.query<{ myRoute: Record<string, unknown> | null }>(ROUTE, { id })).myRoute;

  it('suggests roles that ask for more than today’s, with what speaks for each, and nothing where no job role is set', async () => {
    const suggested = async (who: TestClient) =>
      (
        await who.query<{ myRoleSuggestions: unknown[] }>(
          '{ myRoleSuggestions(first: 5) { reason asks shared sharedSkills { name } more leaves leftSkills { name } jobRoleLevel { name } readiness { verified blockedBy { name } } } }',
        )
      ).myRoleSuggestions;
    const ready = { verified: 0, blockedBy: [{ name: 'welding' }] };
    expect(await suggested(as.bo)).toEqual([
      {
        reason: 'STEP',
        asks: 2,
        shared: 2,
        sharedSkills: [{ name: 'safety' }, { name: 'welding' }],
        more: 1,
        leaves: 0,
        leftSkills: [],
        jobRoleLevel: { name: 'Lead fitter' },
        readiness: ready,
      },
      // An inspector shares only what every rung asks for, and that says nothing.
    ]);
    expect(await suggested(as.cy)).toEqual([]);
  });

  it('shows the way through the lattice, what each step adds, and what nothing on offer leads to', async () => {
    await api.sql('TRUNCATE achievement_version CASCADE');
    expect(await routeTo(as.bo, inspector)).toMatchObject({ outcome: 'NO_WAY', legs: [], directly: null });
    await achievement(skill.welding, 4);
    await achievement(skill.safety, 2);
    await achievement(skill.safety, 4);
    await hold(person.bo, skill.welding, 3);
    expect(await routeTo(as.bo, inspector)).toEqual({
      ...{ outcome: 'FOUND', hours: 30, directly: 10, runnerUp: null },
      legs: [
        {
          ...{ hours: 20, to: { name: 'Lead fitter' } },
          adds: [
            { skill: { name: 'welding' }, from: 3, to: 4 },
            { skill: { name: 'safety' }, from: 0, to: 2 },
          ],
        },
        { hours: 10, to: { name: 'Inspector' }, adds: [{ skill: { name: 'safety' }, from: 2, to: 4 }] },
      ],
    });
    expect(await routeTo(as.bo, rung)).toMatchObject({ outcome: 'THERE', hours: 0, legs: [] });
    expect(await routeTo(as.cy, lead)).toBeNull();
    expect(await routeTo(as.bo, newId())).toBeNull();
  });

  const REVIEW = `id state byDay viewerCan steps { name level hours } agreedBy { displayName }
    comments { words author { displayName } } changes { kind name level from to }`;
  const PLAN_ANSWER = `{ __typename ... on PlanReview { ${REVIEW} } ... on Refusal { message } ... on InvalidInput { problems { field } } }`;
  const propose = (who: TestClient) => answered(who, `mutation { proposePlan ${PLAN_ANSWER} }`, {});
  const agree = (who: TestClient, id: string, byDay: string | null = null) =>
    answered(who, `mutation($id: ID!, $byDay: Date) { agreePlan(id: $id, byDay: $byDay) ${PLAN_ANSWER} }`, {
      ...{ id, byDay },
    });
  const remark = (who: TestClient, id: string, words: string) =>
    answered(who, `mutation($id: ID!, $words: String!) { commentOnPlan(id: $id, words: $words) ${PLAN_ANSWER} }`, {
      ...{ id, words },
    });
  const reviewOf = async (who: TestClient) =>
    (
      await who.query<{ person: { goal: { review: Record<string, unknown> | null } | null } }>(
        `query($id: ID!) { person(id: $id) { goal { review { ${REVIEW} } } } }`,
        { id: person.cy },
      )
    ).person.goal?.review;

  it('has a plan proposed, talked about and agreed, and shows what changed since', async () => {
    await api.sql('TRUNCATE achievement_version CASCADE');
    await achievement(skill.welding, 3);
    await achievement(skill.safety, 2);
    expect(await propose(as.cy)).toMatchObject({ __typename: 'NotFound' });
    await aim(as.cy);
    expect(await propose(as.cy)).toMatchObject({ message: expect.stringMatching('Share the goal') });
    await aim(as.cy, { shared: true });
    const { id } = await propose(as.cy);
    expect(await remark(as.boss, id, '  ')).toMatchObject({ problems: [{ field: 'words' }] });
    expect(await remark(as.boss, id, 'Take safety first?')).toMatchObject({ __typename: 'PlanReview' });
    expect(await remark(as.cy, id, 'Welding is the must-have.')).toMatchObject({ __typename: 'PlanReview' });
    expect(await remark(as.other, id, 'Me, too')).toMatchObject({ __typename: 'NotFound' });
    await expect(agree(as.cy, id)).rejects.toThrow('Your roles do not include this.');
    expect(await agree(as.boss, id, '2020-01-01')).toMatchObject({ problems: [{ field: 'byDay' }] });
    expect(await agree(as.boss, id, '2999-01-01')).toMatchObject({ problems: [{ field: 'byDay' }] });
    expect(await agree(as.boss, id, '2040-01-01')).toMatchObject({ state: 'AGREED' });
    expect(await agree(as.boss, id)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await reviewOf(as.cy)).toEqual({
      ...{ id, state: 'AGREED', byDay: '2040-01-01', viewerCan: ['read', 'comment'], changes: [] },
      agreedBy: { displayName: 'boss' },
      steps: [
        { name: 'Achievement at 3', level: 'Step 3', hours: 10 },
        { name: 'Achievement at 2', level: 'Step 2', hours: 10 },
      ],
      comments: [
        { words: 'Take safety first?', author: { displayName: 'boss' } },
        { words: 'Welding is the must-have.', author: { displayName: 'cy' } },
      ],
    });
    expect(await reviewOf(as.other)).toBeUndefined();
    await hold(person.cy, skill.welding, 3);
    expect(await reviewOf(as.boss)).toMatchObject({
      changes: [{ kind: 'STEP_DONE', name: 'Achievement at 3', level: 'Step 3', from: null, to: null }],
    });
    // A plan that was kept before levels were.
    await api.sql(`UPDATE plan_review SET steps = (steps #- '{0,level}') #- '{1,level}'`);
    expect(await reviewOf(as.boss)).toMatchObject({
      steps: [{ level: 'Step 3' }, { level: 'Step 2' }],
      changes: [{ level: 'Step 3' }],
    });
    const again = await propose(as.cy);
    expect(again).toMatchObject({ state: 'PROPOSED', changes: [], comments: [], byDay: null });
    expect(await remark(as.boss, id, 'Still?')).toMatchObject({ __typename: 'NotAllowed' });
  });

  it('tells people what was said of their skills, goal and plan, and the manager what waits', async () => {
    await api.sql('TRUNCATE notification CASCADE');
    await observe(as.boss, person.cy, 2);
    await assign(person.cy);
    const { id } = await propose(as.cy);
    await remark(as.cy, id, 'What do you think?');
    await agree(as.boss, id);
    const told = async () =>
      (
        await api.sql<{ kind: string; topic: string; to: string }>(
          `SELECT kind, topic, display_name AS "to" FROM notification JOIN person ON person.id = person_id ORDER BY kind`,
        )
      ).map(({ kind, topic, to }) => [kind, topic, to]);
    await eventually(told, (all) => all.length >= 5);
    expect(await told()).toEqual([
      ['GOAL_ASSIGNED', 'GOALS', 'cy'],
      ['PLAN_AGREED', 'GOALS', 'cy'],
      ['PLAN_COMMENTED', 'GOALS', 'boss'],
      ['PLAN_PROPOSED', 'TEAM', 'boss'],
      ['SKILL_OBSERVED', 'GOALS', 'cy'],
    ]);
  });

  it('says nothing of what people in a role hold while they are fewer than five', async () => {
    const held = async () =>
      (
        await as.other.query<{
          jobRoleLevel: { reallyHeld: { people: number; holders: number; middleLevel: { ordinal: number } }[] };
        }>('query($id: ID!) { jobRoleLevel(id: $id) { reallyHeld { people holders middleLevel { ordinal } } } }', {
          id: rung,
        })
      ).jobRoleLevel.reallyHeld;
    await hold(person.bo, skill.welding, 3);
    expect(await held()).toEqual([]);
    for (let more = 0; more < 4; more += 1) {
      const id = newId();
      await api.sql(`INSERT INTO person (id, display_name, email, created_at) VALUES ($1, 'More', $2, now())`, [
        id,
        `${id}@example.org`,
      ]);
      await api.sql(
        `INSERT INTO employment (id, person_id, job_title, job_role_level_id, starts_on) VALUES ($1, $2, 'Fitter', $3, '2020-01-01')`,
        [newId(), id, rung],
      );
    }
    expect(await held()).toEqual([{ people: 5, holders: 1, middleLevel: { ordinal: 3 } }]);
  });

  it('keeps a goal as it was planned when a newer version asks other things, until the person moves or a day is over', async () => {
    const GOAL = `{ myGoal { id jobRoleLevel { id } newerVersion { keptUntil verified changes { kind name from to }
      jobRoleLevel { id } framework { id version goalsKeptUntil } } } }`;
    interface Aim {
      id: string;
      jobRoleLevel: { id: string };
      newerVersion: {
        keptUntil: string | null;
        changes: object[];
        jobRoleLevel: { id: string };
        framework: { id: string };
      } | null;
    }
    const aim = async (who: TestClient) => (await who.query<{ myGoal: Aim }>(GOAL)).myGoal;
    const choose = (who: TestClient) =>
      who.query(
        `mutation($level: ID!) { chooseGoal(input: { jobRoleLevelId: $level, shared: true }) { __typename } }`,
        { level: lead },
      );
    await choose(as.bo);
    await choose(as.cy);
    const before = await aim(as.bo);
    expect(before).toMatchObject({ jobRoleLevel: { id: lead }, newerVersion: null });
    const refused = async (who: TestClient, level: string) =>
      (
        await who.query<{ chooseGoal: { problems: { field: string; message: string }[] } }>(
          `mutation($level: ID!) { chooseGoal(input: { jobRoleLevelId: $level, shared: true }) {
             ... on InvalidInput { problems { field message } } } }`,
          { level },
        )
      ).chooseGoal.problems[0];

    const [fresh, freshLead] = [newId(), newId()];
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       SELECT $2, series_id, title, publisher, '2', 'DRAFT', licence, attribution, scale_id, now() FROM skill_framework
       WHERE id = (SELECT framework_id FROM job_role_level WHERE id = $1)`,
      [lead, fresh],
    );
    await api.sql(
      `WITH family AS (INSERT INTO job_family VALUES ($3, $2, 'f', 'Works', 1) RETURNING id),
         role AS (INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
           SELECT $4, $2, id, 'r', 'Fitter', '', '[]', 1 FROM family RETURNING id)
       INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
       SELECT $1, $2, id, 'lead', 'Lead fitter', 2, '', '[]', '{}' FROM role`,
      [freshLead, fresh, newId(), newId()],
    );
    for (const [id, name] of Object.entries(skill).map(([key, of]) => [of, key]))
      await api.sql(
        `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position) VALUES ($1, $2, $3, $4, '[]', 1)`,
        [newId(), id, fresh, name],
      );
    await api.sql(
      `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position)
       VALUES ($1, $2, $3, $4, 3, 1, true, 1)`,
      [newId(), fresh, freshLead, skill.safety],
    );
    await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'HR_DESIGNER', now())`, [
      ...[newId(), person.other],
    ]);
    const designer = await api.as(person.other);
    // Who designs it sees the draft, and nobody aims at what may be gone tomorrow.
    expect(await refused(designer, freshLead)).toEqual({
      field: 'jobRoleLevelId',
      message: 'This job role level is not published yet.',
    });
    const keep = async (until: string | null) =>
      (
        await designer.query<{
          result: { __typename: string; goalsKeptUntil?: string; problems?: { field: string }[] };
        }>(
          `mutation($id: ID!, $until: Date) { result: keepGoalsUntil(frameworkId: $id, until: $until) { __typename
            ... on SkillFramework { goalsKeptUntil } ... on InvalidInput { problems { field } } } }`,
          { id: fresh, until },
        )
      ).result;
    expect(await keep('2020-01-01')).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'until' }] });
    expect(await keep('2999-12-31')).toMatchObject({ goalsKeptUntil: '2999-12-31' });

    const published = await designer.query<{ result: { __typename: string } }>(
      'mutation($id: ID!) { result: publishFramework(id: $id) { __typename ... on Refusal { message } } }',
      { id: fresh },
    );
    expect(published.result.__typename).toBe('SkillFramework');
    expect((await refused(as.cy, lead))?.message).toMatch(/newer version/);
    const newer = {
      ...{ keptUntil: '2999-12-31', jobRoleLevel: { id: freshLead } },
      changes: [
        { kind: 'ASKS_MORE', name: 'safety', from: 2, to: 3 },
        { kind: 'MUST_HAVE', name: 'safety', from: null, to: null },
        { kind: 'ASKS_NO_MORE', name: 'welding', from: 4, to: null },
      ],
    };
    expect(await aim(as.bo)).toMatchObject({ id: before.id, jobRoleLevel: { id: lead }, newerVersion: newer });
    const told = (kind: string) =>
      eventually(
        () =>
          api.sql<{ personId: string; body: string }>(
            `SELECT person_id AS "personId", body FROM notification WHERE kind = $1`,
            [kind],
          ),
        (rows) => rows.length > 0,
      );
    const [first] = await told('GOAL_ASKS_CHANGED');
    expect(first?.body).toContain('safety is asked at level 3, before 2');
    expect(first?.body).toContain('until 2999-12-31');

    // One moves of their own accord, on the same goal, and only their own.
    const move = (who: TestClient, id: string) =>
      who.query<{ result: { __typename: string } }>('mutation($id: ID!) { result: moveGoal(id: $id) { __typename } }', {
        id,
      });
    expect((await move(as.boss, before.id)).result.__typename).toBe('NotAllowed');
    expect((await move(as.bo, before.id)).result.__typename).toBe('Goal');
    expect(await aim(as.bo)).toMatchObject({ id: before.id, jobRoleLevel: { id: freshLead }, newerVersion: null });
    expect((await move(as.bo, before.id)).result.__typename).toBe('NotAllowed');

    // The other waits for the day, and is taken along when it is over.
    const follow = () => api.asSystem((system) => api.app.get(NewerVersionsService).follow(system));
    await follow();
    expect((await aim(as.cy)).jobRoleLevel.id).toBe(lead);
    await api.sql(`UPDATE goal_keeping SET kept_until = current_date - 1`);
    await follow();
    expect(await aim(as.cy)).toMatchObject({ jobRoleLevel: { id: freshLead }, newerVersion: null });
    expect((await told('GOAL_FOLLOWED')).map(({ personId }) => personId)).toEqual([person.cy]);
  });
});
