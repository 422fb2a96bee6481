import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementsService } from '../achievements/achievements.service.js';
import { QualityRecordService } from './quality-record.service.js';

describe('what an installation says of the worth of its badges', () => {
  it('is counted once in a minute, however many look, and anew after it', async () => {
    const asked: string[] = [];
    let issued = 7;
    const achievements = { versionById: async () => ({ route: 'ASSESSMENT', outcomes: [], publishedAt: null }) };
    const service = new QualityRecordService(achievements as unknown as AchievementsService);
    const at = (seconds: number, version: string) => {
      const now = new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);
      const query = async (_sql: string, [id]: string[]) => {
        asked.push(`${id} at ${seconds}`);
        return [{ issued, revoked: 0, issuingSince: new Date(0), firsts: null, bothPass: null }];
      };
      return service.of(now, version, async () => ({ now, tx: { query } }) as unknown as Viewer);
    };
    await at(0, 'one');
    issued = 8;
    expect((await at(59, 'one')).issuing?.issued).toBe(7);
    expect((await at(60, 'one')).issuing?.issued).toBe(8);
    await at(61, 'other');
    expect(asked).toEqual(['one at 0', 'one at 60', 'other at 61']);
  });
});
