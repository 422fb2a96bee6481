/** What can be done about a gap, by what it is. The order is the order of equals. */
export const GAP_STEP_KINDS = ['GO_ON', 'RENEW', 'PRIOR_LEARNING', 'EARN', 'COURSE', 'MENTOR'] as const;
export type GapStepKind = (typeof GAP_STEP_KINDS)[number];

interface Ranked {
  readonly kind: GapStepKind;
  /** Levels that are still to be verified when it is done. */
  readonly remains: number;
  /** Null: nobody knows. */
  readonly hours: number | null;
}

/** By what remains of the gap, then by how it is begun: what is under way and what asks for less comes first. */
export function ranked<Step extends Ranked>(steps: readonly Step[]): Step[] {
  const place = (step: Step) => GAP_STEP_KINDS.indexOf(step.kind);
  const hours = (step: Step) => step.hours ?? Number.POSITIVE_INFINITY;
  return [...steps].sort(
    (a, b) => a.remains - b.remains || place(a) - place(b) || (hours(a) === hours(b) ? 0 : hours(a) - hours(b)),
  );
}

/** How an assessment is begun: by what is under way, by renewing, by what there is already, or from nothing. */
export function waysOfEarning(facts: {
  begun: boolean;
  lapsed: boolean;
  evidence: number;
  /** Whether whoever looks is the one who would do it. */
  own: boolean;
}): GapStepKind[] {
  if (facts.begun) return ['GO_ON'];
  if (facts.lapsed) return ['RENEW'];
  // Without anything to show, prior learning is only another word for beginning.
  return facts.own && facts.evidence > 0 ? ['PRIOR_LEARNING', 'EARN'] : ['EARN'];
}
