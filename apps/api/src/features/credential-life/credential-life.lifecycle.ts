import type { CredentialStatus, StatusCause } from '../credentials/credential.entity.js';

/** What can be done to a credential after it was signed. */
export const CHANGE_KINDS = ['SUSPEND', 'REINSTATE', 'REVOKE', 'CORRECT'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** PROPOSED waits for a second person, DECIDED for the worker, which alone signs. */
export type ChangeState = 'PROPOSED' | 'DECIDED' | 'DONE' | 'DECLINED';

const FROM: Record<CredentialStatus, readonly ChangeKind[]> = {
  ACTIVE: ['SUSPEND', 'REVOKE', 'CORRECT'],
  SUSPENDED: ['REINSTATE', 'REVOKE'],
  // A withdrawal is published for good.
  REVOKED: [],
};

const CAUSES: Record<ChangeKind, readonly StatusCause[]> = {
  SUSPEND: ['UNDER_REVIEW', 'NO_LONGER_TRUE', 'HOLDER_ASKED'],
  REINSTATE: ['CLEARED'],
  REVOKE: ['ISSUED_IN_ERROR', 'NO_LONGER_TRUE', 'MALPRACTICE', 'HOLDER_ASKED'],
  CORRECT: ['CORRECTED'],
};

const BECOMES: Record<Exclude<ChangeKind, 'CORRECT'>, CredentialStatus> = {
  SUSPEND: 'SUSPENDED',
  REINSTATE: 'ACTIVE',
  REVOKE: 'REVOKED',
};

/** May this follow that. One that has ended needs no suspension, and it may still be withdrawn or corrected. */
export function mayChange(status: CredentialStatus, expired: boolean, kind: ChangeKind): boolean {
  return FROM[status].includes(kind) && !(expired && kind === 'SUSPEND');
}

export const causesOf = (kind: ChangeKind): readonly StatusCause[] => CAUSES[kind];

export const statusAfter = (kind: Exclude<ChangeKind, 'CORRECT'>): CredentialStatus => BECOMES[kind];

/** Whoever is said to have cheated is not judged by one person alone. */
export const needsTwo = (cause: StatusCause): boolean => cause === 'MALPRACTICE';
