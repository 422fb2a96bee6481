import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { type NeedOrder, type NeedProof, NeedsService, type SkillNeed } from './needs.service.js';
import { NeedOrderEnum, NeedProofEnum, SkillNeedConnection } from './needs.type.js';

@Resolver()
export class NeedsResolver {
  constructor(private readonly needs: NeedsService) {}

  @Query(() => SkillNeedConnection, {
    description: 'Which skills the business needs: for who plans for the whole organisation; numbers, never who.',
  })
  @Allow('achievement.design')
  skillNeeds(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('frameworkId', { type: () => ID, nullable: true }) frameworkId?: string | null,
    @Args('proof', { type: () => NeedProofEnum, nullable: true }) proof?: NeedProof | null,
    @Args('noted', { type: () => Boolean, nullable: true, description: 'Only those that a note concerns.' })
    noted?: boolean | null,
    @Args('order', { type: () => NeedOrderEnum, nullable: true }) order?: NeedOrder | null,
  ): Promise<Page<SkillNeed>> {
    return this.needs.page(viewer, { first, after, search, frameworkId, proof, noted, order });
  }
}
