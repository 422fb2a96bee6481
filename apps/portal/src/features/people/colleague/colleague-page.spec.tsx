import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { JOB_ROLE_LEVELS } from '../fields/fields.documents.js';
import { ASSIGN_GOAL, COLLEAGUE } from './colleague.documents.js';

const role = { __typename: 'JobRole', id: 'role', name: 'Network technician' };
const senior = { __typename: 'JobRoleLevel', id: 'senior', name: 'Senior network technician', role };
const asked = { personId: 'p1', input: { jobRoleLevelId: 'senior', byDay: null, shared: true } };
const colleague = (viewerObservesAs: string | null) => ({
  __typename: 'Person',
  ...{ id: 'p1', displayName: 'Ines Duarte', initials: 'ID', email: null, employment: null, goal: null },
  ...{ viewerObservesAs, skillLayers: [], completions: [], line: [] },
});

function open(viewerObservesAs: string | null, answer: object = { __typename: 'Goal', id: 'g1' }) {
  return renderPage('/growth/colleagues/p1', {
    roles: ['EMPLOYEE', 'MANAGER'],
    answers: [
      {
        request: { query: COLLEAGUE, variables: { id: 'p1' } },
        result: { data: { person: colleague(viewerObservesAs) } },
      },
      {
        request: { query: JOB_ROLE_LEVELS, variables: { search: null } },
        result: { data: { jobRoleLevels: [senior] } },
      },
      { request: { query: ASSIGN_GOAL, variables: asked }, result: { data: { assignGoal: answer } } },
    ],
  });
}

async function setGoal() {
  await userEvent.click(await screen.findByRole('button', { name: 'Set a goal' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'A goal for Ines Duarte' }));
  await userEvent.click(dialog.getByRole('combobox', { name: /Level of a job role/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Senior network technician' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Set this goal' }));
}

it('lets the line manager set a goal for a report', async () => {
  await open('MANAGER');
  await setGoal();
  expect(await screen.findByText('Ines Duarte has this goal now.')).toBeVisible();
});

it('says why a goal of their own stays, and keeps the dialog', async () => {
  const message = 'Ines Duarte has a goal of their own that is not shared. Talk about it first.';
  await open('MANAGER', { __typename: 'NotAllowed', message });
  await setGoal();
  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

it('a colleague of the same team sees what may be said, and sets no goal', async () => {
  await open('PEER');
  expect(await screen.findByText('Nobody has said yet what they saw.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Set a goal' })).toBeNull();
});
