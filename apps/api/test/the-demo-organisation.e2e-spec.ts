import { fillDemoOrganisation } from '../src/demo/demo-organisation.js';
import { OrganisationService } from '../src/features/people/organisation.service.js';
import { startApi, type TestApi } from './support/api.js';

describe('the demo organisation', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem((system) => fillDemoOrganisation(api.app, system));
  }, 60_000);
  afterAll(() => api.close());

  const demoPeople = () => api.asSystem((system) => api.app.get(OrganisationService).demoPeople(system));

  it('has sixty people with units, managers and job roles, and says that they are invented', async () => {
    const { organisation } = await api.stranger.query<{ organisation: { isDemo: boolean; notice: string } }>(
      '{ organisation { isDemo notice } }',
    );
    expect(organisation).toMatchObject({ isDemo: true, notice: expect.stringContaining('invented') as string });
    const [anybody] = await demoPeople();
    const client = await api.as(anybody?.personId ?? '');
    const { people, orgUnits, frameworks } = await client.query<{
      people: {
        totalCount: number;
        edges: { node: { employment: { manager: object | null; jobRoleLevel: object | null } } }[];
      };
      orgUnits: object[];
      frameworks: { state: string; counts: Record<string, number> }[];
    }>(`{ people(first: 100) { totalCount edges { node { employment { manager { displayName } jobRoleLevel { name } } } } }
      orgUnits { name } frameworks { state counts { skills jobFamilies } } }`);
    expect(people.totalCount).toBe(60);
    expect(orgUnits).toHaveLength(6);
    expect(people.edges.filter(({ node }) => !node.employment.manager)).toHaveLength(1);
    expect(people.edges.filter(({ node }) => node.employment.jobRoleLevel).length).toBeGreaterThan(35);
    expect(frameworks).toEqual([{ state: 'PUBLISHED', counts: { skills: 12, jobFamilies: 3 } }]);
  });

  it('has somebody for every role', async () => {
    const roles = new Set((await demoPeople()).map((person) => person.role));
    expect([...roles].sort()).toEqual([
      'ADMINISTRATOR',
      'ASSESSMENT_LEAD',
      'ASSESSOR',
      'AUDITOR',
      'EMPLOYEE',
      'HR_DESIGNER',
      'MANAGER',
      'PROGRAMME_OWNER',
    ]);
  });
});
