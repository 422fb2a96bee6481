import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { CLAIM_LEVEL, LIBRARY_PICK, LINK_EVIDENCE, SUBMISSION } from '../submissions.documents.js';

const item = (id: string, title: string) => ({
  ...{ __typename: 'EvidenceItem', id, kind: 'TEXT', title, note: '', url: null, text: 'Words', keptAt: null },
  ...{
    tags: [],
    skills: [],
    madeOn: null,
    createdAt: '2026-11-01T10:00:00Z',
    usedIn: 0,
    revision: 1,
    viewerCan: ['edit'],
  },
  ...{ statement: null, file: null },
});
const level = (ordinal: number) => ({
  ...{ __typename: 'RubricCriterionLevel', id: `l${ordinal}`, ordinal, label: `Level ${ordinal}` },
  ...{ descriptor: `Does it at ${ordinal}`, isCompetent: ordinal > 1 },
});
const criterion = {
  ...{ __typename: 'RubricCriterion', id: 'c1', title: 'Plan the test', description: '', weight: 1, mustReach: null },
  levels: [1, 2, 3].map(level),
};

type Links = { letter: string; reflection: string }[];
const work = (claimedLevel: number | null, links: Links, sameBecause = '') => ({
  ...{ __typename: 'Submission', id: 's', state: 'DRAFT', attemptNo: 2, route: 'LEARNING', revision: 1 },
  ...{ savedAt: '2026-11-18T10:00:00Z', submittedAt: null, viewerCan: ['edit'] },
  achievementVersion: {
    ...{ __typename: 'AchievementVersion', id: 'v', achievementId: 'a', name: 'Tests', number: 1, badgeUrl: '/x.svg' },
    ...{ markingPolicy: 'SINGLE', evidenceMaxAgeMonths: 24, level: null },
  },
  items: links.map(({ letter }) => ({
    ...{ __typename: 'SubmissionItem', letter, criteria: [1], item: item('i', 'The plan') },
  })),
  criteria: [
    {
      ...{ __typename: 'SubmissionCriterion', number: 1, claimedLevel, notEvidenced: false, carried: null, criterion },
      askedAgain: { __typename: 'AskedAgain', bringsNew: links.length > 0, sameBecause },
      links: links.map((link) => ({ __typename: 'EvidenceLink', ...link, item: item('i', 'The plan') })),
    },
  ],
  gaps: [],
});

it('shows and keeps levels, links and words while the network is off, and sends them in order when it is back', async () => {
  let online = false;
  const sent: string[] = [];
  const reached = <T,>(what: string, answer: T) => {
    sent.push(what);
    return { data: answer };
  };
  const off = (query: typeof CLAIM_LEVEL | typeof LINK_EVIDENCE) => ({
    ...{ request: { query, variables: () => !online }, error: new TypeError('Failed to fetch') },
  });
  const answers = [
    {
      request: { query: SUBMISSION, variables: { id: 's' } },
      result: {
        data: {
          submission: {
            ...work(null, []),
            ...{
              timeline: [],
              holds: [],
              appealUntil: null,
              appeals: [],
              snapshot: null,
              decision: null,
              replacedDecisions: [],
              award: null,
              renews: null,
            },
          },
        },
      },
    },
    {
      request: { query: LIBRARY_PICK, variables: () => true },
      result: {
        data: {
          myEvidence: {
            ...{ __typename: 'EvidenceItemConnection', totalCount: 1 },
            edges: [{ __typename: 'EvidenceItemEdge', cursor: 'x', node: item('i', 'The plan') }],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      },
    },
    off(CLAIM_LEVEL),
    off(LINK_EVIDENCE),
    {
      request: { query: CLAIM_LEVEL, variables: () => online },
      result: () => reached('claim', { claimLevel: work(2, []) }),
    },
    {
      request: { query: LINK_EVIDENCE, variables: () => online },
      result: ({ reflection }: { reflection?: string }) =>
        reached(`link ${reflection}`, { linkEvidence: work(2, [{ letter: 'A', reflection: reflection ?? '' }]) }),
    },
  ];
  await renderPage('/growth/submissions/s', { answers });
  await screen.findByRole('heading', { name: 'Plan the test' });
  await userEvent.click(screen.getByRole('radio', { name: /2/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Link The plan to criterion 1' }));
  await userEvent.type(screen.getByRole('textbox', { name: /How The plan shows/ }), 'It is mine');

  expect(screen.getByRole('radio', { name: /2/ })).toBeChecked();
  expect(within(screen.getByRole('table')).getAllByText('A')).toHaveLength(2);
  expect(await screen.findByText(/is sent again/)).toBeVisible();
  const kept = JSON.parse(localStorage.getItem('assay-unsent-draft-s') ?? '[]') as [string, { kind: string }][];
  expect(kept.map(([, change]) => change.kind)).toEqual(['claim', 'link', 'reflect']);

  online = true;
  await waitFor(() => expect(sent).toEqual(['claim', 'link ', 'link It is mine']), { timeout: 9_000 });
  await waitFor(() => expect(localStorage.getItem('assay-unsent-draft-s')).toBeNull());
  expect(screen.getByRole('textbox', { name: /How The plan shows/ })).toHaveValue('It is mine');
}, 20_000);
