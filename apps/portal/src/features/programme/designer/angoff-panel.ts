import { modifiedAngoff, type AngoffEstimate, type AngoffResult } from '@assay/rubric';
import type { RubricSheet } from './rubric-sheet.js';

/** Who estimates, and what they have estimated round by round. */
export interface AngoffPanel {
  judges: { id: string; name: string }[];
  rounds: { estimates: AngoffEstimate[] }[];
}

export const MOST_JUDGES = 30;
export const MOST_ROUNDS = 4;

/** The cache adds type names to what it gives; the API takes none. */
export function panelOf({ judges, rounds }: AngoffPanel): AngoffPanel {
  return {
    judges: judges.map(({ id, name }) => ({ id, name })),
    rounds: rounds.map(({ estimates }) => ({
      estimates: estimates.map(({ judgeId, criterionId, share }) => ({ judgeId, criterionId, share })),
    })),
  };
}

export function withJudge(panel: AngoffPanel | null, id: string): AngoffPanel {
  const { judges, rounds } = panel ?? { judges: [], rounds: [] };
  return { judges: [...judges, { id, name: '' }], rounds: rounds.length ? rounds : [{ estimates: [] }] };
}

export function renamed(panel: AngoffPanel, id: string, name: string): AngoffPanel {
  return { ...panel, judges: panel.judges.map((judge) => (judge.id === id ? { ...judge, name } : judge)) };
}

/** Takes a judge away with everything they estimated; without judges there is no panel. */
export function withoutJudge(panel: AngoffPanel, id: string): AngoffPanel | null {
  const judges = panel.judges.filter((judge) => judge.id !== id);
  if (judges.length === 0) return null;
  return {
    judges,
    rounds: panel.rounds.map(({ estimates }) => ({ estimates: estimates.filter(({ judgeId }) => judgeId !== id) })),
  };
}

/** The next round begins with what was said in the last: people change what they were talked out of. */
export function nextRound(panel: AngoffPanel): AngoffPanel {
  const last = panel.rounds.at(-1);
  return { ...panel, rounds: [...panel.rounds, { estimates: last ? [...last.estimates] : [] }] };
}

export function withoutRound(panel: AngoffPanel, round: number): AngoffPanel {
  return { ...panel, rounds: panel.rounds.filter((_each, index) => index !== round) };
}

/** Null takes the estimate away. */
export function estimated(
  panel: AngoffPanel,
  round: number,
  { judgeId, criterionId }: Omit<AngoffEstimate, 'share'>,
  share: number | null,
): AngoffPanel {
  const rounds = panel.rounds.map(({ estimates }, index) => {
    if (index !== round) return { estimates };
    const others = estimates.filter((each) => each.judgeId !== judgeId || each.criterionId !== criterionId);
    return { estimates: share === null ? others : [...others, { judgeId, criterionId, share }] };
  });
  return { ...panel, rounds };
}

export function shareOf(panel: AngoffPanel, round: number, judgeId: string, criterionId: string): number | null {
  const found = panel.rounds[round]?.estimates.find(
    (each) => each.judgeId === judgeId && each.criterionId === criterionId,
  );
  return found?.share ?? null;
}

/** What a round gives for the rubric as it stands. */
export function resultOf(panel: AngoffPanel, round: number, rubric: RubricSheet): AngoffResult {
  const ids = panel.judges.map(({ id }) => id);
  return modifiedAngoff(rubric, ids, panel.rounds[round]?.estimates ?? []);
}
