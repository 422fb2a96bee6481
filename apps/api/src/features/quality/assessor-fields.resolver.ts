import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { AssessorQualification } from '../assessments/assessor-qualification.entity.js';
import { AssessorQualificationType } from '../assessments/marking-slot.type.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { AssessorApplicationType, QualificationEventType, TouchedWorkType } from './assessing.type.js';
import type { AssessorApplication } from './assessor-application.entity.js';
import { AssessorListService, type TouchedWork } from './assessor-list.service.js';
import type { QualificationEvent } from './qualification-event.entity.js';

@Resolver(() => AssessorQualificationType)
export class AssessorQualificationFieldsResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly list: AssessorListService,
  ) {}

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description: 'What may be assessed, in the version that is offered; null before it is published.',
  })
  achievement(
    @CurrentViewer() viewer: Viewer,
    @Parent() { achievementId }: AssessorQualification,
  ): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, achievementId);
  }

  @ResolveField(() => [QualificationEventType], { description: 'What happened to it, newest first.' })
  history(@CurrentViewer() viewer: Viewer, @Parent() { id }: AssessorQualification): Promise<QualificationEvent[]> {
    return this.list.historyOf(viewer, id);
  }

  @ResolveField(() => [TouchedWorkType], {
    description: 'Work that lies with the assessor or was judged by them, for whoever leads; 500 at most.',
  })
  work(@CurrentViewer() viewer: Viewer, @Parent() qualification: AssessorQualification): Promise<TouchedWork[]> {
    return this.list.workOf(viewer, qualification);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() qualification: AssessorQualification): string[] {
    return viewerCan(viewer, qualification);
  }
}

@Resolver(() => AssessorApplicationType)
export class AssessorApplicationResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What is to be assessed.' })
  achievement(
    @CurrentViewer() viewer: Viewer,
    @Parent() { achievementId }: AssessorApplication,
  ): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, achievementId);
  }

  @ResolveField(() => PersonType, { description: 'Who is to assess it.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() { personId }: AssessorApplication): Promise<Person | null> {
    return this.people.byId(viewer, personId);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() application: AssessorApplication): string[] {
    return viewerCan(viewer, application);
  }
}

@Resolver(() => QualificationEventType)
export class QualificationEventResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who did it; null: the product, after a calibration.',
  })
  actor(@CurrentViewer() viewer: Viewer, @Parent() { actorId }: QualificationEvent): Promise<Person | null> {
    return actorId ? this.people.byId(viewer, actorId) : Promise.resolve(null);
  }
}
