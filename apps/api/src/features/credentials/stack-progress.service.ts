import { achievementsIn, counting, type Holding, smallestCompletions } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { StackRulesService } from '../achievements/stack-rules.service.js';
import { CredentialsService } from './credentials.service.js';
import type { StackProgressType } from './stack-progress.type.js';

const MOST_WAYS = 6;

interface Held extends Holding {
  version: AchievementVersion;
}

/** "2 to go": what somebody still needs of an achievement that is earned through others. */
@Injectable()
export class StackProgressService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly stacks: StackRulesService,
    private readonly credentials: CredentialsService,
  ) {}

  /** Of the viewer; null where there is no such rule, or nobody asks. */
  async mine(viewer: Viewer, { stackRule }: AchievementVersion): Promise<StackProgressType | null> {
    const { personId } = viewer;
    if (!stackRule || personId === null) return null;
    const held = (await viewer.load('held-achievements', personId, () => this.heldBy(viewer, personId))) ?? [];
    const counted = counting(stackRule, held, viewer.now);
    const offered = await this.stacks.countedBy(viewer, stackRule);
    // What is held counts as it was when it was earned, also when nobody can earn it any more.
    const earned = held.filter(({ achievementId }) => counted.has(achievementId)).map(({ version }) => version);
    const factsOf = this.stacks.factsOf([...offered, ...earned]);
    const { toGo, exact, sets, more } = smallestCompletions(stackRule, factsOf, counted, MOST_WAYS);
    const versionOf = (id: string) =>
      [...offered, ...earned].filter((version) => version.achievementId === id).slice(0, 1);
    return {
      toGo,
      exact,
      more,
      counted: achievementsIn(stackRule.asks)
        .filter((id) => counted.has(id))
        .flatMap(versionOf),
      completions: toGo ? sets.map((set) => ({ achievements: set.flatMap(versionOf) })) : [],
    };
  }

  /** Oldest first, so that of two the newer one says what it is worth. */
  private async heldBy(viewer: Viewer, personId: string): Promise<Map<string, Held[]>> {
    const credentials = await this.credentials.credentialsOf(viewer, [personId]);
    const held = await Promise.all(
      credentials.reverse().map(async (credential): Promise<Held[]> => {
        const version = await this.achievements.versionById(viewer, credential.achievementVersionId);
        if (!version) return [];
        const { achievementId } = version;
        const { validFrom: earnedOn, validUntil: until, status } = credential;
        return [{ achievementId, earnedOn, until, withdrawn: status !== 'ACTIVE', version }];
      }),
    );
    return new Map([[personId, held.flat()]]);
  }
}
