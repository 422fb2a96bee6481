import type { Rubric } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';

/** The rubric that a submission was handed in against: that of its own version, whatever was published since. */
@Injectable()
export class SubmissionRubricService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly submissions: SubmissionsService,
  ) {}

  async of(viewer: Viewer, submissionId: string): Promise<Rubric> {
    const submission = await this.submissions.submissionById(viewer, submissionId);
    const version = submission && (await this.achievements.versionById(viewer, submission.achievementVersionId));
    if (!version) throw new Error(`Submission ${submissionId} has lost its achievement.`);
    return version.rubric;
  }
}
