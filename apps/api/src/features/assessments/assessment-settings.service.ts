import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { type AllocationMode, AssessmentSetting } from './assessment-setting.entity.js';

export interface AssessmentRules {
  hidesNames: boolean;
  teamIsConflict: boolean;
  allocation: AllocationMode;
  toleratedLevels: number;
  appealWindowDays: number;
  recallDays: number;
  checkEvery: number;
}

/** From where to where each number may go, with what it is. */
const RANGES: Record<
  'toleratedLevels' | 'appealWindowDays' | 'recallDays',
  [least: number, most: number, what: string]
> = {
  toleratedLevels: [0, 3, 'Two marks may differ by'],
  appealWindowDays: [5, 120, 'Working days to appeal are'],
  recallDays: [7, 730, 'Days that are looked at again are'],
};

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
  ): Promise<AssessmentSetting | ChangedMeanwhile | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('assessment.lead'))
      return new NotAllowed('How assessment is run is decided by a lead whose role is not limited.');
    const problems = problemsOf(rules);
    if (problems.length > 0) return new InvalidInput(problems);
    await viewer.tx.aloneIn('assessment setting');
    viewer.forget('assessment-setting', 'only');
    const now = await this.current(viewer);
    if (now.revision !== expectedRevision) return new ChangedMeanwhile(now.revision);
    Object.assign(now, rules, { revision: now.revision + 1, changedBy: viewer.personId, changedAt: viewer.now });
    await viewer.tx.manager.save(AssessmentSetting, now);
    return now;
  }
}

function problemsOf(rules: AssessmentRules): InputProblem[] {
  const problems = (Object.keys(RANGES) as (keyof typeof RANGES)[]).flatMap((field) => {
    const [least, most, what] = RANGES[field];
    const ok = rules[field] >= least && rules[field] <= most;
    return ok ? [] : [new InputProblem(field, `${what} ${least} to ${most}.`)];
  });
  const { checkEvery } = rules;
  if (checkEvery !== 0 && !(checkEvery >= 5 && checkEvery <= 200))
    problems.push(new InputProblem('checkEvery', 'A check comes once in 5 to 200 places; 0 stands for none.'));
  return problems;
}

function beginning(viewer: Viewer): AssessmentSetting {
  return viewer.tx.manager.create(AssessmentSetting, {
    onlyOne: true,
    hidesNames: true,
    teamIsConflict: true,
    allocation: 'CLAIM',
    toleratedLevels: 1,
    appealWindowDays: 20,
    recallDays: 90,
    checkEvery: 20,
    revision: 0,
    changedBy: null,
    changedAt: null,
  });
}
