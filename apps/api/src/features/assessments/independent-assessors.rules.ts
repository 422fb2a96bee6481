/** How many are named to assess a version, may today, and did not write on it. */
export interface AssessorCounts {
  named: number;
  able: number;
  independent: number;
}

/** Somebody must be able to mark it, and whoever wrote a rubric is not the only one who judges by it. */
export function assessorGap({ named, able, independent }: AssessorCounts): string | null {
  if (named === 0) return 'Name at least one founding assessor.';
  if (able === 0) return 'None of those named has the role of assessor. Name somebody who has.';
  if (independent === 0) return 'Everybody who could assess it has written on it. Name one assessor who has not.';
  return null;
}
