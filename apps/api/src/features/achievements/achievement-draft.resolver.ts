import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { AchievementVersionType } from './achievement-version.type.js';
import { AchievementsService } from './achievements.service.js';
import { type EvidenceRule, inWords } from './asked-evidence.rules.js';
import { EvidenceRuleType } from './asked-evidence.type.js';
import { OpenPointType, PublicationCheckType } from './publication-check.type.js';
import type { OpenPoint, PublicationCheck } from './publication-checks.rules.js';
import { PublicationChecksService } from './publication-checks.service.js';
import { VersionChangeType } from './version-change.type.js';
import type { VersionChange } from './version-change.js';
import { VersionChangesService } from './version-changes.service.js';

/** What a designer sees of a draft beside its content. */
@Resolver(() => AchievementVersionType)
export class AchievementDraftResolver {
  constructor(
    private readonly checks: PublicationChecksService,
    private readonly versionChanges: VersionChangesService,
    private readonly achievements: AchievementsService,
  ) {}

  @ResolveField(() => [OpenPointType], { description: 'What still stands between this draft and publishing.' })
  openPoints(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<OpenPoint[]> {
    return this.checks.openPointsOf(viewer, version);
  }

  @ResolveField(() => [PublicationCheckType], {
    description: 'Every question to a draft before it is published, by principle; none once it is.',
  })
  publicationChecks(
    @CurrentViewer() viewer: Viewer,
    @Parent() version: AchievementVersion,
  ): Promise<PublicationCheck[]> {
    return this.checks.of(viewer, version);
  }

  @ResolveField(() => [VersionChangeType], {
    description: 'In what it differs from the version before: of a draft as it is now, else as it was published.',
  })
  changes(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<VersionChange[]> {
    return this.versionChanges.of(viewer, version);
  }

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description: 'The version that is offered now, or was until it was retired; null while there is none.',
  })
  currentVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() { achievementId }: AchievementVersion,
  ): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, achievementId);
  }
}

@Resolver(() => EvidenceRuleType)
export class EvidenceRuleResolver {
  @ResolveField(() => String, { description: 'The rule as a sentence.' })
  words(@Parent() rule: EvidenceRule): string {
    return inWords(rule);
  }
}
