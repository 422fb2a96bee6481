import { achievementsIn, counting, smallestCompletions } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { StackRulesService } from '../achievements/stack-rules.service.js';
import { StackHoldingsService } from './stack-holdings.service.js';
import type { StackProgressType } from './stack-progress.type.js';

const MOST_WAYS = 6;
/** Of what somebody is on the way to, and of what a badge counts towards. */
const MOST_SHOWN = 6;

/** "2 to go": what somebody still needs of an achievement that is earned through others. */
@Injectable()
export class StackProgressService {
  constructor(
    private readonly stacks: StackRulesService,
    private readonly holdings: StackHoldingsService,
  ) {}

  /** Of the viewer; null where there is no such rule, or nobody asks. */
  mine(viewer: Viewer, version: AchievementVersion): Promise<StackProgressType | null> {
    return viewer.personId === null ? Promise.resolve(null) : this.of(viewer, viewer.personId, version);
  }

  async of(
    viewer: Viewer,
    personId: string,
    { stackRule }: Pick<AchievementVersion, 'stackRule'>,
  ): Promise<StackProgressType | null> {
    if (!stackRule) return null;
    const held = await this.holdings.of(viewer, personId);
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

  /** What the viewer has begun and not completed, nearest first. */
  async begun(viewer: Viewer): Promise<AchievementVersion[]> {
    const { personId } = viewer;
    if (personId === null) return [];
    const held = await this.holdings.of(viewer, personId);
    const own = new Set(held.filter(({ withdrawn, until }) => !withdrawn && (!until || until > viewer.now)).map(idOf));
    const open = (await this.stacks.offered(viewer)).filter(
      ({ achievementId, stackRule }) =>
        !own.has(achievementId) && stackRule && achievementsIn(stackRule.asks).some((id) => own.has(id)),
    );
    const far = await Promise.all(open.map((version) => this.of(viewer, personId, version)));
    return open
      .flatMap((version, place) => {
        const { toGo, counted } = far[place] ?? { toGo: null, counted: [] };
        return toGo && counted.length > 0 ? [{ version, toGo }] : [];
      })
      .sort((a, b) => a.toGo - b.toGo || a.version.name.localeCompare(b.version.name))
      .slice(0, MOST_SHOWN)
      .map(({ version }) => version);
  }

  /** What is offered and counts this achievement. */
  async counting(viewer: Viewer, achievementId: string): Promise<AchievementVersion[]> {
    const offered = await this.stacks.offered(viewer);
    return offered
      .filter(({ stackRule }) => stackRule && achievementsIn(stackRule.asks).includes(achievementId))
      .slice(0, MOST_SHOWN);
  }
}

const idOf = ({ achievementId }: { achievementId: string }) => achievementId;
