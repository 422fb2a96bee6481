import { layersAt } from './layers.rules.js';
import type { Standing } from './standing.rules.js';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const claim = (ordinal: number | null, day: string, skillId = 'welding') => ({ skillId, ordinal, claimedAt: at(day) });
const seen = (observerId: string, ordinal: number, day: string, more: { peer?: boolean; until?: string } = {}) => ({
  ...{ skillId: 'welding', observerId, ordinal, observedAt: at(day) },
  capacity: more.peer ? ('PEER' as const) : ('MANAGER' as const),
  withdrawnAt: more.until ? at(more.until) : null,
});
const verified = (state: Standing['state']): Standing => ({
  ...{ personId: 'ada', skillId: 'welding', ordinal: 2, state, verifiedOn: at('2026-01-01'), validUntil: null },
  ...{
    credentialId: 'c',
    achievementVersionId: 'v',
    externalCredentialId: null,
    badgeName: null,
    recognisedFrom: null,
  },
});

describe('what is known of a skill on a date', () => {
  it('keeps what is said, seen and verified apart', () => {
    const [layers] = layersAt(
      [verified('CURRENT')],
      [seen('boss', 3, '2026-02-01')],
      [claim(4, '2026-02-01')],
      at('2026-03-01'),
    );
    expect([layers?.verified?.ordinal, layers?.observed?.ordinal, layers?.claimed?.ordinal]).toEqual([2, 3, 4]);
  });

  it('shows what has ended as lapsed and not as verified', () => {
    const [layers] = layersAt([verified('LAPSED')], [], [], at('2026-03-01'));
    expect(layers).toMatchObject({ verified: null, lapsed: { ordinal: 2 } });
  });

  it('takes the claim of that day, and none once it was taken back', () => {
    const claims = [claim(2, '2026-01-01'), claim(3, '2026-02-01'), claim(null, '2026-03-01')];
    const on = (day: string) => layersAt([], [], claims, at(day)).map(({ claimed }) => claimed?.ordinal);
    expect([on('2025-12-01'), on('2026-01-15'), on('2026-02-15'), on('2026-03-15')]).toEqual([[], [2], [3], []]);
  });

  it('believes a line manager before colleagues, however new and high theirs is', () => {
    const all = [seen('boss', 2, '2026-01-01'), seen('pal', 4, '2026-02-01', { peer: true })];
    const [layers] = layersAt([], all, [], at('2026-03-01'));
    expect(layers?.observed?.observerId).toBe('boss');
    expect(layers?.observations.map(({ observerId }) => observerId)).toEqual(['pal', 'boss']);
  });

  it('counts the newest word of each observer, and none that was taken back', () => {
    const all = [
      seen('boss', 3, '2026-01-01'),
      seen('boss', 2, '2026-02-01'),
      seen('old', 4, '2025-01-01', { until: '2026-01-15' }),
    ];
    const [now] = layersAt([], all, [], at('2026-03-01'));
    expect(now?.observations.map(({ ordinal }) => ordinal)).toEqual([2]);
    expect(layersAt([], all, [], at('2026-01-10'))[0]?.observations.map(({ ordinal }) => ordinal)).toEqual([3, 4]);
  });
});
