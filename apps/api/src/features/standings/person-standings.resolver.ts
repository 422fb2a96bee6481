import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { Standing } from './standing.rules.js';
import { SkillStandingType } from './standing.type.js';
import { StandingsService } from './standings.service.js';

@Resolver(() => PersonType)
export class PersonStandingsResolver {
  constructor(private readonly service: StandingsService) {}

  @ResolveField(() => [SkillStandingType], {
    description: 'Skills verified as of now, and lapsed ones; for the person and the line manager, empty for others.',
  })
  async standings(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Standing[]> {
    return can(viewer, 'seeStandings', person) ? this.service.today(viewer, person.id) : [];
  }
}
