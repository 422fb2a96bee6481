export type GapKind = 'NO_EVIDENCE' | 'REFLECTION_MISSING' | 'EVIDENCE_TOO_OLD' | 'LEVEL_MISSING';

/** What is missing or doubtful before handing in. */
export interface SubmissionGap {
  criterionId: string;
  number: number;
  kind: GapKind;
  letter: string | null;
  message: string;
  /** Stops handing in; the others are hints. */
  blocking: boolean;
}

export interface CoveredCriterion {
  number: number;
  criterion: { id: string; title: string };
  claimedLevel: number | null;
  notEvidenced: boolean;
  links: { letter: string; reflection: string; item: { madeOn: string | null } }[];
}

/** Criterion by criterion. Evidence without a date is taken as it is: nobody is told that it is too old. */
export function gapsOf(
  criteria: readonly CoveredCriterion[],
  maxAgeMonths: number | null,
  today: string,
): SubmissionGap[] {
  const oldest = maxAgeMonths === null ? null : monthsBefore(today, maxAgeMonths);
  return criteria.flatMap(({ number, criterion, claimedLevel, notEvidenced, links }) => {
    const gap = (kind: GapKind, letter: string | null, message: string, blocking: boolean): SubmissionGap => ({
      criterionId: criterion.id,
      number,
      kind,
      letter,
      message,
      blocking,
    });
    if (!links.length && notEvidenced) return [];
    if (!links.length)
      return [
        gap('NO_EVIDENCE', null, `Criterion ${number} has no evidence. Link some, or say that there is none.`, true),
      ];
    const found: SubmissionGap[] = [];
    for (const { letter, reflection, item } of links) {
      if (!reflection.trim())
        found.push(gap('REFLECTION_MISSING', letter, `Say how ${letter} shows criterion ${number}.`, true));
      if (oldest !== null && item.madeOn !== null && item.madeOn < oldest)
        found.push(gap('EVIDENCE_TOO_OLD', letter, `${letter} is older than ${maxAgeMonths} months.`, false));
    }
    if (claimedLevel === null)
      found.push(gap('LEVEL_MISSING', null, `Say where you would put yourself on criterion ${number}.`, false));
    return found;
  });
}

/** The same day so many months earlier; the last of the month where that day does not exist. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
