import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerType } from '../people/viewer.type.js';
import { ReviewQueueService } from './review-queue.service.js';

@Resolver(() => ViewerType)
export class ViewerReviewsResolver {
  constructor(private readonly queue: ReviewQueueService) {}

  @ResolveField(() => Int, { description: 'How many submissions the viewer holds for marking.' })
  heldReviews(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.queue.held(viewer);
  }
}
