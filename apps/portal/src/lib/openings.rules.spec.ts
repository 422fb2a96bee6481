import type { Opening } from './openings.documents.js';
import { looksOf } from './openings.rules.js';

const opening = (over: Partial<Opening>): Opening =>
  ({
    id: 'o',
    at: '2026-11-22T08:00:00Z',
    by: 'An assessor of Writing tests',
    how: 'READ',
    itemId: 'a',
    reason: null,
    achievement: 'Writing tests',
    ...over,
  }) as Opening;

describe('who looked', () => {
  it('makes one look of several items and files of one day', () => {
    const looks = looksOf([opening({ itemId: 'a' }), opening({ itemId: 'b' }), opening({ itemId: 'a', how: 'FILE' })]);
    expect(looks).toEqual([expect.objectContaining({ items: 2, files: 1 })]);
  });

  it('keeps apart another day, another person and another reason', () => {
    const looks = looksOf([
      opening({}),
      opening({ at: '2026-11-21T08:00:00Z' }),
      opening({ by: 'Yusuf Demir', reason: 'A complaint' }),
      opening({ by: 'Yusuf Demir', reason: 'A sample' }),
    ]);
    expect(looks).toHaveLength(4);
  });
});
