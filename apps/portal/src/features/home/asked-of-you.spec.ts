import { asksOf } from './asked-of-you.js';
import type { Asked } from './home.documents.js';

const somebody = (displayName: string) => ({ id: displayName, displayName });

it('what waits is what can still be answered, whoever waits longest first', () => {
  const endorsement = (id: string, can: boolean, askedAt: string) => ({
    ...{
      id,
      state: 'ASKED' as const,
      viewerCan: can ? ['answer'] : [],
      achievementName: 'Pinpointing a leak',
      askedAt,
    },
    holder: somebody('Samir'),
  });
  const asked: Asked = {
    endorsementsAskedOfMe: [endorsement('e1', true, '2026-10-03'), endorsement('e2', false, '2026-10-01')],
    askedOfMe: [
      { id: 'w1', state: 'WAITING', about: 'Valve 7', askedAt: '2026-10-02', owner: somebody('Zainab') },
      { id: 'w2', state: 'EXPIRED', about: 'Valve 8', askedAt: '2026-09-02', owner: somebody('Zainab') },
    ],
    mentoringAskedOfMe: (['WAITING', 'OVER', 'ACCEPTED'] as const).map((state, index) => ({
      ...{ submissionId: `s${index}`, state, achievementName: 'Sampling', askedAt: '2026-10-01' },
      candidate: somebody('Bartek'),
    })),
  };
  expect(asksOf(asked).map(({ key, kind, name }) => [key, kind, name])).toEqual([
    ['s0', 'mentor', 'Bartek'],
    ['w1', 'witness', 'Zainab'],
    ['e1', 'endorse', 'Samir'],
  ]);
  expect(asksOf(undefined)).toEqual([]);
});
