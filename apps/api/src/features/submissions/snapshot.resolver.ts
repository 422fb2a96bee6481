import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RubricCriterion } from '@assay/rubric';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { StoredFileType } from '../../platform/storage/stored-file.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { EvidenceOpeningsService } from './evidence-openings.service.js';
import type { SnapshotCriterion, SnapshotItem } from './snapshot.rules.js';
import {
  CarriedCriterionType,
  SnapshotCriterionType,
  SnapshotItemType,
  SnapshotStatementType,
  SubmissionSnapshotType,
} from './submission.type.js';
import type { SubmissionSnapshot } from './submission-snapshot.entity.js';

/** A frozen copy, for whoever was given it: the candidate, or an assessor through a marking slot. */
@Resolver(() => SubmissionSnapshotType)
export class SnapshotResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly openings: EvidenceOpeningsService,
  ) {}

  @ResolveField(() => [SnapshotItemType], {
    description: 'The evidence, by letter. Its owner sees who else opened it.',
  })
  async items(@CurrentViewer() viewer: Viewer, @Parent() snapshot: SubmissionSnapshot): Promise<SnapshotItem[]> {
    await this.openings.snapshotRead(viewer, snapshot);
    return snapshot.content.items;
  }

  @ResolveField(() => [SnapshotCriterionType], { description: 'The criteria, and what was brought for each.' })
  async criteria(
    @CurrentViewer() viewer: Viewer,
    @Parent() { content }: SubmissionSnapshot,
  ): Promise<
    (Omit<SnapshotCriterion, 'carried'> & { criterion: RubricCriterion; carried: CarriedCriterionType | null })[]
  > {
    const version = await this.achievements.versionById(viewer, content.achievementVersionId);
    const rubric = new Map(version?.rubric.criteria.map((criterion) => [criterion.id, criterion]));
    return content.criteria.flatMap((each) => {
      const criterion = rubric.get(each.criterionId);
      const carried = each.carried ? { ...each.carried, decidedAt: new Date(each.carried.decidedAt) } : null;
      return criterion ? [{ ...each, criterion, carried }] : [];
    });
  }

  @ResolveField(() => String, { description: 'What was signed.' })
  declaration(@Parent() snapshot: SubmissionSnapshot): string {
    return snapshot.content.declaration;
  }
}

@Resolver(() => SnapshotItemType)
export class SnapshotItemResolver {
  constructor(private readonly files: FilesService) {}

  @ResolveField(() => StoredFileType, { nullable: true, description: 'The file, for those who may read it now.' })
  async file(@CurrentViewer() viewer: Viewer, @Parent() item: SnapshotItem): Promise<StoredFile | null> {
    return item.fileId ? this.files.readable(viewer, item.fileId) : null;
  }

  @ResolveField(() => SnapshotStatementType, { nullable: true, description: 'What a witness says of it.' })
  statement(@Parent() { statement }: SnapshotItem): SnapshotStatementType | null {
    return statement ? { ...statement, answeredAt: new Date(statement.answeredAt) } : null;
  }
}
