import { cheapestRoute, type Route } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { LevelLinksService } from '../job-roles/level-links.service.js';
import { PeopleService } from '../people/people.service.js';
import type { JobRoleRequirement } from '../skills/job-role.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { StandingsService } from '../standings/standings.service.js';
import { OffersService, stillEarned, toOffer } from './offers.service.js';
import type { RoleRouteType } from './route.type.js';
import { added, linksBetween } from './routes.rules.js';

/** As the API shows it. */
export type RoleRoute = { [Key in keyof RoleRouteType]: RoleRouteType[Key] };

/** The way through the lattice from today's job to another: which rungs, what each adds, and what it takes. */
@Injectable()
export class RoutesService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly standings: StandingsService,
    private readonly links: LevelLinksService,
    private readonly offers: OffersService,
  ) {}

  /** Null where there is no such level, or the viewer stands on no ladder of its framework. */
  async mine(viewer: Viewer, levelId: string): Promise<RoleRoute | null> {
    const me = viewer.personId ?? '';
    const job = await this.people.employmentOf(viewer, me);
    const from = job?.jobRoleLevelId ? await this.skills.jobRoleLevelById(viewer, job.jobRoleLevelId) : null;
    const to = await this.skills.jobRoleLevelById(viewer, levelId);
    if (!from || !to || from.frameworkId !== to.frameworkId) return null;
    const links = linksBetween(from.id, to.id, await this.links.of(viewer, from.frameworkId));
    const needs = await this.needsOf(viewer, [from.id, to.id, ...links.flatMap((link) => [link.from, link.to])]);
    const needsOf = (id: string) => needs.get(id) ?? [];
    const held = new Map(
      (await this.standings.today(viewer, me))
        .filter(({ state }) => state === 'CURRENT')
        .map(({ skillId, ordinal }) => [skillId, ordinal]),
    );
    const holds = (skillId: string) => held.get(skillId) ?? 0;
    const asked = [...new Set([...needs.values()].flat().map(({ skillId }) => skillId))];
    const offered = await this.offers.proving(viewer, asked);
    const earned = stillEarned(await this.offers.earned(viewer, me), offered, holds);
    const answer = cheapestRoute(from.id, to.id, {
      ...{ needsOf, links, holds, earned, offers: offered.map(toOffer) },
    });
    const legsOf = ({ legs }: Route) =>
      legs.map((leg, place) => ({
        ...{ fromId: leg.from, toId: leg.to, hours: leg.cost },
        adds: added(needsOf(leg.to), place === 0 ? [] : needsOf(leg.from), holds),
      }));
    const { outcome, route, directly, runnerUp } = answer;
    return {
      ...{ outcome, directly, hours: route.cost, legs: legsOf(route) },
      runnerUp: runnerUp && {
        ...{ hours: runnerUp.cost, hoursMore: runnerUp.cost - route.cost, legs: legsOf(runnerUp) },
      },
    };
  }

  private async needsOf(viewer: Viewer, levelIds: readonly string[]): Promise<Map<string, JobRoleRequirement[]>> {
    const ids = [...new Set(levelIds)];
    const all = await Promise.all(ids.map((id) => this.skills.requirementsOf(viewer, id)));
    return new Map(ids.map((id, place) => [id, all[place] ?? []]));
  }
}
