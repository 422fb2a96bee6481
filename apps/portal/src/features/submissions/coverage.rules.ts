import type { Gap, SubmissionWork, WorkCriterion } from './submission.types.js';

/** One cell of the grid: not linked, linked with a reflection, or linked with something to fix. */
export type Cell = 'none' | 'linked' | 'fix';

export interface CoverageRow {
  criterion: WorkCriterion;
  cells: readonly { letter: string; cell: Cell }[];
  /** What matters most here, hand-in stoppers first. The level is said in its own column. */
  gap: Gap | null;
}

/** Criteria by evidence letters, holes visible at once. What counts as a gap is the API's word, never ours. */
export function coverage(submission: Pick<SubmissionWork, 'criteria' | 'items' | 'gaps'>): CoverageRow[] {
  return submission.criteria.map((criterion) => {
    const gaps = submission.gaps.filter((gap) => gap.criterionId === criterion.criterion.id);
    const toFix = new Set(gaps.map((gap) => gap.letter));
    return {
      criterion,
      cells: submission.items.map(({ letter }) => ({
        letter,
        cell: criterion.links.some((link) => link.letter === letter) ? (toFix.has(letter) ? 'fix' : 'linked') : 'none',
      })),
      gap: byWeight(gaps.filter((gap) => gap.kind !== 'LEVEL_MISSING'))[0] ?? null,
    };
  });
}

/** Stoppers first, then by criterion. */
export function byWeight(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted((a, b) => Number(b.blocking) - Number(a.blocking) || (a.number ?? 0) - (b.number ?? 0));
}

/** The level a candidate must reach here, or the first one that counts as competent. */
export function levelToPass({ criterion }: Pick<WorkCriterion, 'criterion'>) {
  return (
    criterion.levels.find((level) => level.ordinal === criterion.mustReach) ??
    criterion.levels.find((level) => level.isCompetent) ??
    null
  );
}

/** "Systems integration, Practitioner"; names that already carry the level stay as they are. */
export function achievementTitle(version: { name: string; level: { label: string } | null }): string {
  if (!version.level || version.name.toLowerCase().includes(version.level.label.toLowerCase())) return version.name;
  return `${version.name}, ${version.level.label}`;
}
