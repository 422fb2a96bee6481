import { idFor, newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';

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
const HOUR = 60 * 60 * 1_000;

/** Rows as the lower features write them; what is tried here is what is read from them. */
describe('seeing what is verified', () => {
  let api: TestApi;
  let as: Record<keyof typeof person, TestClient>;

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem(async ({ tx }) => {
      for (const [name, id] of Object.entries(person))
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
          id,
          name,
          `${name}@example.org`,
        ]);
      const [series, scale, framework, family, role, rung] = [newId(), newId(), newId(), newId(), newId(), newId()];
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
      for (const [id, level, importance, must] of [
        [skill.welding, 3, 3, true],
        [skill.safety, 2, 1, false],
      ])
        await tx.query(
          `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 1)`,
          [newId(), framework, rung, id, level, importance, must],
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
    await api.sql('TRUNCATE credential, award CASCADE');
  });

  /** A published achievement for a skill at a level; the same one for the same words. */
  async function achievement(skillId: string, ordinal: number): Promise<string> {
    const id = idFor('version', skillId, String(ordinal));
    const achievementId = idFor('achievement', skillId, String(ordinal));
    await api.sql('INSERT INTO achievement (id, created_at) VALUES ($1, now()) ON CONFLICT DO NOTHING', [
      achievementId,
    ]);
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, state, revision, name, description, skill_id, level_ordinal,
         outcomes, rubric, evidence_asked, cut_score, route, marking_policy, descriptors, created_at, published_at)
       VALUES ($1, $2, 1, 'PUBLISHED', 1, $3, '', $4, $5, '[]', '{"criteria":[]}', '[]', 0.5, 'PORTFOLIO', 'SINGLE', '{}', now(), now())
       ON CONFLICT DO NOTHING`,
      [id, achievementId, `Achievement at ${ordinal}`, skillId, ordinal],
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
});
