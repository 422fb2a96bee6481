import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { ReminderSetting } from './reminder-setting.entity.js';
import { inOrder, problemOf, remindersOf, renewalOpens, USUAL_DAYS } from './reminders.rules.js';

/** When people are reminded that a credential ends: everybody begins alike, and whoever keeps all credentials changes it for all. */
@Injectable()
export class ReminderSettingsService {
  async current(viewer: Viewer): Promise<ReminderSetting> {
    const found = await viewer.loadKept(
      'reminder-setting',
      'only',
      async () => {
        const row = await viewer.tx.manager.findOneBy(ReminderSetting, { onlyOne: true });
        return new Map([['only', row ?? beginning(viewer)]]);
      },
      () => true,
    );
    return found ?? beginning(viewer);
  }

  /** Days before the end, the earliest first, for credentials of this version. */
  async daysOf(viewer: Viewer, version: AchievementVersion): Promise<number[]> {
    return remindersOf((await this.current(viewer)).days, version.reminderMonths);
  }

  /** So many days before its end such a credential can be renewed. */
  async renewalOpens(viewer: Viewer, version: AchievementVersion): Promise<number> {
    return renewalOpens(await this.daysOf(viewer, version));
  }

  async change(
    viewer: Viewer,
    to: { days: number[]; tellsManager: boolean },
    expectedRevision: number,
  ): Promise<ReminderSetting | ChangedMeanwhile | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('credential.govern'))
      return new NotAllowed('Reminders are set for everybody, by whoever keeps the badges of everybody.');
    const problem = problemOf(to.days);
    if (problem) return InvalidInput.of('days', problem);
    await viewer.tx.aloneIn('reminder setting');
    viewer.forget('reminder-setting', 'only');
    const now = await this.current(viewer);
    if (now.revision !== expectedRevision) return new ChangedMeanwhile(now.revision);
    Object.assign(now, { days: inOrder(to.days), tellsManager: to.tellsManager });
    Object.assign(now, { revision: now.revision + 1, changedBy: viewer.personId, changedAt: viewer.now });
    await viewer.tx.manager.save(ReminderSetting, now);
    return now;
  }
}

function beginning(viewer: Viewer): ReminderSetting {
  return viewer.tx.manager.create(ReminderSetting, {
    ...{ onlyOne: true, days: [...USUAL_DAYS], tellsManager: true },
    ...{ revision: 0, changedBy: null, changedAt: null },
  });
}
