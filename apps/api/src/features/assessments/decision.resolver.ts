import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { RubricCriterionType } from '../achievements/rubric.type.js';
import type { DecidedCriterion, Decision } from './decision.entity.js';
import { DecidedCriterionType, DecisionType } from './marking-slot.type.js';
import { SubmissionRubricService } from './submission-rubric.service.js';

@Resolver(() => DecisionType)
export class DecisionResolver {
  constructor(private readonly rubrics: SubmissionRubricService) {}

  @ResolveField(() => [DecidedCriterionType], { description: 'Criterion by criterion, in the order of the rubric.' })
  async criteria(
    @CurrentViewer() viewer: Viewer,
    @Parent() decision: Decision,
  ): Promise<(DecidedCriterion & { number: number; criterion: object })[]> {
    const rubric = await this.rubrics.of(viewer, decision.submissionId);
    return decision.criteria.flatMap((each) => {
      const index = rubric.criteria.findIndex((criterion) => criterion.id === each.criterionId);
      const criterion = rubric.criteria[index];
      return criterion ? [{ ...each, number: index + 1, criterion }] : [];
    });
  }
}

@Resolver(() => DecidedCriterionType)
export class DecidedCriterionResolver {
  @ResolveField(() => Int, { description: 'Its number in the rubric.' })
  number(@Parent() decided: { number: number }): number {
    return decided.number;
  }

  @ResolveField(() => RubricCriterionType, { description: 'The criterion.' })
  criterion(@Parent() decided: { criterion: object }): object {
    return decided.criterion;
  }
}
