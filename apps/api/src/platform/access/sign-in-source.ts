import type { Transaction } from '../database/transaction.js';

/** What a browser's session says: who signed in, and by which sign-in. */
export interface SignIn {
  id: string;
  personId: string;
}

/** By an account of the organisation, or by the link with which somebody who left keeps what they earned. */
export type CameAs = 'ACCOUNT' | 'CLAIM';

/** Tells whether a sign-in still holds. The sign-in feature provides it; the platform knows no table of sign-ins. */
export abstract class SignInSource {
  /** Null when it was ended, here or from elsewhere, or is over its time: a session alone opens nothing. */
  abstract holds(tx: Transaction, signIn: SignIn): Promise<CameAs | null>;
}
