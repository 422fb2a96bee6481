import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { UNITS } from '../fields/fields.documents.js';
import { MOVE_UNIT, ORGANISATION, PEOPLE_HERE } from './organisation.documents.js';

const acts = ['addBelow', 'rename', 'move', 'remove'];
const unit = (id: string, name: string, parentId: string | null, headcount: number) => ({
  __typename: 'OrgUnit',
  id,
  name,
  parentId,
  headcount,
  headcountHere: 1,
  viewerCan: acts,
});
const units = [
  unit('ops', 'Operations', null, 45),
  unit('lab', 'Laboratory', 'ops', 8),
  unit('net', 'Networks', 'ops', 30),
  unit('tel', 'Telemetry', 'net', 12),
  unit('fin', 'Finance', null, 5),
];
const here = (unitId: string) => ({
  request: { query: PEOPLE_HERE, variables: { unitId } },
  result: { data: { people: { __typename: 'PersonConnection', edges: [], totalCount: 0 } } },
});
const open = async (address = '/admin/organisation', answers: object[] = []) => {
  const shown = await renderPage(address, {
    roles: ['ADMINISTRATOR'],
    answers: [
      { request: { query: ORGANISATION }, result: { data: { orgUnits: units } } },
      { request: { query: UNITS }, result: { data: { orgUnits: units } } },
      ...units.map((each) => here(each.id)),
      ...(answers as []),
    ],
  });
  await screen.findByRole('tree');
  return shown;
};
const item = (name: RegExp) => screen.getByRole('treeitem', { name });

it('is walked by arrows, Home, End and letters, and a unit is chosen by Enter', async () => {
  const { router } = await open();
  expect(screen.getAllByRole('treeitem').map((row) => row.textContent)).toEqual([
    expect.stringContaining('Finance'),
    expect.stringContaining('Operations'),
    expect.stringContaining('Laboratory'),
    expect.stringContaining('Networks'),
  ]);
  expect(item(/Networks/)).toHaveAttribute('aria-expanded', 'false');
  expect(item(/Networks/)).toHaveAttribute('aria-level', '2');
  act(() => item(/Finance/).focus());
  await userEvent.keyboard('{End}');
  expect(item(/Networks/)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(await screen.findByRole('treeitem', { name: /Telemetry/ })).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  expect(item(/Telemetry/)).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await waitFor(() => expect(screen.queryByRole('treeitem', { name: /Telemetry/ })).toBeNull());
  await userEvent.keyboard('{Home}');
  expect(item(/Finance/)).toHaveFocus();
  await userEvent.keyboard('lab');
  expect(item(/Laboratory/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('complementary', { name: 'Laboratory' })).toBeVisible();
  expect(router.state.location.search).toContain('unit=lab');
  expect(item(/Laboratory/)).toHaveAttribute('aria-selected', 'true');
});

it('has one stop for the Tab key', async () => {
  await open();
  expect(screen.getAllByRole('treeitem').filter((row) => row.tabIndex === 0)).toHaveLength(1);
});

it('unfolds the way to the unit that a link names', async () => {
  await open('/admin/organisation?unit=tel');
  expect(item(/Telemetry/)).toHaveAttribute('aria-selected', 'true');
});

it('moves by a dialog that names what moves, and never offers the own branch', async () => {
  await open('/admin/organisation?unit=net', [
    {
      request: { query: MOVE_UNIT, variables: { id: 'net', parentId: 'fin' } },
      result: { data: { moveOrgUnit: { __typename: 'OrgUnit', id: 'net', name: 'Networks', parentId: 'fin' } } },
    },
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Move to…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Move Networks' });
  expect(dialog).toHaveTextContent('30 people move with it.');
  expect(dialog).toHaveTextContent('1 unit below moves with it.');
  expect(within(dialog).getByRole('button', { name: 'Move' })).toBeDisabled();
  await userEvent.click(within(dialog).getByLabelText(/^Move to/, { selector: 'input' }));
  const offered = screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent);
  expect(offered).toEqual(['Finance', 'Operations', 'Operations / Laboratory']);
  await userEvent.click(screen.getByRole('option', { name: 'Finance', hidden: true }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
  expect(await screen.findByText('Networks is now part of Finance.')).toBeVisible();
});
