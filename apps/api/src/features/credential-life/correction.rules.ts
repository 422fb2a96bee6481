/** What is signed now, as far as a correction can change it. */
export interface Signed {
  readonly name: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export interface Wanted {
  /** As the directory names the holder; undefined: the name stays. */
  readonly name?: string;
  readonly firstDay?: string | null;
  readonly lastDay?: string | null;
  readonly endless?: boolean | null;
}

export interface Corrected {
  corrections: { field: 'HOLDER_NAME' | 'VALID_FROM' | 'VALID_UNTIL'; was: string | null; becomes: string | null }[];
  problems: { field: string; message: string }[];
}

/** What would be different, and what is wrong with it. A day begins and ends in universal time, as everything signed does. */
export function corrected(signed: Signed, wanted: Wanted, today: string): Corrected {
  const problems: Corrected['problems'] = [];
  const corrections: Corrected['corrections'] = [];
  const { firstDay, lastDay, endless } = wanted;
  if (endless && lastDay) problems.push({ field: 'lastDay', message: 'It either has a last day or does not end.' });
  if (firstDay && firstDay > today) problems.push({ field: 'firstDay', message: 'The first day is still to come.' });

  if (wanted.name !== undefined && wanted.name !== signed.name)
    corrections.push({ field: 'HOLDER_NAME', was: signed.name, becomes: wanted.name });
  const from = firstDay && firstDay !== signed.validFrom.slice(0, 10) ? `${firstDay}T00:00:00Z` : signed.validFrom;
  if (from !== signed.validFrom) corrections.push({ field: 'VALID_FROM', was: signed.validFrom, becomes: from });
  const until = untilOf(signed, wanted);
  if (until !== signed.validUntil) corrections.push({ field: 'VALID_UNTIL', was: signed.validUntil, becomes: until });

  if (until !== null && until <= from) problems.push({ field: 'lastDay', message: 'It would end before it begins.' });
  if (corrections.length === 0 && problems.length === 0)
    problems.push({ field: '', message: 'Nothing would be different from what is signed.' });
  return { corrections, problems };
}

function untilOf({ validUntil }: Signed, { lastDay, endless }: Wanted): string | null {
  if (endless) return null;
  if (!lastDay || lastDay === validUntil?.slice(0, 10)) return validUntil;
  return `${lastDay}T23:59:59Z`;
}
