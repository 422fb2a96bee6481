import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { FRAMEWORKS } from '../home/programme-home.documents.js';
import { SKILL_CHOICES } from '../skill-choices.documents.js';
import { SAVE_NOTE, SKILL_NEEDS, STRATEGY_NOTES } from './needs.documents.js';

const need = {
  ...{ __typename: 'SkillNeed', skillId: 's1', name: 'Data quality', framework: 'Works', levels: 7 },
  ...{ people: 13, met: null, gap: null, band: 'FEW', proof: 'NONE', notes: 0 },
};
const choice = {
  ...{ __typename: 'Skill', id: 's1', name: 'Data quality' },
  framework: {
    ...{ __typename: 'SkillFramework', id: 'f1', title: 'Works', version: '1' },
    scale: { __typename: 'ProficiencyScale', id: 'c1', levels: [] },
  },
};
const filter = { search: null, frameworkId: null, proof: null, noted: null, order: 'GAP' };
const open = (saved: (variables: unknown) => void) =>
  renderPage('/programme/needs', {
    roles: ['HR_DESIGNER'],
    answers: [
      { request: { query: FRAMEWORKS }, result: { data: { frameworks: [] } } },
      { request: { query: STRATEGY_NOTES }, result: { data: { strategyNotes: [] } } },
      {
        request: { query: SKILL_CHOICES, variables: () => true },
        result: {
          data: {
            skills: { __typename: 'SkillConnection', edges: [{ __typename: 'SkillEdge', node: choice }] },
          },
        },
      },
      {
        request: { query: SKILL_NEEDS, variables: filter },
        result: {
          data: {
            skillNeeds: {
              ...{ __typename: 'SkillNeedConnection', totalCount: 1 },
              pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
              edges: [{ __typename: 'SkillNeedEdge', cursor: 'c', node: need }],
            },
          },
        },
      },
      {
        request: { query: SAVE_NOTE, variables: () => true },
        result: (variables: unknown) => {
          saved(variables);
          const { title, body, horizon } = { title: 'Sensors', body: '', horizon: 'NOW' };
          return {
            data: { saveStrategyNote: { __typename: 'StrategyNote', id: 'n1', title, body, horizon, revision: 1 } },
          };
        },
      },
    ],
  });

it('opens a number to the people behind it, and no range', async () => {
  await open(() => {});
  const row = (await screen.findByText('Data quality')).closest('tr') as HTMLElement;
  const rows = within(row).getAllByRole('link', { name: /open the rows/ });
  expect(rows.map((link) => link.getAttribute('href'))).toEqual([
    '/insights/rows/SKILL_LEVELS?skill=s1&name=Data+quality',
    '/insights/rows/SKILL_ASKED?skill=s1&name=Data+quality',
  ]);
});

it('gives a range where the number would tell of fewer than five', async () => {
  await open(() => {});
  const row = (await screen.findByRole('link', { name: 'Data quality' })).closest('tr');
  const cells = within(row as HTMLElement).getAllByRole('cell');
  expect(cells.slice(1, 5).map((cell) => cell.textContent)).toEqual(['7', '13', '1–4', '9–12']);
});

it('keeps a note with the skills that were chosen one after the other', async () => {
  const saved = jest.fn();
  await open(saved);
  await userEvent.click(await screen.findByRole('button', { name: 'Write a note' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/^Title/), 'Sensors');
  await userEvent.click(dialog.getByRole('radio', { name: 'Within half a year' }));
  const skill = dialog.getByRole('combobox', { name: /^Skills it concerns/ });
  await userEvent.click(skill);
  await userEvent.click(await screen.findByRole('option', { name: 'Data quality' }));
  expect(dialog.getByRole('button', { name: 'Without Data quality' })).toBeInTheDocument();
  expect(skill).toHaveValue('');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(saved).toHaveBeenCalledWith({
    input: expect.objectContaining({ title: 'Sensors', horizon: 'NOW', skillIds: ['s1'] }) as object,
  });
});
