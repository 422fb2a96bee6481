import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Award } from '../credentials/award.entity.js';
import { AwardType } from '../credentials/award.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionType } from '../submissions/submission.type.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionType } from './marking-slot.type.js';

/** What came of a submission: added here, because submissions know neither decisions nor awards. */
@Resolver(() => SubmissionType)
export class SubmissionOutcomeResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly decisions: DecisionsService,
  ) {}

  @ResolveField(() => DecisionType, { nullable: true, description: 'The decision, from its release on.' })
  async decision(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Decision | null> {
    const decision = await this.decisions.seen(viewer, submission.id);
    return decision?.releasedAt ? decision : null;
  }

  @ResolveField(() => AwardType, { nullable: true, description: 'The award that a pass made.' })
  async award(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Award | null> {
    const decision = await this.decision(viewer, submission);
    return decision?.outcome === 'PASS' ? this.credentials.awardByBasis(viewer, 'DECISION', decision.id) : null;
  }
}
