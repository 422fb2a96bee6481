import { borderlineRegression, LEAST_JUDGEMENTS, type NotEnoughJudgements } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementDesignService } from './achievement-design.service.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import { angoffCut, type CutScoreSetting, isStale, judgementsOf, type MarkGiven } from './cut-score.rules.js';
import type { MarksGivenType } from './cut-score.type.js';
import { PublicationChecksService } from './publication-checks.service.js';

type MarksOf = (viewer: Viewer, achievementId: string) => Promise<MarkGiven[]>;
type Found = Pick<CutScoreSetting, 'method' | 'cutScore' | 'angoff' | 'regression'>;

const MISSING: Record<NotEnoughJudgements['lacks'], string> = {
  MARKS: `There are too few marks: ${LEAST_JUDGEMENTS} are the least.`,
  VIEWS: 'Every mark has the same overall view, so nothing tells borderline work from other work.',
  DIRECTION:
    'Work that assessors saw as better did not score higher. Look at the rubric before you take a score from it.',
};

/** The three ways to a cut score. */
@Injectable()
export class CutScoreService {
  private marksOf: MarksOf = () => Promise.resolve([]);

  constructor(
    private readonly achievements: AchievementsService,
    private readonly design: AchievementDesignService,
    checks: PublicationChecksService,
  ) {
    checks.alsoAsked(
      {
        key: 'cut-score-panel',
        principle: 'VALID_ASSESSMENT',
        title: 'The score to reach was set for this rubric',
        isBlocking: true,
      },
      (_viewer, draft) => Promise.resolve(stale(draft)),
    );
  }

  /** The feature that knows marks says which were given. */
  learnMarksFrom(marksOf: MarksOf): void {
    this.marksOf = marksOf;
  }

  /** Takes the score that the panel or the marks give. */
  set(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    method: 'MODIFIED_ANGOFF' | 'BORDERLINE_REGRESSION',
  ): Promise<AchievementVersion | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    return this.design.changeDraft(viewer, id, expectedRevision, async (draft) => {
      const found = method === 'MODIFIED_ANGOFF' ? byPanel(draft) : await this.byMarks(viewer, draft);
      if ('lacks' in found) return InvalidInput.of('method', found.lacks);
      const { cutScore } = found;
      const by = { reason: '', setBy: viewer.personId, setAt: viewer.now.toISOString() };
      return { cutScore, cutScoreSetting: { ...found, ...by } };
    });
  }

  async marksGiven(viewer: Viewer, version: AchievementVersion): Promise<MarksGivenType> {
    const { judgements, all } = await this.judged(viewer, version);
    const found = borderlineRegression(judgements);
    const shown = judgements.length >= LEAST_JUDGEMENTS;
    return {
      n: judgements.length,
      needed: LEAST_JUDGEMENTS,
      byOtherRubrics: all - judgements.length,
      missing: 'lacks' in found ? MISSING[found.lacks] : null,
      cutScore: 'lacks' in found ? null : found.cut,
      regression: 'lacks' in found ? null : found,
      scores: shown ? judgements.map(({ score }) => score).sort((a, b) => a - b) : [],
    };
  }

  private async byMarks(viewer: Viewer, draft: AchievementVersion): Promise<Found | { lacks: string }> {
    const found = borderlineRegression((await this.judged(viewer, draft)).judgements);
    if ('lacks' in found) return { lacks: MISSING[found.lacks] };
    const { cut, ...regression } = found;
    return { method: 'BORDERLINE_REGRESSION', cutScore: cut, angoff: null, regression };
  }

  private async judged(viewer: Viewer, version: AchievementVersion) {
    const marks = await this.marksOf(viewer, version.achievementId);
    const ids = [...new Set(marks.map(({ versionId }) => versionId))];
    const versions = await Promise.all(ids.map((id) => this.achievements.versionById(viewer, id)));
    const rubrics = new Map(versions.flatMap((each) => (each ? [[each.id, each.rubric] as const] : [])));
    const judgements = judgementsOf(marks, (id) => rubrics.get(id) ?? null, version.rubric);
    return { judgements, all: marks.length };
  }
}

function byPanel(draft: AchievementVersion): Found | { lacks: string } {
  const found = angoffCut(draft.angoffPanel, draft.rubric);
  if ('lacks' in found) return found;
  return { method: 'MODIFIED_ANGOFF', cutScore: found.cut, angoff: found.facts, regression: null };
}

function stale(draft: AchievementVersion): { section: 'marking'; field: string; message: string }[] {
  if (!isStale(draft.cutScoreSetting, draft.rubric)) return [];
  const message = 'The panel judged other criteria or weights than the rubric has now. Set the score to pass again.';
  return [{ section: 'marking', field: 'cutScore', message }];
}
