import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { PersonType } from '../people/person.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import type { SkillMapColumn } from './skill-map.rules.js';
import { type SkillMap, type SkillMapScopes, SkillMapService, type SkillMapSource } from './skill-map.service.js';
import {
  SkillMapColumnType,
  type SkillMapScope,
  SkillMapScopeEnum,
  SkillMapScopesType,
  SkillMapSourceType,
  SkillMapType,
} from './skill-map.type.js';

@Resolver(() => SkillMapColumnType)
export class SkillMapResolver {
  constructor(
    private readonly maps: SkillMapService,
    private readonly skills: SkillsService,
  ) {}

  @Query(() => SkillMapType, {
    description: 'People below the viewer by skills, as of a moment: before today, today, or if nothing is renewed.',
  })
  @Allow('team.read')
  skillMap(
    @CurrentViewer() viewer: Viewer,
    @Args('scope', { type: () => SkillMapScopeEnum, description: 'Whom it shows.' }) scope: SkillMapScope,
    @Args('unitId', { type: () => ID, nullable: true, description: 'Only who works in this unit or below it.' })
    unitId: string | null,
    @Args('skillIds', {
      type: () => [ID],
      nullable: true,
      description: 'The columns, at most 60; where they are left out, what most jobs here ask.',
    })
    skillIds: string[] | null,
    @Args('jobRoleLevelId', {
      type: () => ID,
      nullable: true,
      description: 'Everybody is compared with this one, and not with what the own job asks.',
    })
    jobRoleLevelId: string | null,
    @Args('asOf', { type: () => Date, nullable: true, description: 'Now where it is left out.' }) asOf: Date | null,
  ): Promise<SkillMap> {
    // What is left out comes as nothing at all, and not as null.
    return this.maps.map(viewer, {
      ...{ directOnly: scope === 'REPORTS', asOf: asOf ?? viewer.now, unitId: unitId ?? null },
      ...{ skillIds: skillIds ?? null, jobRoleLevelId: jobRoleLevelId ?? null },
    });
  }

  @Query(() => SkillMapScopesType, { description: 'What the viewer may have a skill map of.' })
  @Allow('team.read')
  skillMapScopes(@CurrentViewer() viewer: Viewer): Promise<SkillMapScopes> {
    return this.maps.scopes(viewer);
  }

  @Query(() => [SkillMapSourceType], {
    description:
      'Where the levels of somebody below the viewer come from, the newest first; empty where nothing is known.',
  })
  @Allow('team.read')
  skillMapSources(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID, description: 'The person.' }) personId: string,
    @Args('skillId', { type: () => ID, description: 'The skill.' }) skillId: string,
    @Args('asOf', { type: () => Date, nullable: true, description: 'Now where it is left out.' }) asOf: Date | null,
  ): Promise<SkillMapSource[]> {
    return this.maps.sourcesOf(viewer, personId, skillId, asOf ?? viewer.now);
  }

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() column: SkillMapColumn): Promise<SkillView | null> {
    return this.skills.skillById(viewer, column.skillId);
  }
}

@Resolver(() => SkillMapSourceType)
export class SkillMapSourceResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who saw it.' })
  async observer(@CurrentViewer() viewer: Viewer, @Parent() source: SkillMapSource): Promise<Person | null> {
    return source.observerId === null ? null : this.people.byId(viewer, source.observerId);
  }
}

@Resolver(() => SkillMapType)
export class SkillMapFurtherResolver {
  constructor(
    private readonly skills: SkillsService,
    private readonly maps: SkillMapService,
  ) {}

  @ResolveField(() => Date, {
    nullable: true,
    description:
      'Of a map of an earlier day: when the first level of these people was recorded. Null for today and later, or where none was.',
  })
  firstRecord(@CurrentViewer() viewer: Viewer, @Parent() map: SkillMap): Promise<Date | null> {
    return this.maps.firstRecord(viewer, map);
  }

  @ResolveField(() => [SkillType], { description: 'At most 60 more skills that jobs here ask, the most asked first.' })
  async further(@CurrentViewer() viewer: Viewer, @Parent() map: SkillMap): Promise<SkillView[]> {
    const found = await Promise.all(map.furtherSkillIds.map((id) => this.skills.skillById(viewer, id)));
    return found.filter((skill) => skill !== null);
  }
}
