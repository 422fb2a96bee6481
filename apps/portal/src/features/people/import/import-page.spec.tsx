import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { APPLY_PEOPLE, CANCEL_PEOPLE, IMPORT_ROWS, PEOPLE_IMPORT, PREVIEW_PEOPLE } from './import.documents.js';

const column = (header: string, ...samples: string[]) => ({ __typename: 'ImportColumn', header, samples });
const means = (header: string, field: string | null) => ({ __typename: 'ColumnMapping', header, field });
const counts = { __typename: 'ImportCounts', rows: 415, create: 12, change: 400, unchanged: 3, leave: 0, errors: 0 };
const found = {
  __typename: 'PeopleImport',
  id: 'i1',
  fileName: 'people.csv',
  state: 'PREVIEWED',
  createdAt: '2026-11-22T08:00:00Z',
  createdBy: null,
  effectiveOn: '2026-12-01',
  progress: 100,
  problem: null,
  looksLike: null,
  missing: 'KEEP',
  appliedAt: null,
  viewerCan: ['apply', 'cancel'],
  columns: [column('Mail', 'ada@example.org'), column('Who', 'Ada Lovelace'), column('Shoe size', '38')],
  mapping: [means('Mail', 'EMAIL'), means('Who', null), means('Shoe size', null)],
  counts,
};
const row = (at: number, outcome: string, name: string, more: object = {}) => ({
  __typename: 'ImportRowEdge',
  cursor: String(at),
  node: { __typename: 'ImportRow', row: at, outcome, personId: `p${at}`, name, changes: [], problems: [], ...more },
});
const change = { __typename: 'FieldChange', field: 'jobTitle', from: 'Engineer', to: 'Senior engineer' };
const problem = { __typename: 'InputProblem', field: 'managerEmail', message: 'Nobody has the address x@example.org.' };
const rows = (outcome: string | null, ...edges: object[]) => ({
  request: { query: IMPORT_ROWS, variables: { id: 'i1', outcome } },
  result: {
    data: {
      peopleImport: {
        __typename: 'PeopleImport',
        id: 'i1',
        rows: {
          __typename: 'ImportRowConnection',
          edges,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          totalCount: edges.length,
        },
      },
    },
  },
});
const everything = rows(
  null,
  row(2, 'CHANGE', 'Ada Lovelace', { changes: [change] }),
  row(3, 'ERROR', 'Leo Santos', { problems: [problem] }),
);
const open = (address: string, more: object, ...answers: object[]) =>
  renderPage(address, {
    roles: ['ADMINISTRATOR'],
    answers: [
      {
        request: { query: PEOPLE_IMPORT, variables: { id: 'i1' } },
        result: { data: { peopleImport: { ...found, ...more } } },
      },
      everything,
      ...(answers as []),
    ],
  });

it('names what no file can do without, marks guesses, and reads again with what was chosen', async () => {
  const mapping = [
    { header: 'Mail', field: 'EMAIL' },
    { header: 'Who', field: 'DISPLAY_NAME' },
    { header: 'Shoe size', field: null },
  ];
  const input = { fileId: 'i1', mapping, effectiveOn: '2026-12-01', missing: 'LEAVE' };
  const { router } = await open(
    '/admin/people/import/i1?step=columns',
    {},
    {
      request: { query: PREVIEW_PEOPLE, variables: { input } },
      result: { data: { previewPeopleImport: { __typename: 'PeopleImport', id: 'i2' } } },
    },
  );
  expect(await screen.findByText(/^No column holds the name/)).toBeVisible();
  const go = screen.getByRole('button', { name: 'Show what would change' });
  expect(go).toBeDisabled();
  const mail = screen.getByText('Mail', { selector: 'b' }).closest('tr');
  expect(mail).toHaveTextContent('ada@example.org');
  expect(mail).toHaveTextContent('Guessed');
  const who = screen.getByLabelText('What Who means', { selector: 'input' });
  await userEvent.click(who);
  const offered = document.getElementById(who.getAttribute('aria-controls') ?? '');
  await userEvent.click(within(offered ?? document.body).getByRole('option', { name: 'Name', hidden: true }));
  expect(screen.queryByText(/^No column holds the name/)).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Leave on that day' }));
  await userEvent.click(go);
  await waitFor(() => expect(router.state.location.pathname).toBe('/admin/people/import/i2'));
});

it('shows every difference and every problem with its row and field, and does not apply while there are errors', async () => {
  await open(
    '/admin/people/import/i1',
    { counts: { ...counts, errors: 3 } },
    rows('ERROR', row(3, 'ERROR', 'Leo Santos', { problems: [problem] })),
  );
  const ada = (await screen.findByText('Ada Lovelace')).closest('tr');
  expect(ada).toHaveTextContent('Job title: Engineer → becomesSenior engineer');
  expect(screen.getByText('Leo Santos').closest('tr')).toHaveTextContent(
    'Manager’s mail address: Nobody has the address x@example.org.',
  );
  const apply = screen.getByRole('button', { name: 'Apply 412 changes' });
  expect(apply).toBeDisabled();
  expect(apply).toHaveAccessibleDescription('3 rows must be fixed first, in the file or in their columns.');
  await userEvent.click(screen.getByRole('button', { name: 'To fix 3' }));
  await waitFor(() => expect(screen.queryByText('Ada Lovelace')).toBeNull());
  expect(screen.getByText('Leo Santos')).toBeVisible();
});

it('asks once more before people leave', async () => {
  const applied = jest.fn(() => ({
    data: { applyPeopleImport: { __typename: 'PeopleImport', id: 'i1', state: 'APPLYING', progress: 0 } },
  }));
  await open(
    '/admin/people/import/i1',
    { counts: { ...counts, leave: 2 } },
    {
      request: { query: APPLY_PEOPLE, variables: { id: 'i1' } },
      result: applied,
    },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Apply 414 changes' }));
  const dialog = await screen.findByRole('dialog', { name: '2 people leave' });
  expect(applied).not.toHaveBeenCalled();
  expect(dialog).toHaveTextContent('Besides, 12 are added and 400 changed.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Apply 414 changes' }));
  await waitFor(() => expect(applied).toHaveBeenCalledTimes(1));
});

it('says how far it is, and can be cancelled while it is only read', async () => {
  const cancelled = jest.fn(() => ({
    data: { cancelPeopleImport: { __typename: 'PeopleImport', id: 'i1', state: 'CANCELLED' } },
  }));
  await open(
    '/admin/people/import/i1',
    { state: 'READING', progress: 40, viewerCan: ['cancel'] },
    {
      request: { query: CANCEL_PEOPLE, variables: { id: 'i1' } },
      result: cancelled,
    },
  );
  expect(await screen.findByRole('progressbar', { name: 'The file is being read:' })).toHaveValue(40);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
  await waitFor(() => expect(cancelled).toHaveBeenCalled());
});

it('says why it failed, and that nothing was written', async () => {
  await open('/admin/people/import/i1', {
    state: 'FAILED',
    problem: 'The organisation changed meanwhile.',
    viewerCan: [],
  });
  expect(await screen.findByText('The organisation changed meanwhile.')).toBeVisible();
  expect(screen.getByText('Nothing was written.')).toBeVisible();
});
