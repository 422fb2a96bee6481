import { type Profile, type SuggestedStep, suggestSteps } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';
import { NearLevelsService } from './near-levels.service.js';

/** Less in common than this is chance: in the UK framework two rungs of one family share .2, of two families .014. */
const AT_LEAST = 0.15;

export interface StepSuggestion extends SuggestedStep {
  /** Skills that both ask for. */
  shared: number;
  /** Skills that the other asks for, or asks for at a higher level. */
  more: number;
}

/**
 * Steps that what is asked suggests: rarity-weighted Ruzicka overlap, net step-ups only. A suggestion is no step until
 * a person takes it.
 */
@Injectable()
export class StepSuggestionsService {
  constructor(private readonly levels: NearLevelsService) {}

  async of(viewer: Viewer, level: JobRoleLevel, most: number): Promise<StepSuggestion[]> {
    const near = await this.levels.around(viewer, level);
    if (!near) return [];
    const { from, others, weightOf, hasLevels } = near;
    const taken = await this.taken(viewer, level.id);
    const found = suggestSteps(
      from,
      others.filter(({ id }) => !taken.has(id)),
      { weightOf, upOnly: hasLevels, atLeast: AT_LEAST, most: Math.min(Math.max(most, 0), 20) },
    );
    const byId = new Map(others.map(({ id, profile }) => [id, profile]));
    return found.map((step) => ({ ...step, ...compared(from.profile, byId.get(step.toId) ?? new Map()) }));
  }

  /** Where a step leads already. */
  private async taken(viewer: Viewer, levelId: string): Promise<Set<string>> {
    const rows = await viewer.tx.query<{ id: string }>(
      'SELECT to_level_id AS id FROM job_role_edge WHERE from_level_id = $1',
      [levelId],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function compared(from: Profile, to: Profile): { shared: number; more: number } {
  const skills = [...to];
  return {
    shared: skills.filter(([skill]) => from.has(skill)).length,
    more: skills.filter(([skill, amount]) => amount > (from.get(skill) ?? 0)).length,
  };
}
