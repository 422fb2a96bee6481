import {
  type AngoffEstimate,
  type BorderlineRegression,
  type CriterionMark,
  type GlobalJudgement,
  modifiedAngoff,
  type Rubric,
  score,
} from '@assay/rubric';

export type CutScoreMethod = 'JUDGEMENT' | 'MODIFIED_ANGOFF' | 'BORDERLINE_REGRESSION';

export interface AngoffJudge {
  id: string;
  name: string;
}

/** A panel that estimates, talks about where it differs, and estimates again. */
export interface AngoffPanel {
  judges: AngoffJudge[];
  /** One list of estimates for each round. */
  rounds: { estimates: AngoffEstimate[] }[];
}

/** How a cut score came about: enough to work it out again. */
export interface CutScoreSetting {
  method: CutScoreMethod;
  /** 0 to 1: what the method gave. */
  cutScore: number;
  /** By judgement: why this and no other. */
  reason: string;
  setBy: string | null;
  /** ISO moment. */
  setAt: string;
  angoff: AngoffFacts | null;
  regression: Omit<BorderlineRegression, 'cut'> | null;
}

export interface AngoffFacts {
  /** Which round counted, from 1. */
  round: number;
  judges: { name: string; cut: number }[];
  standardDeviation: number | null;
  standardError: number | null;
  /** What was judged: another rubric needs another panel. */
  criteria: { id: string; weight: number }[];
}

export interface CutScoreChanges {
  cutScore?: number | null;
  cutScoreReason?: string | null;
  angoffPanel?: AngoffPanel | null;
}

const MOST = { judges: 30, rounds: 4, criteria: 50, name: 200, reason: 2_000, id: 100 };

/** What can never be right about these changes. */
export function cutScoreProblems({
  cutScoreReason,
  angoffPanel,
}: CutScoreChanges): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  if (cutScoreReason && cutScoreReason.length > MOST.reason)
    wrong('cutScoreReason', `At most ${MOST.reason.toLocaleString('en')} characters fit here.`);
  if (!angoffPanel) return problems;
  const { judges, rounds } = angoffPanel;
  const ids = new Set(judges.map(({ id }) => id));
  if (judges.length > MOST.judges) wrong('angoffPanel.judges', `A panel has at most ${MOST.judges} judges.`);
  if (ids.size < judges.length) wrong('angoffPanel.judges', 'Two judges have the same id.');
  for (const [index, { id, name }] of judges.entries())
    if (name.length > MOST.name || id.length > MOST.id)
      wrong(`angoffPanel.judges.${index}.name`, `A name has at most ${MOST.name} characters.`);
  if (rounds.length > MOST.rounds) wrong('angoffPanel.rounds', `A panel has at most ${MOST.rounds} rounds.`);
  for (const [index, { estimates }] of rounds.entries()) {
    const field = `angoffPanel.rounds.${index}.estimates`;
    if (estimates.length > MOST.judges * MOST.criteria)
      wrong(field, 'There are more estimates than judges and criteria.');
    else if (new Set(estimates.map(keyOf)).size < estimates.length)
      wrong(field, 'A judge has two estimates for the same criterion.');
    else if (estimates.some(({ judgeId }) => !ids.has(judgeId))) wrong(field, 'An estimate is of nobody on the panel.');
    else if (estimates.some(({ criterionId }) => criterionId.length > MOST.id)) wrong(field, 'A criterion is none.');
    if (estimates.some(({ share }) => !(share >= 0 && share <= 1))) wrong(field, 'Estimates lie between 0 and 100 %.');
  }
  return problems;
}

const keyOf = ({ judgeId, criterionId }: AngoffEstimate) => `${judgeId} ${criterionId}`;

interface Draft {
  cutScore: number;
  cutScoreSetting: CutScoreSetting | null;
  angoffPanel: AngoffPanel | null;
}

