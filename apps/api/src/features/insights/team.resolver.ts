import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import type { TeamSkill } from './team.rules.js';
import { type TeamMap, TeamService } from './team.service.js';
import { TeamMapType, TeamSkillType } from './team.type.js';

@Resolver(() => TeamSkillType)
export class TeamResolver {
  constructor(
    private readonly teams: TeamService,
    private readonly skills: SkillsService,
  ) {}

  @Query(() => TeamMapType, {
    description:
      "The viewer's direct reports and their verified skills, as of a moment. The columns count everybody; the rows come in pages.",
  })
  @Allow('team.read')
  team(
    @CurrentViewer() viewer: Viewer,
    @Args('asOf', { type: () => Date, nullable: true, description: 'Now where it is left out.' }) asOf: Date | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<TeamMap> {
    return this.teams.map(viewer, asOf ?? viewer.now, { first, after });
  }

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() column: TeamSkill): Promise<SkillView | null> {
    return this.skills.skillById(viewer, column.skillId);
  }
}
