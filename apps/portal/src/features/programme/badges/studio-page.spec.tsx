import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { BADGE_PREVIEW, BRAND_KIT, KIT_VERSION, SAVE_KIT } from './badges.documents.js';

const INKS = { __typename: 'BadgeInks', ground: '#14221F', gilt: '#C9A24A', line: '#8C9893', text: '#F4F1E8' };
const kit = {
  __typename: 'BrandKit',
  number: null,
  state: null,
  revision: 0,
  initials: '',
  ground: 'PLAIN',
  inks: INKS,
  fonts: [{ __typename: 'FontForRole', role: 'NAMES', family: 'source-serif-4' }],
  logo: null,
  versions: [],
};
const families = [{ __typename: 'FontFamily', key: 'source-serif-4', name: 'Source Serif 4', roles: ['NAMES'] }];
const answers = (saved: object, seen: unknown[]): MockLink.MockedResponse[] => [
  { request: { query: BRAND_KIT }, result: { data: { brandKit: kit, fontFamilies: families } } },
  {
    request: { query: BADGE_PREVIEW, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: {
      data: {
        badgePreview: {
          __typename: 'BadgePreview',
          pictures: [{ __typename: 'BadgePicture', cut: 'INK', scale: 'FULL', svg: '<svg/>' }],
          findings: [
            { __typename: 'BadgeFinding', check: 'SMALL', verdict: 'GOOD', message: 'Readable at 24 pixels.' },
            { __typename: 'BadgeFinding', check: 'FIT', verdict: 'REFUSED', message: 'It does not fit.' },
          ],
        },
      },
    },
  },
  {
    request: { query: SAVE_KIT, variables: (variables) => Boolean(seen.push(variables)) },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: { data: { saveBrandKit: saved } },
  },
];
const open = (all: MockLink.MockedResponse[]) =>
  renderPage('/programme/badges', { roles: ['HR_DESIGNER'], answers: all });

it('saves a colour as it is written, says its contrast, and takes it back', async () => {
  const user = userEvent.setup();
  const seen: { expectedRevision: number; input: { inks: { gilt: string } } }[] = [];
  await open(answers({ ...kit, number: 1, state: 'DRAFT', revision: 1 }, seen));
  const gilt = await screen.findByRole('textbox', { name: /Gilt/ });
  expect(screen.getByText('6.8 to 1')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Put in use' })).toBeDisabled();

  await user.clear(gilt);
  await user.type(gilt, '#333333');
  expect(screen.getByText(/1\.\d to 1 · too low/)).toBeInTheDocument();
  await waitFor(
    () => expect(seen.at(-1)).toMatchObject({ expectedRevision: 0, input: { inks: { gilt: '#333333' } } }),
    {
      timeout: 3_000,
    },
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Put in use' })).toBeEnabled());

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(gilt).toHaveValue('#C9A24A');
  await waitFor(
    () => expect(seen.at(-1)).toMatchObject({ expectedRevision: 1, input: { inks: { gilt: '#C9A24A' } } }),
    {
      timeout: 3_000,
    },
  );
});

it('names what stands against a badge first, in words', async () => {
  await open(answers(kit, []));
  await screen.findByText('It does not fit.', {}, { timeout: 4_000 });
  const findings = screen
    .getAllByRole('listitem')
    .map((item) => item.textContent)
    .filter((text) => /fit|Readable/.test(text ?? ''));
  expect(findings).toEqual(['Cannot be published: It does not fit.', 'In order: Readable at 24 pixels.']);
});

it('asks whose word counts when somebody else saved in between', async () => {
  const user = userEvent.setup();
  const seen: { expectedRevision: number }[] = [];
  await open(answers({ __typename: 'ChangedMeanwhile', message: 'Somebody else saved.', currentRevision: 7 }, seen));
  await user.type(await screen.findByRole('textbox', { name: /Initials/ }), 'CX');
  await user.click(await screen.findByRole('button', { name: 'Keep mine' }, { timeout: 3_000 }));
  await waitFor(() => expect(seen.at(-1)).toMatchObject({ expectedRevision: 7 }), { timeout: 3_000 });
});

it('has an older version back as the draft, and takes that back', async () => {
  const user = userEvent.setup();
  const seen: { expectedRevision: number; input: { initials: string } }[] = [];
  const versions = [{ __typename: 'StudioVersion', number: 1, state: 'REPLACED', inUseSince: '2026-01-05T08:00:00Z' }];
  const older = { ...kit, number: 1, state: 'REPLACED', initials: 'OLD', versions };
  const [first, ...others] = answers({ ...kit, number: 3, state: 'DRAFT', revision: 1, versions }, seen);
  if (!first) throw new Error('There is an answer.');
  const current = { ...kit, number: 2, state: 'IN_USE', initials: 'NEW', versions };
  await open([
    { ...first, result: { data: { brandKit: current, fontFamilies: families } } },
    { request: { query: KIT_VERSION, variables: { number: 1 } }, result: { data: { brandKitVersion: older } } },
    ...others,
  ]);
  const initials = await screen.findByRole('textbox', { name: /Initials/ });
  await user.click(screen.getByRole('button', { name: 'Look at version 1' }));
  await user.click(await screen.findByRole('button', { name: 'Bring it back' }));
  expect(initials).toHaveValue('OLD');
  await waitFor(() => expect(seen.at(-1)).toMatchObject({ expectedRevision: 0, input: { initials: 'OLD' } }), {
    timeout: 3_000,
  });
  await user.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement);
  expect(initials).toHaveValue('NEW');
});
