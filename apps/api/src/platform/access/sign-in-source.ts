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
  /** The statement that asks for it, which goes along where a transaction begins. Null for what cannot be a sign-in. */
  abstract asks(signIn: SignIn): string | null;

  /** By its rows. Null when it was ended, here or from elsewhere, or is over its time: a session alone opens nothing. */
  abstract holds(tx: Transaction, signIn: SignIn, rows: readonly object[]): CameAs | null;
}
