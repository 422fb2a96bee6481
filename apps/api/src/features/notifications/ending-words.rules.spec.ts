import { asksMoreWords, daysLeft, renewalWords } from './ending-words.rules.js';

describe('what a reminder says', () => {
  const now = new Date('2026-11-22T15:00:00Z');
  it.each([
    ['2026-11-22T23:59:59Z', 'today'],
    ['2026-11-23T10:00:00Z', 'tomorrow'],
    ['2026-11-24T10:00:00Z', 'in 2 days'],
    ['2026-12-22T15:00:00Z', 'in 30 days'],
  ])('says of %s: %s', (until, words) => {
    expect(daysLeft(new Date(until), now)).toBe(words);
  });

  it('names what a renewal asks, or that there is none', () => {
    const offered = { state: 'PUBLISHED', renewal: 'CHANGED_CRITERIA', route: 'PORTFOLIO' } as const;
    expect(renewalWords(offered)).toContain('only for what has changed');
    expect(renewalWords({ ...offered, renewal: 'ALL_CRITERIA' })).toContain('every criterion');
    expect(renewalWords({ ...offered, state: 'RETIRED' })).toContain('no longer offered');
    expect(renewalWords(null)).toContain('no longer offered');
    expect(renewalWords({ ...offered, route: 'COMPLETION' })).toContain('nothing to hand in');
  });

  it('names what holders have not shown, in the designers’ words, and nothing where only words changed', () => {
    const change = {
      kind: 'SUBSTANTIVE',
      section: 'rubric',
      title: 'Criterion 1: Weld',
      reason: 'New machines',
    } as const;
    expect(
      asksMoreWords([
        { ...change, kind: 'EDITORIAL' },
        { ...change, section: 'validity' },
      ]),
    ).toBeNull();
    expect(asksMoreWords([change])).toMatch(/^Criterion 1: Weld: New machines\. Your badge counts until it ends\./);
    expect(asksMoreWords([change, change, change, change, change])).toContain('and 2 more.');
  });
});
