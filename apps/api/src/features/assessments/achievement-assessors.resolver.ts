import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { AssessorQualification } from './assessor-qualification.entity.js';
import { IndependentAssessorsService } from './independent-assessors.service.js';
import { AssessorQualificationType } from './marking-slot.type.js';
import { QualificationsService } from './qualifications.service.js';

@Resolver(() => AchievementVersionType)
export class AchievementAssessorsResolver {
  constructor(
    private readonly independence: IndependentAssessorsService,
    private readonly qualifications: QualificationsService,
  ) {}

  @ResolveField(() => [AssessorQualificationType], {
    description: 'Everybody who may assess it today; empty for those who neither design nor appoint.',
  })
  async assessors(
    @CurrentViewer() viewer: Viewer,
    @Parent() version: AchievementVersion,
  ): Promise<AssessorQualification[]> {
    if (!can(viewer, 'seeAssessors', version)) return [];
    return this.qualifications.ofAchievement(viewer, version.achievementId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Why nobody can assess it who did not write it, in a sentence; null when somebody can, and for those who neither design nor appoint.',
  })
  async assessorGap(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<string | null> {
    return can(viewer, 'seeAssessors', version) ? this.independence.gap(viewer, version) : null;
  }
}

@Resolver(() => AssessorQualificationType)
export class AssessorQualificationResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'The assessor.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() qualification: AssessorQualification): Promise<Person | null> {
    return this.people.byId(viewer, qualification.personId);
  }
}
