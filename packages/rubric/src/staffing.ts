/** What there is to assess, and what an assessor can give to it. */
export interface Workload {
  /** Submissions a working day. */
  arrivalsPerDay: number;
  minutesPerAssessment: number;
  /** 0 to 1: how many are marked by a second assessor as well. */
  secondMarkShare: number;
  /** What an assessor has for it on a working day. */
  hoursPerAssessorDay: number;
  /** Above 0 to 1: how much of that is really spent on it. Near 1 the queue grows without end. */
  utilisation: number;
}

export interface Staffing {
  hoursPerDay: number;
  /** How many it takes to keep up. */
  assessors: number;
}

/** Hours a day = arrivals · minutes · (1 + share marked twice) / 60; assessors = hours / (hours each · utilisation), rounded up. */
export function staffing(load: Workload): Staffing {
  const marks = load.arrivalsPerDay * (1 + load.secondMarkShare);
  const hoursPerDay = (marks * load.minutesPerAssessment) / 60;
  // Decimal fractions: 10.8 hours of 1.6 must not take one more for a rounding of the last digit.
  const assessors = Math.max(0, Math.ceil(hoursPerDay / (load.hoursPerAssessorDay * load.utilisation) - 1e-9));
  return { hoursPerDay, assessors };
}

/** How many are under way at any time: arrivals · days each takes (Little 1961). */
export const underWay = (arrivalsPerDay: number, turnaroundDays: number): number => arrivalsPerDay * turnaroundDays;
