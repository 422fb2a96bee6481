interface Dated {
  startsOn: string;
  isPrimary: boolean;
}

/** Planned, current, past: the latest first; of two that began together the primary one. */
export function newestFirst<Employment extends Dated>(employments: readonly Employment[]): Employment[] {
  return [...employments].sort(
    (one, other) => other.startsOn.localeCompare(one.startsOn) || Number(other.isPrimary) - Number(one.isPrimary),
  );
}
