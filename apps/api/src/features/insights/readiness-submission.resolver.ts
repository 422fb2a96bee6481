import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ReadinessService } from '../standings/readiness.service.js';
import { type ReadinessRow, ReadinessRowType } from '../standings/readiness.type.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionType } from '../submissions/submission.type.js';
import { SubmissionsService } from '../submissions/submissions.service.js';

/** Standings know nothing of submissions; here a gap meets the attempt that may close it. */
@Resolver(() => ReadinessRowType)
export class ReadinessSubmissionResolver {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly submissions: SubmissionsService,
  ) {}

  @ResolveField(() => SubmissionType, {
    nullable: true,
    description: "The viewer's own attempt at that achievement, where there is one.",
  })
  async submission(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<Submission | null> {
    if (!viewer.isSelf(row.personId)) return null;
    const achievement = await this.readiness.achievementFor(viewer, row);
    return achievement ? this.submissions.mineAt(viewer, achievement.achievementId) : null;
  }
}
