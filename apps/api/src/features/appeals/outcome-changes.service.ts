import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { type AdjustedCriterion, AdjustmentsService } from '../assessments/adjustments.service.js';
import type { Decision } from '../assessments/decision.entity.js';
import { ReleasesService } from '../assessments/releases.service.js';
import { WithdrawalService } from '../credentials/withdrawal.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { OutcomeChanged } from './appeals.events.js';

/** A released decision is replaced by another one, which the candidate reads at once; awards follow the outcome. */
@Injectable()
export class OutcomeChangesService {
  constructor(
    private readonly adjustments: AdjustmentsService,
    private readonly releases: ReleasesService,
    private readonly submissions: SubmissionsService,
    private readonly withdrawals: WithdrawalService,
  ) {}

  async replace(
    viewer: Viewer,
    before: Decision,
    cause: 'APPEAL' | 'RECALL',
    criteria: readonly AdjustedCriterion[],
    comment: string,
  ): Promise<Decision> {
    const submission = await this.submissions.submissionById(viewer, before.submissionId);
    if (!submission) throw new Error(`Decision ${before.id} has lost its submission.`);
    const decision = await this.adjustments.replace(viewer, submission, before, cause, criteria, comment);
    await this.releases.open(viewer, decision);
    if (before.outcome !== 'PASS') await this.releases.awardFor(viewer, submission, decision);
    if (before.outcome === 'PASS' && decision.outcome !== 'PASS')
      for (const id of [before.id, before.replacesId])
        if (id) await this.withdrawals.ask(viewer, 'DECISION', id, cause);
    await record(
      viewer,
      new OutcomeChanged(decision.id, submission.id, submission.personId, before.outcome, decision.outcome),
    );
    return decision;
  }
}
