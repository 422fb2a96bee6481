import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import { type AdjustedCriterion, adjusted, adjustmentProblems } from './adjustment.rules.js';
import type { Decision, DecisionCause } from './decision.entity.js';
import { DecisionMakingService } from './decision-making.service.js';
import type { RulesOfEvidence } from './mark.entity.js';
import { MarksOfService } from './marks-of.service.js';
import { SubmissionRubricService } from './submission-rubric.service.js';

export type { AdjustedCriterion } from './adjustment.rules.js';

/** Decisions in which somebody gives other levels than the marks did. */
@Injectable()
export class AdjustmentsService {
  constructor(
    private readonly making: DecisionMakingService,
    private readonly marks: MarksOfService,
    private readonly rubrics: SubmissionRubricService,
  ) {}

  async problems(
    viewer: Viewer,
    decision: Decision,
    changes: readonly AdjustedCriterion[],
    otherwise = 'Confirm it instead.',
  ): Promise<InputProblem[]> {
    const found = adjustmentProblems(
      await this.rubrics.of(viewer, decision.submissionId),
      decision,
      changes,
      otherwise,
    );
    return found.map(({ field, message }) => new InputProblem(field, message));
  }

  /** The next decision: as the one before, but for these criteria. */
  async replace(
    viewer: Viewer,
    { achievementVersionId }: { achievementVersionId: string },
    before: Decision,
    cause: DecisionCause,
    changes: readonly AdjustedCriterion[],
    comment = '',
  ): Promise<Decision> {
    const { submissionId } = before;
    return this.making.append(
      viewer,
      { submissionId, achievementVersionId },
      {
        cause,
        markId: null,
        decidedBy: viewer.personId,
        comment,
        ...adjusted(before, await this.rules(viewer, before), changes),
      },
    );
  }

  /** The answers to the rules of evidence that a decision rests on; before they were kept with it they stand in its mark. */
  private async rules(viewer: Viewer, decision: Decision): Promise<RulesOfEvidence> {
    if (decision.rules) return decision.rules;
    const marks = await this.marks.all(viewer, decision.submissionId);
    const rules = marks.find(({ markId }) => markId === decision.markId)?.rules;
    if (!rules) throw new Error(`Decision ${decision.id} rests on nothing.`);
    return rules;
  }
}
