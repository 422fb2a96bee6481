import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceItemType } from './evidence-item.type.js';
import type { EvidenceOpening } from './evidence-opening.entity.js';
import { EvidenceOpeningType } from './evidence-opening.type.js';
import { EvidenceOpeningsService } from './evidence-openings.service.js';
import type { Submission } from './submission.entity.js';
import { SubmissionType } from './submission.type.js';
import { SubmissionsService } from './submissions.service.js';

const DESCRIPTION = 'Who else opened the evidence after it was handed in: newest first, fifty at most.';

@Resolver(() => EvidenceItemType)
export class ItemOpeningsResolver {
  constructor(private readonly service: EvidenceOpeningsService) {}

  @ResolveField(() => [EvidenceOpeningType], { description: DESCRIPTION })
  openings(@CurrentViewer() viewer: Viewer, @Parent() item: EvidenceItem): Promise<EvidenceOpening[]> {
    return this.service.ofItem(viewer, item.id);
  }
}

@Resolver(() => SubmissionType)
export class SubmissionOpeningsResolver {
  constructor(private readonly service: EvidenceOpeningsService) {}

  @ResolveField(() => [EvidenceOpeningType], { description: `${DESCRIPTION} Empty for others than the candidate.` })
  async openings(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<EvidenceOpening[]> {
    return can(viewer, 'read', submission) ? this.service.ofSubmission(viewer, submission.id) : [];
  }
}

@Resolver(() => EvidenceOpeningType)
export class EvidenceOpeningResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Assessors stay without a name for whom they assess, before and after the outcome; an auditor answers for the look. */
  @ResolveField(() => String, {
    description: 'Who: for its owner an auditor by name and an assessor without; for auditors everybody by name.',
  })
  async by(@CurrentViewer() viewer: Viewer, @Parent() opening: EvidenceOpening): Promise<string> {
    if (viewer.isSelf(opening.ownerId) && opening.auditId === null) {
      const name = await this.achievement(viewer, opening);
      return name ? `An assessor of ${name}` : 'An assessor';
    }
    return (await this.people.byId(viewer, opening.openerId))?.displayName ?? 'Somebody who is gone';
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The name of the achievement for which it was handed in.',
  })
  async achievement(@CurrentViewer() viewer: Viewer, @Parent() opening: EvidenceOpening): Promise<string | null> {
    const submission = await this.submissions.submissionById(viewer, opening.submissionId);
    const version = submission && (await this.achievements.versionById(viewer, submission.achievementVersionId));
    return version?.name ?? null;
  }
}
