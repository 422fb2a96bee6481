import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import {
  type DifferenceChange,
  type DifferenceSubject,
  type FrameworkDifferences,
  FrameworkDifferencesService,
} from './framework-differences.service.js';
import { ChangeEnum, FrameworkDifferencesResult, SubjectEnum } from './framework-differences.type.js';

@Resolver()
export class FrameworkDifferencesResolver {
  constructor(private readonly service: FrameworkDifferencesService) {}

  @Query(() => FrameworkDifferencesResult, { description: 'What differs between two versions of one framework.' })
  @Allow('framework.read')
  frameworkDifferences(
    @CurrentViewer() viewer: Viewer,
    @Args('fromId', { type: () => ID, description: 'The older version.' }) fromId: string,
    @Args('toId', { type: () => ID, description: 'The newer version.' }) toId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('subject', { type: () => SubjectEnum, nullable: true }) subject?: DifferenceSubject | null,
    @Args('change', { type: () => ChangeEnum, nullable: true }) change?: DifferenceChange | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<FrameworkDifferences | InvalidInput | NotFound> {
    return this.service.between(viewer, fromId, toId, { first, after, subject, change, search });
  }
}
