import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import { type ComesFirst, wayBack } from './prerequisites.rules.js';

/** Which achievements come before another. */
@Injectable()
export class PrerequisitesService {
  constructor(private readonly achievements: AchievementsService) {}

  /** Why these cannot come first; what is retired by now may stay in a draft, and is an open point there. */
  async problems(viewer: Viewer, draft: AchievementVersion, ids: readonly string[]): Promise<InputProblem[]> {
    if (ids.includes(draft.achievementId))
      return [new InputProblem('prerequisites', 'An achievement cannot come before itself.')];
    const problems: InputProblem[] = [];
    for (const id of ids) {
      const version = isId(id) ? await this.achievements.currentOf(viewer, id) : null;
      if (!version) problems.push(new InputProblem('prerequisites', 'Choose achievements that are published.'));
    }
    if (problems.length) return problems;
    return this.circles(viewer, draft.achievementId, ids);
  }

  /** By what is published, and by drafts that the viewer may see: a circle is noticed before it is whole. */
  private async circles(viewer: Viewer, achievementId: string, ids: readonly string[]): Promise<InputProblem[]> {
    if (ids.length === 0) return [];
    const edges = await viewer.tx.query<ComesFirst>(
      `SELECT achievement_id AS "achievementId", prerequisite_ids AS "prerequisiteIds" FROM achievement_version
       WHERE state <> 'SUPERSEDED' AND cardinality(prerequisite_ids) > 0`,
    );
    const nameOf = async (id: string) => (await this.achievements.currentOf(viewer, id))?.name ?? 'this one';
    const ways = ids.map((id) => wayBack(edges, id, achievementId)).filter((way) => way !== null);
    const names = await Promise.all(ways.map((way) => Promise.all(way.map(nameOf))));
    return names.map(
      (way) => new InputProblem('prerequisites', `That would go round in a circle: ${way.join(' → ')}.`),
    );
  }
}
