import type { Transaction } from '../database/transaction.js';
import type { CameAs } from './sign-in-source.js';
import type { KnownPerson } from './viewer.js';

/** Tells who a person is today. The people feature provides it; the platform knows no tables of people. */
export abstract class ViewerSource {
  /** Null when the person is gone or deactivated, or came by a claim and is with us again: a session alone opens nothing. */
  abstract know(tx: Transaction, personId: string, as?: CameAs): Promise<KnownPerson | null>;
}