/** The columns that the changes set. A score typed by hand is a judgement of whoever typed it. */
export function cutScoreColumns(
  draft: Draft,
  changes: CutScoreChanges,
  by: { personId: string | null; at: Date },
): Partial<Draft> {
  const columns: Partial<Draft> = {};
  if (changes.angoffPanel !== undefined) columns.angoffPanel = changes.angoffPanel && settled(changes.angoffPanel);
  const value = changes.cutScore ?? draft.cutScore;
  const reason = changes.cutScoreReason ?? null;
  if (value === draft.cutScore && reason === null) return columns;
  const before = draft.cutScoreSetting?.method === 'JUDGEMENT' ? draft.cutScoreSetting.reason : '';
  columns.cutScore = value;
  columns.cutScoreSetting = {
    method: 'JUDGEMENT',
    cutScore: value,
    reason: reason ?? before,
    setBy: by.personId,
    setAt: by.at.toISOString(),
    angoff: null,
    regression: null,
  };
  return columns;
}

const settled = ({ judges, rounds }: AngoffPanel): AngoffPanel => ({
  judges: judges.map(({ id, name }) => ({ id, name: name.trim() })),
  rounds: rounds.map(({ estimates }) => ({
    estimates: estimates.map(({ judgeId, criterionId, share }) => ({ judgeId, criterionId, share })),
  })),
});

/** What the newest round of the panel gives for this rubric, or why it gives nothing. */
export function angoffCut(
  panel: AngoffPanel | null,
  { criteria }: Rubric,
): { cut: number; facts: AngoffFacts } | { lacks: string } {
  const round = panel?.rounds.at(-1);
  if (!panel || !round || panel.judges.length === 0) return { lacks: 'Name the judges of the panel first.' };
  const judged = criteria.map(({ id, weight }) => ({ id, weight }));
  const ids = panel.judges.map(({ id }) => id);
  const { cut, judges, incomplete, standardDeviation, standardError } = modifiedAngoff(judged, ids, round.estimates);
  const nameOf = (id: string) => panel.judges.find((judge) => judge.id === id)?.name.trim() ?? '';
  if (panel.judges.some(({ name }) => !name.trim())) return { lacks: 'Name every judge of the panel.' };
  if (incomplete.length)
    return {
      lacks: `Estimates are missing from ${incomplete.map(nameOf).join(', ')}. Everybody answers for every criterion.`,
    };
  if (cut === null || judges.length < 2) return { lacks: 'A panel has at least two judges.' };
  const facts: AngoffFacts = {
    round: panel.rounds.length,
    judges: judges.map(({ judgeId, cut: own }) => ({ name: nameOf(judgeId), cut: own })),
    standardDeviation,
    standardError,
    criteria: judged,
  };
  return { cut, facts };
}

/** Whether the panel judged what the rubric asks today. */
export function isStale(setting: CutScoreSetting | null, { criteria }: Rubric): boolean {
  if (!setting?.angoff) return false;
  const words = (all: readonly { id: string; weight: number }[]) =>
    all
      .map(({ id, weight }) => `${id} ${weight}`)
      .sort()
      .join();
  return words(setting.angoff.criteria) !== words(criteria);
}

const VIEWS: Record<string, number> = { CLEAR_FAIL: 0, BORDERLINE: 1, PASS: 2, STRONG: 3 };

/** A mark that was given, without its words and without a name. */
export interface MarkGiven {
  versionId: string;
  levels: CriterionMark[] | null;
  overall: string;
}

/**
 * Marks as pairs of view and score. Only those count whose rubric gives points as this one does: with other criteria,
 * weights or points the same work would have had another score.
 */
export function judgementsOf(
  marks: readonly MarkGiven[],
  rubricOf: (versionId: string) => Rubric | null,
  rubric: Rubric,
): GlobalJudgement[] {
  const shape = pointsOf(rubric);
  return marks.flatMap(({ versionId, levels, overall }) => {
    const marked = rubricOf(versionId);
    const view = VIEWS[overall];
    if (!marked || view === undefined || pointsOf(marked) !== shape) return [];
    const reached = score(marked, levels ?? []);
    return reached === null ? [] : [{ view, score: reached }];
  });
}

const pointsOf = ({ criteria }: Rubric) =>
  JSON.stringify(
    criteria.map(({ id, weight, levels }) => [id, weight, levels.map(({ ordinal, points }) => [ordinal, points])]),
  );
