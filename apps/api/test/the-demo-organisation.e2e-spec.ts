import { fillDemoOrganisation } from '../src/demo/demo-organisation.js';
import { OrganisationService } from '../src/features/people/organisation.service.js';
import { NoticeEndedPartsJob } from '../src/features/stacks/notice-ended-parts.job.js';
import { eventually, startApi, type TestApi } from './support/api.js';

describe('the demo organisation', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await api.asSystem((system) => fillDemoOrganisation(api.app, system));
  }, 300_000);
  afterAll(() => api.close());

  const demoPeople = () => api.asSystem((system) => api.app.get(OrganisationService).demoPeople(system));

  it('has sixty-six people with units, managers and job roles, and says that they are invented', async () => {
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
    expect(people.totalCount).toBe(66);
    expect(orgUnits).toHaveLength(6);
    expect(people.edges.filter(({ node }) => !node.employment.manager)).toHaveLength(1);
    expect(people.edges.filter(({ node }) => node.employment.jobRoleLevel).length).toBeGreaterThan(45);
    expect(frameworks).toEqual([{ state: 'PUBLISHED', counts: { skills: 15, jobFamilies: 5 } }]);
  });

  it('has a badge from elsewhere that counts, two that wait, and a second administrator', async () => {
    const noor = (await demoPeople()).find((person) => person.role === 'HR_DESIGNER');
    const bartek = (await demoPeople()).find((person) => person.role === 'EMPLOYEE');
    const { externalCredentials } = await (await api.as(noor?.personId ?? '')).query<{
      externalCredentials: { totalCount: number };
    }>('{ externalCredentials(waiting: true) { totalCount } }');
    expect(externalCredentials.totalCount).toBe(2);
    const { viewer } = await (await api.as(bartek?.personId ?? '')).query<{
      viewer: { person: { standings: { recognisedFrom: string | null; state: string }[] } };
    }>('{ viewer { person { standings { recognisedFrom state } } } }');
    expect(viewer.person.standings).toContainEqual({ recognisedFrom: 'Guild of Water Samplers', state: 'CURRENT' });
    const [administrators] = await api.sql<{ n: number }>(
      `SELECT count(DISTINCT person_id)::int AS n FROM role_grant WHERE role = 'ADMINISTRATOR' AND starts_at <= now()`,
    );
    expect(administrators?.n).toBe(2);
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

  it('has published achievements with founding assessors and whole rubrics, and one that stands for two of them', async () => {
    const [anybody] = await demoPeople();
    const { achievements } = await (await api.as(anybody?.personId ?? '')).query<{
      achievements: {
        totalCount: number;
        edges: {
          node: {
            state: string;
            route: string;
            assessors: object[];
            rubric: { criteria: { levels: { descriptor: string }[] }[] };
          };
        }[];
      };
    }>(
      '{ achievements { totalCount edges { node { state route assessors { person { displayName } } rubric { criteria { levels { descriptor } } } } } } }',
    );
    expect(achievements.totalCount).toBe(16);
    expect(achievements.edges.filter(({ node }) => node.route === 'STACK')).toHaveLength(1);
    for (const { node } of achievements.edges) {
      expect(node.state).toBe('PUBLISHED');
      if (node.route === 'STACK') continue;
      expect(node.assessors.length).toBeGreaterThanOrEqual(3);
      const descriptors = node.rubric.criteria.flatMap((criterion) =>
        criterion.levels.map((level) => level.descriptor),
      );
      expect(new Set(descriptors).size).toBe(descriptors.length);
    }
  });

  it('has thirty-eight submissions waiting, five of them overdue and three put back', async () => {
    const [counts] = await api.sql<{ waiting: number; overdue: number; back: number }>(
      `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE due_at < now())::int AS overdue,
         count(*) FILTER (WHERE back_in_queue)::int AS back FROM marking_slot WHERE state = 'OPEN' AND purpose = 'FIRST'`,
    );
    expect(counts).toEqual({ waiting: 38, overdue: 5, back: 3 });
    // Every assessor finds something to take.
    const assessors = (await demoPeople()).filter((person) => person.role === 'ASSESSOR');
    expect(assessors.length).toBeGreaterThanOrEqual(8);
    for (const { personId } of assessors) {
      const { reviewCounts } = await (await api.as(personId)).query<{ reviewCounts: { canTake: number } }>(
        '{ reviewCounts { canTake } }',
      );
      expect(reviewCounts.canTake).toBeGreaterThan(0);
    }
  });

  it('has badges that the worker signed like any other, some of them lapsed', async () => {
    const operator = (await demoPeople()).find((person) => person.role === 'PROGRAMME_OWNER');
    const client = await api.as(operator?.personId ?? '');
    const counts = await eventually(
      async () =>
        (
          await client.query<{ issuanceCounts: Record<string, number> }>(
            '{ issuanceCounts { waiting failed quarantined issued } }',
          )
        ).issuanceCounts,
      (each) => each.waiting === 0 && each.failed === 0,
      300_000,
    );
    // What stands for two others follows them, sooner or later.
    expect(counts.quarantined).toBe(0);
    expect(counts.issued).toBeGreaterThanOrEqual(95);
    const [ends] = await api.sql<{ lapsed: number; soon: number }>(
      `SELECT count(*) FILTER (WHERE valid_until < now())::int AS lapsed,
         count(*) FILTER (WHERE valid_until BETWEEN now() AND now() + interval '60 days')::int AS soon FROM credential`,
    );
    expect(ends?.lapsed).toBeGreaterThanOrEqual(2);
    expect(ends?.soon).toBeGreaterThanOrEqual(2);
  }, 310_000);

  it('has a larger badge at risk: a part of it has ended, and somebody has to decide', async () => {
    const noor = (await demoPeople()).find((person) => person.role === 'HR_DESIGNER');
    // All badges are signed by now. The look of every hour is had at once: telling of two years of events takes a while.
    await api.asSystem((system) => api.app.get(NoticeEndedPartsJob).run(system));
    const { stacksAtRisk } = await (await api.as(noor?.personId ?? '')).query<{
      stacksAtRisk: { edges: { node: object }[] };
    }>('{ stacksAtRisk { edges { node { lost { name why } credential { person { displayName } } } } } }');
    expect(stacksAtRisk.edges.map(({ node }) => node)).toEqual([
      {
        lost: [{ name: 'Planning a safe dig', why: 'ENDED' }],
        credential: { person: { displayName: 'Bartek Malinowski' } },
      },
    ]);
  });

  it('shows managers a team with verified skills', async () => {
    const managers = (await demoPeople()).filter((person) => person.role === 'MANAGER');
    const verified = await Promise.all(
      managers.map(async ({ personId }) => {
        const { team } = await (await api.as(personId)).query<{
          team: { people: { cells: { level: number | null }[] }[] };
        }>('{ team { people { cells { level } } } }');
        return team.people.flatMap((person) => person.cells).filter((cell) => cell.level !== null).length;
      }),
    );
    expect(verified.filter((n) => n > 2).length).toBeGreaterThanOrEqual(4);
  });

  it('has people on the way to goals, with claims, observations, plans and a kept report', async () => {
    const [count] = await api.sql<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM goal WHERE chosen_by = person_id) AS chosen,
         (SELECT count(*)::int FROM goal WHERE chosen_by <> person_id) AS assigned,
         (SELECT count(*)::int FROM plan_review WHERE state = 'AGREED') AS agreed,
         (SELECT count(*)::int FROM plan_review WHERE state = 'PROPOSED') AS proposed,
         (SELECT count(*)::int FROM skill_claim) AS claims, (SELECT count(*)::int FROM skill_observation) AS observations,
         (SELECT count(*)::int FROM saved_report WHERE shared) AS reports`,
    );
    expect(count).toEqual({ chosen: 9, assigned: 1, agreed: 1, proposed: 1, claims: 14, observations: 6, reports: 1 });
  });
});
