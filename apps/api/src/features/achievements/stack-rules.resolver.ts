import { rowsOf, type StackRule } from '@assay/pathway';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { AchievementVersionType } from './achievement-version.type.js';
import { StackPairType, StackPartType, StackRuleType } from './stack-rule.type.js';
import { StackRulesService } from './stack-rules.service.js';

@Resolver(() => AchievementVersionType)
export class AchievementStackResolver {
  @ResolveField(() => StackRuleType, {
    nullable: true,
    description: 'What must be held, where it is earned through other achievements; null on every other route.',
  })
  stackRule(@Parent() version: AchievementVersion): StackRule | null {
    return version.stackRule;
  }
}

@Resolver(() => StackRuleType)
export class StackRuleResolver {
  constructor(private readonly stacks: StackRulesService) {}

  @ResolveField(() => [StackPartType], { description: 'The rule row by row, from the top.' })
  parts(@Parent() rule: StackRule): StackPartType[] {
    return rowsOf(rule.asks);
  }

  @ResolveField(() => [StackPairType], { description: 'Pairs of which only one counts, whichever serves better.' })
  notBoth(@Parent() rule: StackRule): StackPairType[] {
    return rule.notBoth.map(([one, other]) => ({ one, other }));
  }

  @ResolveField(() => [AchievementVersionType], {
    description: 'The published versions of what the rule counts, in its order; what is not published is left out.',
  })
  counts(@CurrentViewer() viewer: Viewer, @Parent() rule: StackRule): Promise<AchievementVersion[]> {
    return this.stacks.countedBy(viewer, rule);
  }
}
