import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { MarkingSlot } from './marking-slot.entity.js';

/** Whether the viewer leads the assessment of a submission, for rules that ask. */
export const LEADS = 'leads-submission';

/** Whether somebody leads the assessment of a submission: by role, not of the own work, and not while judging it blind. */
@Injectable()
export class LeadsService {
  constructor(private readonly submissions: SubmissionsService) {}

  async leads(viewer: Viewer, submissionId: string): Promise<boolean> {
    const found = await viewer.load(LEADS, submissionId, (ids) => this.led(viewer, ids));
    return found === true;
  }

  async led(viewer: Viewer, ids: readonly string[]): Promise<Map<string, boolean>> {
    if (!viewer.may('assessment.lead') || !viewer.personId) return new Map();
    const submissions = await Promise.all(ids.map((id) => this.submissions.submissionById(viewer, id)));
    await viewer.learn(submissions.flatMap((each) => (each ? [each.personId] : [])));
    const judging = await viewer.tx.manager.findBy(MarkingSlot, {
      submissionId: In([...ids]),
      assessorId: viewer.personId,
      state: 'LEASED',
      purpose: In(['FIRST', 'SECOND', 'THIRD']),
    });
    return new Map(
      submissions.flatMap((it): [string, boolean][] =>
        it
          ? [
              [
                it.id,
                it.submittedAt !== null &&
                  !viewer.isSelf(it.personId) &&
                  viewer.may('assessment.lead', { personId: it.personId, achievementId: it.achievementId }) &&
                  !judging.some(({ submissionId }) => submissionId === it.id),
              ],
            ]
          : [],
      ),
    );
  }
}
