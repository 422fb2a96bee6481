import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { ReleaseBatchType } from './after-the-mark.type.js';
import type { ReleaseBatch } from './release-batch.entity.js';
import { ReleasesService } from './releases.service.js';

const ReleaseBatchResult = resultOf('ReleaseBatchResult', ReleaseBatchType, [InvalidInput, NotAllowed, NotFound]);

@Resolver()
export class ReleasesResolver {
  constructor(private readonly service: ReleasesService) {}

  @Query(() => [ReleaseBatchType], {
    description: 'Releases that are planned, and the last that were done. At most 30.',
  })
  @Allow('assessment.lead')
  releaseBatches(@CurrentViewer() viewer: Viewer): Promise<ReleaseBatch[]> {
    return this.service.batches(viewer);
  }

  @Mutation(() => ReleaseBatchResult, {
    description: 'Lets many candidates read their outcomes at once. What cannot be released stays, with the reason.',
  })
  @Allow('assessment.lead')
  releaseTogether(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionIds', { type: () => [ID] }) submissionIds: string[],
  ) {
    return this.service.releaseNow(viewer, submissionIds);
  }

  @Mutation(() => ReleaseBatchResult, { description: 'Plans a release for an hour of a working day.' })
  @Allow('assessment.lead')
  scheduleRelease(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionIds', { type: () => [ID] }) submissionIds: string[],
    @Args('at') at: Date,
  ) {
    return this.service.schedule(viewer, submissionIds, at);
  }

  @Mutation(() => ReleaseBatchResult, { description: 'Calls a planned release off.' })
  @Allow('assessment.lead')
  cancelRelease(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.cancel(viewer, id);
  }
}
