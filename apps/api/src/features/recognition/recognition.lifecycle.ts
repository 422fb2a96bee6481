import type { Verdict } from '@assay/credential';

/** CHECKING waits for the worker; SENT waits for somebody who keeps credentials. */
export const EXTERNAL_STATES = ['CHECKING', 'CHECKED', 'SENT', 'DECIDED'] as const;
export type ExternalState = (typeof EXTERNAL_STATES)[number];

/** What a badge from elsewhere counts for here. */
export const OUTCOMES = ['RECOGNISED', 'RPL_REQUIRED', 'INFORMATION_ONLY'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type ExternalAct = 'send' | 'takeBack' | 'remove' | 'decide';

const FROM: Record<ExternalAct, readonly ExternalState[]> = {
  send: ['CHECKED'],
  takeBack: ['SENT'],
  remove: ['CHECKING', 'CHECKED'],
  // A second look may find otherwise; both stay in the audit log.
  decide: ['SENT', 'DECIDED'],
};

export const mayFollow = (act: ExternalAct, state: ExternalState): boolean => FROM[act].includes(state);

/** Nothing stands behind these, so nobody is asked about them. */
export const isWorthless = (verdict: Verdict | null): boolean =>
  verdict === null || verdict === 'broken' || verdict === 'revoked';

/** What was recognised counts while the badge holds; a site that does not answer says nothing against it. As in the database. */
export const COUNTING_VERDICTS: readonly Verdict[] = ['genuine-and-current', 'unknown-issuer', 'could-not-check'];
export const isCounting = (verdict: Verdict | null): boolean => verdict !== null && COUNTING_VERDICTS.includes(verdict);
