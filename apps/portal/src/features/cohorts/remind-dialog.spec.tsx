import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { BOARD, REMIND, SET_REMINDERS } from './cohorts.documents.js';

const member = (name: string, remindedAt: string | null) => ({
  __typename: 'CohortMemberEdge',
  cursor: name,
  node: {
    ...{ __typename: 'CohortMember', id: `c1.${name}`, behind: true, remindedAt },
    person: { __typename: 'Person', id: name, displayName: name },
    places: [{ __typename: 'CohortPlace', achievementId: 'a1', state: 'NOT_STARTED' }],
  },
});
const cohort = {
  ...{ __typename: 'Cohort', id: 'c1', name: 'Autumn crew', startsOn: '2026-10-04', endsOn: '2027-01-02' },
  ...{ closedAt: null, viewerCan: ['see', 'run'], behind: 2 },
  ...{ remindSchedule: null, remindDaysBefore: null, remindAt: null },
  programme: {
    ...{ __typename: 'Programme', id: 'p1', name: 'From leak to repair' },
    lead: { __typename: 'Person', id: 'noor', displayName: 'Noor' },
    achievements: [{ __typename: 'AchievementVersion', id: 'v1', achievementId: 'a1', name: 'Pinpointing a leak' }],
  },
  sums: { __typename: 'CohortSums', people: 2, earned: 0, places: 2 },
  progress: [],
  members: {
    ...{ __typename: 'CohortMemberConnection', totalCount: 2 },
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    edges: [member('Samir', null), member('Zainab', new Date().toISOString())],
  },
};
const board = (shown: 'ALL' | 'BEHIND') => ({
  request: { query: BOARD, variables: { id: 'c1', shown } },
  result: { data: { cohort } },
  maxUsageCount: 5,
});

it('names who will be reminded, leaves out who was today, and reminds nobody before that was read', async () => {
  const reminded = jest.fn(() => ({ data: { remindCohort: { __typename: 'CohortReminded', count: 1, cohort } } }));
  await renderPage('/programme/cohorts/c1', {
    roles: ['HR_DESIGNER'],
    answers: [board('ALL'), board('BEHIND'), { request: { query: REMIND, variables: { id: 'c1' } }, result: reminded }],
  });
  // On a phone, too, somebody can be taken out: the act stands in the row.
  expect(await screen.findByRole('button', { name: /Samir/ })).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'Remind 2 people' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('Reminded are Samir.')).toBeVisible();
  expect(within(dialog).getByText('1 person was reminded today already and is left out.')).toBeVisible();
  expect(reminded).not.toHaveBeenCalled();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remind them' }));
  await waitFor(() => expect(reminded).toHaveBeenCalledTimes(1));
});

it('shows who would be told before reminders are set, and says when the next one is', async () => {
  const set = jest.fn(() => ({
    data: {
      setCohortReminders: {
        ...{ __typename: 'Cohort', id: 'c1', remindSchedule: 'BEFORE_END', remindDaysBefore: 7 },
        remindAt: '2026-12-26T06:00:00Z',
      },
    },
  }));
  await renderPage('/programme/cohorts/c1', {
    roles: ['HR_DESIGNER'],
    answers: [board('ALL'), board('BEHIND'), { request: { query: SET_REMINDERS, variables: () => true }, result: set }],
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Reminders' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByText(/Samir/)).not.toBeInTheDocument();
  await userEvent.click(dialog.getByRole('radio', { name: 'Before the last day' }));
  expect(await dialog.findByText('Today it would be Samir, Zainab.')).toBeVisible();
  const days = dialog.getByLabelText('Days before the last one');
  await userEvent.clear(days);
  expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.type(days, '7');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(set).toHaveBeenCalledWith({ id: 'c1', input: { schedule: 'BEFORE_END', daysBefore: 7 } }));
});
