import { type HeldLevel, standingsAt } from './standing.rules.js';

const at = (text: string) => new Date(text);

function held(change: Partial<HeldLevel>): HeldLevel {
  return {
    personId: 'ada',
    skillId: 'welding',
    ordinal: 2,
    validFrom: at('2024-01-01T00:00:00Z'),
    validUntil: null,
    credentialId: 'c1',
    achievementVersionId: 'v1',
    ...{ externalCredentialId: null, badgeName: null, recognisedFrom: null },
    ...change,
  };
}

describe('what is held on a date', () => {
  it('is nothing before the credential begins', () => {
    expect(standingsAt([held({})], at('2023-12-31T23:59:59Z'))).toEqual([]);
  });

  it('is the highest level that counts, not the newest', () => {
    const high = held({ credentialId: 'high', ordinal: 3, validFrom: at('2024-01-01T00:00:00Z') });
    const newer = held({ credentialId: 'newer', ordinal: 2, validFrom: at('2025-01-01T00:00:00Z') });
    for (const all of [
      [high, newer],
      [newer, high],
    ])
      expect(standingsAt(all, at('2025-06-01T00:00:00Z'))).toEqual([
        expect.objectContaining({ credentialId: 'high', ordinal: 3, state: 'CURRENT' }),
      ]);
  });

  it('stops counting at the very moment of its end, without anything having to run', () => {
    const ending = held({ validUntil: at('2026-03-01T12:00:00Z') });
    expect(standingsAt([ending], at('2026-03-01T11:59:59.999Z'))[0]?.state).toBe('CURRENT');
    expect(standingsAt([ending], at('2026-03-01T12:00:00Z'))[0]?.state).toBe('LAPSED');
  });

  it('falls back to the lower level that still counts when the higher one has lapsed', () => {
    const lapsed = held({ credentialId: 'lapsed', ordinal: 4, validUntil: at('2025-01-01T00:00:00Z') });
    const current = held({ credentialId: 'current', ordinal: 2 });
    expect(standingsAt([lapsed, current], at('2026-01-01T00:00:00Z'))).toEqual([
      expect.objectContaining({ credentialId: 'current', ordinal: 2, state: 'CURRENT' }),
    ]);
  });

  it('shows what ended last when nothing counts any more', () => {
    const long = held({ credentialId: 'long-ago', ordinal: 4, validUntil: at('2025-01-01T00:00:00Z') });
    const late = held({ credentialId: 'lately', ordinal: 1, validUntil: at('2025-12-01T00:00:00Z') });
    expect(standingsAt([late, long], at('2026-01-01T00:00:00Z'))).toEqual([
      expect.objectContaining({ credentialId: 'lately', state: 'LAPSED' }),
    ]);
  });

  it('shows, of two of one level, the one that counts longer', () => {
    const short = held({ credentialId: 'short', validUntil: at('2027-01-01T00:00:00Z') });
    const open = held({ credentialId: 'open' });
    expect(standingsAt([open, short], at('2026-01-01T00:00:00Z'))[0]?.credentialId).toBe('open');
    expect(standingsAt([short, open], at('2026-01-01T00:00:00Z'))[0]?.credentialId).toBe('open');
  });

  it('keeps people and skills apart', () => {
    const all = ['ada', 'bo'].flatMap((personId) =>
      ['welding', 'safety'].map((skillId) => held({ personId, skillId, credentialId: `${personId}-${skillId}` })),
    );
    expect(standingsAt(all, at('2026-01-01T00:00:00Z')).map((each) => each.credentialId)).toEqual([
      'ada-welding',
      'ada-safety',
      'bo-welding',
      'bo-safety',
    ]);
  });
});
