import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Award } from '../credentials/award.entity.js';
import { AwardType } from '../credentials/award.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionType } from '../submissions/submission.type.js';
import { SubmissionHoldType } from './after-the-mark.type.js';
import { CasesService } from './cases.service.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionType } from './marking-slot.type.js';
import type { SubmissionHold } from './submission-hold.entity.js';

/** What came of a submission: added here, because submissions know neither decisions nor awards. */
@Resolver(() => SubmissionType)
export class SubmissionOutcomeResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly decisions: DecisionsService,
    private readonly cases: CasesService,
  ) {}

  @ResolveField(() => [SubmissionHoldType], {
    description: 'Times in which its clock stood, for the candidate and those who lead.',
  })
  async holds(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<SubmissionHold[]> {
    return (await this.cases.holdsOf(viewer, submission.id)).filter((hold) => can(viewer, 'see', hold));
  }

  @ResolveField(() => DecisionType, { nullable: true, description: 'The decision, from its release on.' })
  async decision(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Decision | null> {
    const decision = await this.decisions.seen(viewer, submission.id);
    return decision?.releasedAt ? decision : null;
  }

  @ResolveField(() => [DecisionType], {
    description: 'Decisions that were released and then replaced, the latest first: nothing that was told is unsaid.',
  })
  replacedDecisions(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Decision[]> {
    return this.decisions.replaced(viewer, submission.id);
  }

  @ResolveField(() => AwardType, { nullable: true, description: 'The award that a pass made.' })
  async award(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Award | null> {
    const decision = await this.decision(viewer, submission);
    if (decision?.outcome !== 'PASS') return null;
    const award = await this.credentials.awardByBasis(viewer, 'DECISION', decision.id);
    // A pass that was confirmed with other levels rests on the award that was made first.
    return (
      award ?? (decision.replacesId ? this.credentials.awardByBasis(viewer, 'DECISION', decision.replacesId) : null)
    );
  }
}
