import { reasonFor, suggestRoles } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { NearLevelsService } from '../job-roles/near-levels.service.js';
import { PeopleService } from '../people/people.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { ReadinessService } from '../standings/readiness.service.js';
import type { RoleSuggestionType } from './role-suggestion.type.js';

const MOST = 10;
/** The likeliest, of which those are left that something speaks for. */
const MOST_LOOKED_AT = 40;

/** As the API shows it, beside what it is about. */
export type SuggestedRole = { [Key in keyof RoleSuggestionType]: RoleSuggestionType[Key] } & {
  sharedIds: readonly string[];
  leftIds: readonly string[];
};

/** Job role levels that come next after today's: rare skills weigh more, only what asks for more is a next step, and only where a step leads there or a real share is held. */
@Injectable()
export class RoleSuggestionsService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly levels: NearLevelsService,
    private readonly ready: ReadinessService,
  ) {}

  /** The likeliest first; nothing where no job role is set, or it asks for nothing. */
  async mine(viewer: Viewer, first: number): Promise<SuggestedRole[]> {
    const job = await this.people.employmentOf(viewer, viewer.personId ?? '');
    const level = job?.jobRoleLevelId ? await this.skills.jobRoleLevelById(viewer, job.jobRoleLevelId) : null;
    const near = level && (await this.levels.around(viewer, level));
    if (!near) return [];
    const { from, others, weightOf, hasLevels } = near;
    const options = { weightOf, stepsUpOnly: hasLevels, most: MOST_LOOKED_AT };
    const rungs = new Map(others.map((rung) => [rung.id, rung]));
    const steps = await this.stepsFrom(viewer, level.id);
    const suggested = await Promise.all(
      suggestRoles(from.profile, others, options).map(async ({ levelId, shared, toShow, leftBehind }) => {
        const rung = rungs.get(levelId);
        const { verified, observed } = await this.ready.nearness(viewer, levelId);
        const isStep = steps.has(levelId) || rung?.roleId === from.roleId;
        return {
          ...{ levelId, asks: rung?.profile.size ?? 0, shared: shared.length, sharedIds: shared, leftIds: leftBehind },
          ...{
            more: toShow.length,
            leaves: leftBehind.length,
            reason: reasonFor(isStep, Math.max(verified, observed)),
          },
        };
      }),
    );
    return suggested
      .flatMap(({ reason, ...each }) => (reason ? [{ ...each, reason }] : []))
      .slice(0, Math.min(Math.max(first, 0), MOST));
  }

  /** Where steps of the framework lead from a rung. */
  private async stepsFrom(viewer: Viewer, levelId: string): Promise<Set<string>> {
    const rows = await viewer.tx.query<{ id: string }>(
      'SELECT to_level_id AS id FROM job_role_edge WHERE from_level_id = $1',
      [levelId],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
