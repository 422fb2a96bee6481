import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, NotAllowed } from '../../platform/graphql/refusal.js';
import { type AllocationMode, AssessmentSetting } from './assessment-setting.entity.js';

export interface AssessmentRules {
  hidesNames: boolean;
  teamIsConflict: boolean;
  allocation: AllocationMode;
}

/** How assessment is run here. Everybody begins with the same rules; a lead changes them for all. */
@Injectable()
export class AssessmentSettingsService {
  async current(viewer: Viewer): Promise<AssessmentSetting> {
    const found = await viewer.load('assessment-setting', 'only', async () => {
      const row = await viewer.tx.manager.findOneBy(AssessmentSetting, { onlyOne: true });
      return new Map([['only', row ?? beginning(viewer)]]);
    });
    return found ?? beginning(viewer);
  }

  async change(
    viewer: Viewer,
    rules: AssessmentRules,
    expectedRevision: number,
  ): Promise<AssessmentSetting | ChangedMeanwhile | NotAllowed> {
    if (!viewer.mayEverywhere('assessment.lead'))
      return new NotAllowed('How assessment is run is decided by a lead whose role is not limited.');
    await viewer.tx.aloneIn('assessment setting');
    viewer.forget('assessment-setting', 'only');
    const now = await this.current(viewer);
    if (now.revision !== expectedRevision) return new ChangedMeanwhile(now.revision);
    Object.assign(now, rules, { revision: now.revision + 1, changedBy: viewer.personId, changedAt: viewer.now });
    await viewer.tx.manager.save(AssessmentSetting, now);
    return now;
  }
}

function beginning(viewer: Viewer): AssessmentSetting {
  return viewer.tx.manager.create(AssessmentSetting, {
    onlyOne: true,
    hidesNames: true,
    teamIsConflict: true,
    allocation: 'CLAIM',
    revision: 0,
    changedBy: null,
    changedAt: null,
  });
}
