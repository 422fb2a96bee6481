import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MY_STACKS } from '../../lib/stacks.documents.js';
import { renderPage } from '../../testing/render-page.js';
// Read before the first page is drawn, so that drawing is all that a test waits for.
import './pathway-page.js';
import { NEIGHBOURHOOD, PATHWAY, PLAN } from './pathway.documents.js';
import { ROLES_NEAR, ROUTE } from './roles-near.documents.js';

const skill = (id: string, name: string) => ({ __typename: 'Skill', id, name });
const role = {
  ...{ __typename: 'JobRole', id: 'role', name: 'Fitter' },
  levels: [1, 2].map((order) => ({
    ...{ __typename: 'JobRoleLevel', id: `l${order}`, name: `Fitter ${order}`, order, asks: 1 },
    myNearness: { __typename: 'LevelNearness', verified: 0.5, claimed: 0.5, band: 'NEXT_STEP' },
  })),
};
const [here, goal] = role.levels;
const achievement = {
  ...{ __typename: 'AchievementVersion', id: 'a4', name: 'Welding' },
  level: { __typename: 'ProficiencyLevel', id: 'p4', label: 'Expert' },
};
const nothing = { course: null, mentor: null, level: null, submission: null, evidence: [] };
const step = (kind: string, of: object) => ({
  ...{ __typename: 'GapStep', kind, remains: 0, hours: 10, hoursSaid: true, ...nothing, ...of },
});
const plan = {
  ...{ __typename: 'Plan', outcome: 'CLOSED', exact: true, hours: 10, hoursAYear: 0, currency: null, price: 0 },
  ...{ priceAYear: 0, unpriced: [], unblockedAfter: 10, outOfReach: [], unreached: [], runnerUp: null, offers: [] },
  ...{ otherOrder: null },
  steps: [
    {
      ...{ __typename: 'PlanStep', achievementId: 'a', hours: 10, hoursSaid: true, after: 1, unblocks: [] },
      ...{ neededFor: [], mySubmission: null, achievement },
      closes: [{ __typename: 'SkillAdvance', skillId: 's', from: 2, to: 3 }],
    },
  ],
};
let asked = 0;
const answers = [
  {
    request: { query: PATHWAY },
    result: {
      data: {
        myGoal: null,
        viewer: {
          __typename: 'Viewer',
          person: {
            ...{ __typename: 'Person', id: 'person-amara' },
            employment: { __typename: 'Employment', id: 'employment-amara', jobRoleLevel: here },
          },
        },
      },
    },
  },
  {
    request: { query: NEIGHBOURHOOD, variables: { id: 'l1' } },
    result: {
      data: { jobRoleLevel: { __typename: 'JobRoleLevel', id: 'l1', role, stepsOut: [], suggestedSteps: [] } },
    },
  },
  {
    request: { query: PLAN, variables: { id: 'l2' } },
    result: () => {
      asked += 1;
      return {
        data: {
          myReadiness: {
            ...{ __typename: 'RoleReadiness', verified: 0.5, claimed: 0.5, band: 'NEXT_STEP', blockedBy: [], plan },
            jobRoleLevel: { ...goal, reallyHeld: [] },
            rows: [
              {
                ...{ __typename: 'ReadinessRow', gap: 1, lapsedOn: null, layers: null, verified: null },
                nextSteps: [step('EARN', { achievement })],
                requirement: {
                  ...{ __typename: 'JobRoleRequirement', id: 'r', importance: 2, mustHave: false },
                  level: { __typename: 'ProficiencyLevel', id: 'p3', ordinal: 3, label: 'Skilled' },
                  skill: skill('s', 'Welding'),
                },
              },
            ],
          },
        },
      };
    },
  },
  { request: { query: MY_STACKS }, result: { data: { myStacks: [] } } },
  { request: { query: ROUTE, variables: { id: 'l2' } }, result: { data: { myRoute: null } } },
  {
    request: { query: ROLES_NEAR },
    result: {
      data: {
        myRoleSuggestions: [
          {
            ...{ __typename: 'RoleSuggestion', levelId: 'l2', reason: 'STEP', asks: 3, shared: 2, more: 1, leaves: 1 },
            sharedSkills: [skill('s', 'Welding'), skill('s2', 'Safety')],
            leftSkills: [skill('s3', 'Filing')],
            jobRoleLevel: { ...goal, role: { __typename: 'JobRole', id: 'role', name: 'Fitter' } },
            readiness: null,
          },
        ],
      },
    },
  },
];

it('asks for the plan once, has the same next for a gap as in the plan, and opens what it counts', async () => {
  const user = userEvent.setup();
  await renderPage('/growth/pathway', { answers });
  const next = await screen.findByRole('list', { name: 'Next for Welding' });
  const inGap = within(next).getByRole('link', { name: /Welding, Expert/ });
  const inPlan = within(screen.getByRole('region', { name: 'Plan' })).getByRole('link', { name: 'Welding, Expert' });
  expect(inGap.getAttribute('href')).toBe(inPlan.getAttribute('href'));
  expect(asked).toBe(1);
  const table = within(await screen.findByRole('table', { name: 'Steps up from where you stand' }));
  expect(table.getByText('Safety').closest('details')?.open).toBe(false);
  await user.click(table.getByText('2 of 3 skills'));
  expect(table.getByText('Safety').closest('details')?.open).toBe(true);
  await user.click(table.getByText('leaves 1 behind'));
  expect(table.getByText('Filing').closest('details')?.open).toBe(true);
});

it('says that the address names no rung, and leads back to where one stands', async () => {
  const unknown = [
    { request: { query: PLAN, variables: { id: 'gone' } }, result: { data: { myReadiness: null } } },
    { request: { query: ROUTE, variables: { id: 'gone' } }, result: { data: { myRoute: null } } },
  ];
  await renderPage('/growth/pathway?level=gone', { answers: [...answers, ...unknown] });
  expect(await screen.findByText('No job role level at this address')).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Back to where you stand' }));
  expect(await screen.findByRole('region', { name: 'Plan' })).toBeVisible();
});
