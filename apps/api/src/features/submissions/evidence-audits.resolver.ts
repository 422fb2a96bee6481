import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { EvidenceAudit } from './evidence-audit.entity.js';
import { EvidenceAuditsService, type FrozenSubmission } from './evidence-audits.service.js';
import type { EvidenceOpening } from './evidence-opening.entity.js';
import { AuditableSubmissionType, EvidenceAuditType, EvidenceOpeningType } from './evidence-opening.type.js';
import { EvidenceOpeningsService } from './evidence-openings.service.js';
import { SubmissionSnapshotType } from './submission.type.js';
import type { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionsService } from './submissions.service.js';

const OpenEvidenceResult = resultOf('OpenEvidenceResult', EvidenceAuditType, [InvalidInput, NotFound]);

@Resolver(() => AuditableSubmissionType)
export class AuditableSubmissionResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly audits: EvidenceAuditsService,
    private readonly whoOpened: EvidenceOpeningsService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => AuditableSubmissionType, {
    nullable: true,
    description:
      'A submission that the viewer may open for an audit. Nothing of what is in it; looking here leaves no trace.',
  })
  @Allow('evidence.audit')
  auditableSubmission(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID, description: 'The submission.' }) id: string,
  ): Promise<FrozenSubmission | null> {
    return this.audits.frozen(viewer, id);
  }

  @Mutation(() => OpenEvidenceResult, {
    description: 'Opens what was handed in, read-only and for an hour. Its owner is told, and reads the reason.',
  })
  @Allow('evidence.audit')
  openEvidenceForAudit(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID, description: 'The submission.' }) id: string,
    @Args('reason', { description: 'Why, in a sentence for its owner.' }) reason: string,
  ): Promise<EvidenceAudit | InvalidInput | NotFound> {
    return this.audits.open(viewer, id, reason);
  }

  @ResolveField(() => PersonType, { description: 'Whose it is.' })
  owner(@CurrentViewer() viewer: Viewer, @Parent() frozen: FrozenSubmission): Promise<Person | null> {
    return this.people.byId(viewer, frozen.ownerId);
  }

  @ResolveField(() => AchievementVersionType, { description: 'What it is an attempt at.' })
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() frozen: FrozenSubmission,
  ): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, frozen.achievementVersionId);
  }

  @ResolveField(() => EvidenceAuditType, {
    nullable: true,
    description: "The viewer's own look at it that is open now; null when there is none.",
  })
  openAudit(@CurrentViewer() viewer: Viewer, @Parent() frozen: FrozenSubmission): Promise<EvidenceAudit | null> {
    return this.audits.openOf(viewer, frozen.submissionId);
  }

  @ResolveField(() => [EvidenceOpeningType], {
    description: 'Who opened the evidence of it: newest first, fifty at most.',
  })
  openings(@CurrentViewer() viewer: Viewer, @Parent() frozen: FrozenSubmission): Promise<EvidenceOpening[]> {
    return this.whoOpened.ofSubmission(viewer, frozen.submissionId);
  }
}

@Resolver(() => EvidenceAuditType)
export class EvidenceAuditResolver {
  constructor(private readonly submissions: SubmissionsService) {}

  @ResolveField(() => SubmissionSnapshotType, {
    nullable: true,
    description: 'The frozen copy, for the auditor while it is open; null afterwards and for others.',
  })
  async snapshot(@CurrentViewer() viewer: Viewer, @Parent() audit: EvidenceAudit): Promise<SubmissionSnapshot | null> {
    return can(viewer, 'look', audit) ? this.submissions.snapshotOf(viewer, audit.submissionId) : null;
  }
}
