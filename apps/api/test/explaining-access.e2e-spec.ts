import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addGrant, addUnit, approve, employIn, grant } from './support/grants.js';
import {
  addAchievement,
  addManager,
  addPeople,
  addSkill,
  foundOrganisation,
  type People,
} from './support/programme.js';

const ACCESS = `query($id: ID) { accessOf(personId: $id) { person { displayName } notOpened
  permissions { name what held roles missing reasons { kind sentence grantId limited } } } viewer { permissions } }`;
interface Access {
  accessOf: {
    person: { displayName: string };
    notOpened: string[];
    permissions: {
      name: string;
      held: boolean;
      roles: string[];
      missing: string | null;
      reasons: { kind: string; sentence: string; grantId: string | null; limited: boolean }[];
    }[];
  } | null;
  viewer: { permissions: string[] };
}

describe('explaining access', () => {
  type Name = 'ada' | 'grace' | 'kit' | 'lou' | 'mo' | 'tess';
  let api: TestApi;
  let people: People<Name>;
  let works: string;
  const as = {} as Record<Name, TestClient>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, {
      ada: ['ADMINISTRATOR'],
      grace: ['ADMINISTRATOR'],
      kit: [],
      lou: [],
      mo: [],
      tess: ['HR_DESIGNER'],
    });
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
    works = await addUnit(api, 'Works');
    await employIn(api, people.mo, works, people.lou);
  });
  afterAll(() => api.close());

  const access = async (by: TestClient, id: string | null = null) => (await by.query<Access>(ACCESS, { id })).accessOf;
  const one = async (by: TestClient, name: string, id: string | null = null) =>
    (await access(by, id))?.permissions.find((each) => each.name === name);

  it('tells everybody about themselves, and agrees with what the product lets them do', async () => {
    for (const name of Object.keys(people) as Name[]) {
      const { accessOf, viewer } = await as[name].query<Access>(ACCESS);
      const held = accessOf?.permissions.filter((each) => each.held).map((each) => each.name);
      expect(held?.sort()).toEqual(viewer.permissions.sort());
    }
    expect(await one(as.kit, 'evidence.keep')).toMatchObject({
      held: true,
      missing: null,
      reasons: [{ kind: 'EVERYBODY', sentence: 'Everybody has this.', limited: false }],
    });
    expect((await access(as.kit))?.notOpened[0]).toMatch(/private evidence library/);
  });

  it('names who gave a role, who agreed, what it is limited to and when it ends', async () => {
    const asked = await grant(as.ada, people.kit, 'PROGRAMME_OWNER', { scopeUnitId: works, endsOn: '2090-12-31' });
    expect((await one(as.kit, 'issuance.operate'))?.held).toBe(false);
    await approve(as.grace, asked.id);
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
    expect((await one(as.kit, 'issuance.operate'))?.reasons).toEqual([
      {
        kind: 'GRANT',
        sentence: `Programme owner, granted by ada on ${today}, approved by grace, limited to Works, until 31 December 2090.`,
        grantId: asked.id,
        limited: true,
      },
    ]);
    // What is about the whole organisation does not come with a limited role, and that is said.
    expect(await one(as.kit, 'achievement.design')).toMatchObject({
      held: false,
      missing: 'Programme owner would open it, but is limited to Works; this is about the whole organisation.',
    });
  });

  it('tells managers that reporting lines made them so, and for how many', async () => {
    expect((await one(as.lou, 'team.read'))?.reasons).toMatchObject([
      { kind: 'REPORTING_LINES', sentence: 'Manager of 1 person today, by reporting lines.' },
    ]);
    const { nia } = await addPeople(api, { nia: [] });
    await addManager(api, nia, people.lou);
    expect((await one(as.lou, 'team.read'))?.reasons[0]?.sentence).toBe(
      'Manager of 2 people today, by reporting lines.',
    );
    expect((await one(as.kit, 'team.read'))?.missing).toBe('Whoever has reports has it.');
  });

  it('names the roles that would open what is closed', async () => {
    expect(await one(as.mo, 'achievement.design')).toMatchObject({
      held: false,
      roles: ['HR_DESIGNER', 'PROGRAMME_OWNER'],
      missing: 'HR designer or Programme owner would open it.',
    });
    expect((await one(as.mo, 'submission.mark'))?.missing).toBe('Assessor would open it.');
  });

  it('names the achievement a role is limited to', async () => {
    const skill = await addSkill(api);
    const { achievementId } = await addAchievement(api, skill.id, 'Welds pipes');
    await addGrant(api, people.mo, 'ASSESSOR', { achievement: achievementId });
    expect((await one(as.mo, 'submission.mark'))?.reasons[0]?.sentence).toMatch(
      /^Assessor, given when the installation was set up on .*, limited to Welds pipes\.$/,
    );
  });

  it('tells about others only those who keep their roles', async () => {
    expect((await access(as.ada, people.kit))?.person.displayName).toBe('kit');
    expect((await access(as.tess, people.kit))?.person.displayName).toBe('kit');
    for (const [by, id] of [
      [as.kit, people.lou],
      [as.lou, people.mo],
      [as.kit, 'nobody'],
    ] as const)
      expect(await access(by, id)).toBeNull();
    const { uma } = await addPeople(api, { uma: [] });
    await addGrant(api, uma, 'ADMINISTRATOR', { unit: works });
    const limited = await api.as(uma);
    expect((await access(limited, people.mo))?.person.displayName).toBe('mo');
    expect(await access(limited, people.kit)).toBeNull();
  });
});
