import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { Decision, type DecisionCause } from './decision.entity.js';
import type { CriterionMark, RulesOfEvidence } from './mark.entity.js';
import { decidedCriteria, verdictOf } from './marking-policy.rules.js';

/** What a decision is made of. */
export interface Grounds {
  cause: DecisionCause;
  /** The mark it follows from; null where somebody judged otherwise. */
  markId: string | null;
  criteria: CriterionMark[];
  rules: RulesOfEvidence;
  /** Who judged, where it is more than a mark. */
  decidedBy?: string | null;
  /** Words of whoever judged, before those of the rubric. */
  comment?: string;
}

/** Writes decisions: each the next of its submission, none instead of another. */
@Injectable()
export class DecisionMakingService {
  constructor(private readonly achievements: AchievementsService) {}

  async append(
    viewer: Viewer,
    it: { submissionId: string; achievementVersionId: string },
    { cause, markId, criteria, rules, decidedBy = null, comment = '' }: Grounds,
  ): Promise<Decision> {
    const version = await this.achievements.versionById(viewer, it.achievementVersionId);
    if (!version) throw new Error(`The achievement of submission ${it.submissionId} is gone.`);
    const verdict = verdictOf(version, { criteria, rules });
    const [last] = await viewer.tx.query<{ id: string; sequence: number }>(
      'SELECT id, sequence FROM decision WHERE submission_id = $1 ORDER BY sequence DESC LIMIT 1',
      [it.submissionId],
    );
    const decision = viewer.tx.manager.create(Decision, {
      id: newId(),
      submissionId: it.submissionId,
      sequence: (last?.sequence ?? 0) + 1,
      cause,
      markId,
      replacesId: last?.id ?? null,
      decidedBy,
      rules,
      outcome: verdict.outcome,
      score: verdict.score,
      criteria: decidedCriteria(version.rubric, criteria),
      overallComment: [comment, ...verdict.reasons].filter(Boolean).join(' '),
      decidedAt: viewer.now,
      releasedAt: null,
      releasedBy: null,
    });
    await viewer.tx.manager.insert(Decision, decision);
    viewer.forget('decision', it.submissionId);
    return decision;
  }
}
