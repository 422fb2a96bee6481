import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { ANSWER_CONSENT, EXEMPLAR_CONSENTS } from './exemplar-consents.documents.js';

const consent = (answer: boolean | null) => ({
  __typename: 'ExemplarConsent' as const,
  exemplarId: 'exemplar',
  askedAt: '2026-11-10T10:00:00Z',
  answer,
  answeredAt: answer === null ? null : '2026-11-18T10:00:00Z',
  achievement: { __typename: 'AchievementVersion' as const, id: 'version', name: 'Test engineering' },
});
const asked = (consents: ReturnType<typeof consent>[]) => ({
  request: { query: EXEMPLAR_CONSENTS },
  result: { data: { myExemplarConsents: consents } },
});
const said = (given: boolean) => ({
  request: { query: ANSWER_CONSENT, variables: { exemplarId: 'exemplar', given } },
  result: { data: { answerExemplarConsent: consent(given) } },
});

it('says plainly what happens, takes the answer, and takes it back', async () => {
  await renderPage('/growth/evidence/exemplars', { answers: [asked([consent(null)]), said(true), said(false)] });
  expect(await screen.findByText('Waits for your answer')).toBeVisible();
  expect(screen.getByText(/never changes anything for you/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Yes, use my work for Test engineering' }));
  expect(await screen.findByText('May be used')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Take back my consent for Test engineering' }));
  expect(await screen.findByText('Is not used')).toBeVisible();
});

it('says so when nobody asks', async () => {
  await renderPage('/growth/evidence/exemplars', { answers: [asked([])] });
  expect(await screen.findByText('Nobody asks')).toBeVisible();
});
