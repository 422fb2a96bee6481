import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { CohortBoardService } from './cohort-board.service.js';
import type { Cohort } from './cohort.entity.js';
import { CohortInput, CohortRemindersInput, EnrolmentInput } from './cohort.inputs.js';
import { CohortRemindedType, CohortType, EnrolmentPreviewType, EnrolmentRowType } from './cohort.type.js';
import { CohortsService } from './cohorts.service.js';
import type { PlannedEnrolment } from './enrolment.rules.js';
import { EnrolmentService } from './enrolment.service.js';

const CohortResult = resultOf('CohortResult', CohortType, [InvalidInput, NotAllowed, NotFound]);
const CohortRemindedResult = resultOf('CohortRemindedResult', CohortRemindedType, [NotAllowed, NotFound]);

const MOST_ROWS_SHOWN = 100;

@Resolver()
export class CohortsResolver {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly board: CohortBoardService,
    private readonly enrolment: EnrolmentService,
  ) {}

  @Query(() => CohortType, {
    nullable: true,
    description: 'One cohort: for those who run programmes, and for whoever is in it.',
  })
  @Allow('signed-in')
  cohort(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Cohort | null> {
    return this.cohorts.find(viewer, id);
  }

  @Query(() => [CohortType], {
    description: 'Cohorts that the viewer is in and that run, the one that ends first on top; twenty at most.',
  })
  @Allow('achievement.read')
  myCohorts(@CurrentViewer() viewer: Viewer): Promise<Cohort[]> {
    return this.cohorts.mine(viewer);
  }

  @Query(() => EnrolmentPreviewType, {
    nullable: true,
    description: 'What an enrolment would do; null for a cohort that is closed or that the viewer does not run.',
  })
  @Allow('programme.run')
  async enrolmentPreview(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: EnrolmentInput,
  ): Promise<EnrolmentPreviewType | null> {
    const plan = await this.enrolment.preview(viewer, input);
    if (plan === null) return null;
    if (plan instanceof InvalidInput) return { problem: plan.message, enrol: 0, already: 0, errors: 0, rows: [] };
    const count = (outcome: PlannedEnrolment['outcome']) => plan.filter((row) => row.outcome === outcome).length;
    const inOrder = [...plan].sort((a, b) => Number(b.outcome === 'ERROR') - Number(a.outcome === 'ERROR'));
    return {
      ...{ problem: null, enrol: count('ENROL'), already: count('ALREADY'), errors: count('ERROR') },
      rows: inOrder.slice(0, MOST_ROWS_SHOWN),
    };
  }

  @Mutation(() => CohortResult, { description: 'Begins a cohort of a programme.' })
  @Allow('programme.run')
  createCohort(
    @CurrentViewer() viewer: Viewer,
    @Args('programmeId', { type: () => ID }) programmeId: string,
    @Args('input') input: CohortInput,
  ) {
    return this.cohorts.create(viewer, programmeId, input);
  }

  @Mutation(() => CohortResult, { description: 'Changes the name or the dates of a cohort.' })
  @Allow('programme.run')
  changeCohort(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CohortInput,
  ) {
    return this.cohorts.change(viewer, id, input);
  }

  @Mutation(() => CohortResult, { description: 'Closes a cohort, or opens it again.' })
  @Allow('programme.run')
  closeCohort(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('closed', { description: 'Whether it is to be closed.' }) closed: boolean,
  ) {
    return this.cohorts.close(viewer, id, closed);
  }

  @Mutation(() => CohortResult, { description: 'Enrols people in a cohort: all that are named, or nobody.' })
  @Allow('programme.run')
  enrolInCohort(@CurrentViewer() viewer: Viewer, @Args('input') input: EnrolmentInput) {
    return this.enrolment.enrol(viewer, input);
  }

  @Mutation(() => CohortResult, { description: 'Takes somebody out of a cohort. What they earn stays theirs.' })
  @Allow('programme.run')
  removeFromCohort(
    @CurrentViewer() viewer: Viewer,
    @Args('cohortId', { type: () => ID }) cohortId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.enrolment.leave(viewer, cohortId, personId);
  }

  @Mutation(() => CohortResult, {
    description: 'Sets how often those of a cohort on whom something waits are reminded by themselves.',
  })
  @Allow('programme.run')
  setCohortReminders(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CohortRemindersInput,
  ) {
    return this.cohorts.setReminders(viewer, id, input);
  }

  @Mutation(() => CohortRemindedResult, {
    description: 'Reminds everybody of a cohort on whom something waits, each of them at most once a day.',
  })
  @Allow('programme.run')
  remindCohort(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.board.remind(viewer, id);
  }
}

@Resolver(() => EnrolmentRowType)
export class EnrolmentRowResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who that is.' })
  async person(@CurrentViewer() viewer: Viewer, @Parent() row: PlannedEnrolment): Promise<Person | null> {
    return row.personId ? this.people.byId(viewer, row.personId) : null;
  }
}
