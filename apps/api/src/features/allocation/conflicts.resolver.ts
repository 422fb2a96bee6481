import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AssessmentSetting } from '../assessments/assessment-setting.entity.js';
import { AssessmentSettingsService } from '../assessments/assessment-settings.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import {
  AssessmentSettingsInput,
  AssessmentSettingsType,
  ConflictDeclarationConnection,
  ConflictDeclarationType,
  ConflictKindEnum,
} from './allocation.type.js';
import type { ConflictDeclaration, ConflictKind } from './conflict-declaration.entity.js';
import { ConflictsService } from './conflicts.service.js';

const ConflictResult = resultOf('ConflictResult', ConflictDeclarationType, [InvalidInput, NotAllowed, NotFound]);
const SettingsResult = resultOf('AssessmentSettingsResult', AssessmentSettingsType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
]);

@Resolver(() => ConflictDeclarationType)
export class ConflictsResolver {
  constructor(
    private readonly conflicts: ConflictsService,
    private readonly people: PeopleService,
    private readonly settings: AssessmentSettingsService,
  ) {}

  @Query(() => [ConflictDeclarationType], {
    description: 'To whom the viewer said that they are too near, with what is over, newest first. At most 200.',
  })
  @Allow('submission.mark')
  myConflicts(@CurrentViewer() viewer: Viewer): Promise<ConflictDeclaration[]> {
    return this.conflicts.mine(viewer);
  }

  @Query(() => ConflictDeclarationConnection, {
    description: 'Every declared conflict that counts today, newest first.',
  })
  @Allow('assessment.lead')
  conflictDeclarations(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<ConflictDeclaration>> {
    return this.conflicts.page(viewer, { first, after });
  }

  @Query(() => AssessmentSettingsType, { description: 'How assessment is run here.' })
  @Allow('assessment.lead')
  assessmentSettings(@CurrentViewer() viewer: Viewer): Promise<AssessmentSetting> {
    return this.settings.current(viewer);
  }

  @Mutation(() => ConflictResult, {
    description: 'Says that the viewer is too near to somebody to judge them. What they hold of theirs goes back.',
  })
  @Allow('submission.mark')
  declareConflict(
    @CurrentViewer() viewer: Viewer,
    @Args('otherPersonId', { type: () => ID }) otherPersonId: string,
    @Args('kind', { type: () => ConflictKindEnum }) kind: ConflictKind,
    @Args('note', { defaultValue: '' }) note: string,
  ) {
    return this.conflicts.declare(viewer, { otherPersonId, kind, note });
  }

  @Mutation(() => ConflictResult, { description: 'Ends a declaration of one’s own. It stays on record.' })
  @Allow('submission.mark')
  endConflict(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.conflicts.end(viewer, id);
  }

  @Mutation(() => SettingsResult, { description: 'Changes how assessment is run, for everybody and from now on.' })
  @Allow('assessment.lead')
  changeAssessmentSettings(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AssessmentSettingsInput,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ) {
    return this.settings.change(viewer, input, expectedRevision);
  }

  @ResolveField(() => PersonType, { description: 'Who said it.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() declaration: ConflictDeclaration): Promise<Person | null> {
    return this.people.byId(viewer, declaration.personId);
  }

  @ResolveField(() => PersonType, { description: 'To whom they are near.' })
  other(@CurrentViewer() viewer: Viewer, @Parent() declaration: ConflictDeclaration): Promise<Person | null> {
    return this.people.byId(viewer, declaration.otherPersonId);
  }
}
