import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { EVIDENCE_LABELS, EVIDENCE_LIBRARY, REMOVE_EVIDENCE } from './evidence.documents.js';

const item = (id: string, title: string, usedIn: number) => ({
  __typename: 'EvidenceItem' as const,
  id,
  kind: 'TEXT' as const,
  title,
  note: '',
  url: null,
  text: '# What happened\n\nThe **pump** stopped.',
  keptAt: null,
  tags: [] as string[],
  skills: [] as { __typename: 'Skill'; id: string; name: string }[],
  statement: null,
  madeOn: '2026-03-10',
  createdAt: '2026-03-11T10:00:00Z',
  usedIn,
  revision: 1,
  viewerCan: ['edit', 'remove'],
  file: null,
});
const library = (items: ReturnType<typeof item>[]) => ({
  request: { query: EVIDENCE_LIBRARY, variables: { search: null, tag: null, skillId: null } },
  result: {
    data: {
      myEvidence: {
        __typename: 'EvidenceItemConnection' as const,
        totalCount: items.length,
        edges: items.map((node) => ({ __typename: 'EvidenceItemEdge' as const, cursor: node.id, node })),
        pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
      },
    },
  },
});
const labels = (skills: { id: string; name: string }[], tags: string[]) => ({
  request: { query: EVIDENCE_LABELS, variables: {} },
  result: {
    data: {
      myEvidenceLabels: {
        __typename: 'EvidenceLabels' as const,
        skills: skills.map((skill) => ({
          __typename: 'EvidenceSkill' as const,
          items: 1,
          skill: { __typename: 'Skill' as const, ...skill },
        })),
        tags: tags.map((tag) => ({ __typename: 'EvidenceTag' as const, tag, items: 1 })),
      },
    },
  },
});
const inUse = {
  request: { query: REMOVE_EVIDENCE, variables: { id: 'used' } },
  result: {
    data: { removeEvidence: { __typename: 'EvidenceInUse' as const, message: 'It is part of what you handed in.' } },
  },
};

it('says what would be here before anything is kept', async () => {
  await renderPage('/growth/evidence', { answers: [library([])] });
  expect(await screen.findByText('Your evidence would be here')).toBeVisible();
});

it('refuses a file at once, with the reason, before a byte is sent', async () => {
  const { container } = await renderPage('/growth/evidence', { answers: [library([])] });
  await screen.findByText('Your evidence would be here');
  const field = container.querySelector('input[type=file]');
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no file field.');
  const files = [new File(['x'], 'run.exe'), new File([], 'plan.pdf')];
  await userEvent.upload(field, files, { applyAccept: false });
  expect(await screen.findByText(/a .exe file cannot be kept/)).toBeVisible();
  expect(screen.getByText(/the file is empty/)).toBeVisible();
});

it('shows a text as it reads, and keeps the choice in the address', async () => {
  const { router } = await renderPage('/growth/evidence', { answers: [library([item('note', 'Pump note', 0)])] });
  await userEvent.click(await screen.findByText('Pump note'));
  const panel = screen.getByRole('complementary', { name: 'Pump note' });
  expect(within(panel).getByRole('heading', { name: 'What happened' })).toBeVisible();
  expect(within(panel).getByText('pump').tagName).toBe('STRONG');
  expect(router.state.location.search).toBe('?item=note');
});

it('takes an item away at once and brings it back when that is undone', async () => {
  await renderPage('/growth/evidence', { answers: [library([item('note', 'Pump note', 0)])] });
  await userEvent.click(await screen.findByText('Pump note'));
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('table')).toHaveTextContent('Pump note');
});

it('leaves what is in use where it is, and says why', async () => {
  await renderPage('/growth/evidence', { answers: [library([item('used', 'Handed-in plan', 1)]), inUse] });
  await userEvent.click(await screen.findByText('Handed-in plan'));
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('It is part of what you handed in.')).toBeVisible();
  expect(screen.getByRole('table')).toHaveTextContent('Handed-in plan');
});

it('says what an item is about, and narrows the library to a skill and an own word', async () => {
  const skill = { __typename: 'Skill' as const, id: 'pumps', name: 'Looking after pumps' };
  const about = { ...item('note', 'Pump note', 0), skills: [skill], tags: ['Night work'] };
  const narrowed = {
    ...library([about]),
    request: { ...library([]).request, variables: { search: null, tag: 'Night work', skillId: 'pumps' } },
  };
  const bySkill = {
    ...library([about]),
    request: { ...library([]).request, variables: { search: null, tag: null, skillId: 'pumps' } },
  };
  const { router } = await renderPage('/growth/evidence', {
    answers: [library([about, item('other', 'Other note', 0)]), bySkill, narrowed, labels([skill], ['Night work'])],
  });
  expect(await screen.findByText('Looking after pumps · Night work')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Skill Any' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Looking after pumps (1)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Tag Any' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Night work (1)' }));
  expect(await screen.findByText('Pump note')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Other note')).toBeNull());
  expect(router.state.location.search).toBe('?skill=pumps&tag=Night+work');
});

it('is gone through by Tab and arrows, for whoever has switched the letters off', async () => {
  const { router } = await renderPage('/growth/evidence', {
    answers: [library([item('note', 'Pump note', 0), item('other', 'Other note', 0)]), labels([], [])],
  });
  const first = (await screen.findByText('Pump note')).closest('tr');
  for (let steps = 0; steps < 60 && document.activeElement !== first; steps += 1) await userEvent.tab();
  expect(first).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('row', { name: /Other note/ })).toHaveFocus();
  expect(router.state.location.search).toBe('?item=other');
  await userEvent.keyboard('{Home}');
  expect(first).toHaveFocus();
  expect(first).toHaveAttribute('aria-selected', 'true');
});
