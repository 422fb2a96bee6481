import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { can } from '../../platform/access/policy.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';
import { JobRoleLevelType } from '../skills/job-role.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { type LevelNearness, ReadinessService, type RoleHolding, type RoleReadiness } from './readiness.service.js';
import {
  LevelNearnessType,
  type ReadinessRow,
  ReadinessRowType,
  RoleHoldingType,
  RoleReadinessType,
} from './readiness.type.js';

@Resolver(() => ReadinessRowType)
export class ReadinessResolver {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly skills: SkillsService,
  ) {}

  @Query(() => RoleReadinessType, {
    nullable: true,
    description:
      "What a job role level asks beside what is known of the viewer; of the goal, or of today's job, where none is named. Null where there is none.",
  })
  @Allow('framework.read')
  myReadiness(
    @CurrentViewer() viewer: Viewer,
    @Args('jobRoleLevelId', { type: () => ID, nullable: true }) jobRoleLevelId?: string | null,
  ): Promise<RoleReadiness | null> {
    return jobRoleLevelId
      ? this.readiness.of(viewer, viewer.personId ?? '', jobRoleLevelId, viewer.now)
      : this.readiness.mine(viewer);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The verified level that counts now.' })
  async verified(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<ProficiencyLevel | null> {
    return row.have > 0 ? this.skills.levelOf(viewer, row.requirement.skillId, row.have) : null;
  }
}

@Resolver(() => JobRoleLevelType)
export class LevelReadinessResolver {
  constructor(private readonly readiness: ReadinessService) {}

  @ResolveField(() => LevelNearnessType, { description: 'How near the viewer is to it.' })
  myNearness(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<LevelNearness> {
    return this.readiness.nearness(viewer, level.id);
  }

  @ResolveField(() => [RoleHoldingType], {
    description:
      'What people who work there really have verified, the commonest first; empty where they are fewer than five.',
  })
  reallyHeld(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<RoleHolding[]> {
    return this.readiness.holdingsAt(viewer, level.id);
  }
}

@Resolver(() => RoleHoldingType)
export class RoleHoldingResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() held: RoleHolding): Promise<SkillView | null> {
    return this.skills.skillById(viewer, held.skillId);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level in the middle of theirs.' })
  middleLevel(@CurrentViewer() viewer: Viewer, @Parent() held: RoleHolding): Promise<ProficiencyLevel | null> {
    return this.skills.levelOf(viewer, held.skillId, held.middle);
  }
}

@Resolver(() => PersonType)
export class PersonReadinessResolver {
  constructor(private readonly service: ReadinessService) {}

  @ResolveField(() => RoleReadinessType, {
    nullable: true,
    description: 'What a job role level asks beside what is known of this person; for the person and the line manager.',
  })
  async readiness(
    @CurrentViewer() viewer: Viewer,
    @Parent() person: Person,
    @Args('jobRoleLevelId', { type: () => ID }) jobRoleLevelId: string,
    @Args('asOf', { type: () => Date, nullable: true, description: 'Now where it is left out.' }) asOf?: Date | null,
  ): Promise<RoleReadiness | null> {
    return can(viewer, 'seeStandings', person)
      ? this.service.of(viewer, person.id, jobRoleLevelId, asOf ?? viewer.now)
      : null;
  }
}
