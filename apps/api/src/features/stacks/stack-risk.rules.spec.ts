import type { StackRule } from '@assay/pathway';
import { isEarned, lostParts } from './stack-risk.rules.js';

const on = new Date('2026-11-01T00:00:00Z');
const noCredits = () => ({ ects: null, hours: null, level: null });
const rule = (more: Partial<StackRule> = {}): StackRule => ({
  asks: { atLeast: { n: 2, of: [{ credential: 'a' }, { credential: 'b' }, { credential: 'c' }] } },
  ...{ notBoth: [], partsMustBe: 'CURRENT', maxAgeMonths: null, countedOnce: false },
  ...more,
});
const part = (
  achievementId: string,
  more: { until?: string; status?: 'SUSPENDED' | 'REVOKED'; earned?: string } = {},
) => ({
  achievementId,
  earnedOn: new Date(more.earned ?? '2025-01-01T00:00:00Z'),
  until: more.until ? new Date(more.until) : null,
  status: more.status ?? ('ACTIVE' as const),
  withdrawn: more.status !== undefined,
  version: { name: achievementId.toUpperCase() },
});

describe('a stack that is held', () => {
  it.each([
    ['a part ended', part('b', { until: '2026-10-31' }), [{ achievementId: 'b', name: 'B', why: 'ENDED' }]],
    ['a part is suspended', part('b', { status: 'SUSPENDED' }), [{ achievementId: 'b', name: 'B', why: 'SUSPENDED' }]],
    ['a part was withdrawn', part('b', { status: 'REVOKED' }), [{ achievementId: 'b', name: 'B', why: 'WITHDRAWN' }]],
    ['every part counts', part('b'), []],
  ])('when %s', (_when, second, lost) => {
    expect(lostParts(rule(), noCredits, [part('a'), second], on)).toEqual(lost);
  });

  it('is not at risk while the others complete it', () => {
    expect(lostParts(rule(), noCredits, [part('a'), part('b', { status: 'REVOKED' }), part('c')], on)).toEqual([]);
  });

  it('is not at risk by an end, where its parts were to be earned once', () => {
    const once = rule({ partsMustBe: 'HELD_ONCE' });
    expect(lostParts(once, noCredits, [part('a'), part('b', { until: '2026-10-31' })], on)).toEqual([]);
    expect(lostParts(once, noCredits, [part('a'), part('b', { status: 'REVOKED' })], on)).toHaveLength(1);
  });

  it('never grows too old, while earning it asks for parts of so many months', () => {
    const young = rule({ maxAgeMonths: 12 });
    expect(lostParts(young, noCredits, [part('a'), part('b')], on)).toEqual([]);
    expect(isEarned(young, noCredits, [part('a'), part('b')], on, null)).toBe(false);
  });

  it('is earned again only by something that was earned since', () => {
    const held = [part('a'), part('b')];
    const before = new Date('2025-06-01T00:00:00Z');
    expect(isEarned(rule(), noCredits, held, on, null)).toBe(true);
    expect(isEarned(rule(), noCredits, held, on, before)).toBe(false);
    expect(isEarned(rule(), noCredits, [...held, part('c', { earned: '2026-01-01' })], on, before)).toBe(true);
  });
});
