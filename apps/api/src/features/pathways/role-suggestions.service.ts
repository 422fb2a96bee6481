import { suggestRoles } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { NearLevelsService } from '../job-roles/near-levels.service.js';
import { PeopleService } from '../people/people.service.js';
import { SkillsService } from '../skills/skills.service.js';
import type { RoleSuggestionType } from './role-suggestion.type.js';

const MOST = 10;

/** As the API shows it, beside what it is about. */
export type SuggestedRole = { [Key in keyof RoleSuggestionType]: RoleSuggestionType[Key] };

/** Job role levels that come next after today's: rare skills weigh more, and only what asks for more is a next step. */
@Injectable()
export class RoleSuggestionsService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly levels: NearLevelsService,
  ) {}

  /** The likeliest first; nothing where no job role is set, or it asks for nothing. */
  async mine(viewer: Viewer, first: number): Promise<SuggestedRole[]> {
    const job = await this.people.employmentOf(viewer, viewer.personId ?? '');
    const level = job?.jobRoleLevelId ? await this.skills.jobRoleLevelById(viewer, job.jobRoleLevelId) : null;
    const near = level && (await this.levels.around(viewer, level));
    if (!near) return [];
    const { from, others, weightOf, hasLevels } = near;
    const options = { weightOf, stepsUpOnly: hasLevels, most: Math.min(Math.max(first, 0), MOST) };
    const asks = new Map(others.map(({ id, profile }) => [id, profile.size]));
    return suggestRoles(from.profile, others, options).map(({ levelId, shared, toShow, leftBehind }) => ({
      ...{ levelId, asks: asks.get(levelId) ?? 0, shared: shared.length },
      ...{ more: toShow.length, leaves: leftBehind.length },
    }));
  }
}
