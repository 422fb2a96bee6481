import { SUBMISSION_STATES } from '../submissions/submission.lifecycle.js';
import { countPlaces, isBehind, placeOf } from './place.rules.js';

const nothing = { attempt: null, holds: false, held: false, waits: false };

describe('how far somebody is in a cohort', () => {
  it('is earned once they hold it, whatever they try beside', () => {
    for (const attempt of SUBMISSION_STATES)
      expect(placeOf({ attempt, holds: true, held: true, waits: false })).toBe('EARNED');
  });

  it('is on its way while the award waits to be signed', () => {
    expect(placeOf({ ...nothing, attempt: 'RELEASED', waits: true })).toBe('ISSUING');
  });

  it('says that it ended where nothing new is under way, and else what is', () => {
    expect(placeOf({ ...nothing, attempt: 'RELEASED', held: true })).toBe('ENDED');
    expect(placeOf({ ...nothing, held: true })).toBe('ENDED');
    expect(placeOf({ ...nothing, attempt: 'DRAFT', held: true })).toBe('DRAFT');
  });

  it('has a word for every state of an attempt, and none tells of a hold or of malpractice', () => {
    const words = Object.fromEntries(SUBMISSION_STATES.map((attempt) => [attempt, placeOf({ ...nothing, attempt })]));
    expect(words).toMatchObject({
      ON_HOLD: 'IN_MARKING',
      VOID: 'NOT_YET',
      WITHDRAWN: 'NOT_STARTED',
      QUEUED: 'SUBMITTED',
    });
    expect(Object.values(words)).not.toContain(undefined);
  });

  it('reminds those on whom something waits, and nobody who waits for others', () => {
    expect(isBehind(['EARNED', 'IN_MARKING', 'READY', 'SUBMITTED', 'ISSUING'])).toBe(false);
    for (const state of ['NOT_STARTED', 'DRAFT', 'RETURNED', 'NOT_YET', 'ENDED'] as const)
      expect(isBehind(['EARNED', state])).toBe(true);
  });

  it('counts every place once', () => {
    expect(countPlaces(['EARNED', 'DRAFT', 'EARNED'])).toEqual([
      { state: 'DRAFT', count: 1 },
      { state: 'EARNED', count: 2 },
    ]);
  });
});
