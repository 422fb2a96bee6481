import type { Transaction } from '../database/transaction.js';
import type { CameAs } from './sign-in-source.js';
import type { KnownPerson } from './viewer.js';

/** Tells who a person is today. The people feature provides it; the platform knows no tables of people. */
export abstract class ViewerSource {
  /** The statement that asks for it, which goes along where a transaction begins. */
  abstract asks(personId: string): string;

  /**
   * By its rows. Null when the person is gone or deactivated, or came by a claim and is with us again: a session alone opens
   * nothing.
   */
  abstract known(tx: Transaction, personId: string, rows: readonly object[], as: CameAs): KnownPerson | null;

  /** The same in a transaction that is under way. */
  async know(tx: Transaction, personId: string, as: CameAs = 'ACCOUNT'): Promise<KnownPerson | null> {
    return this.known(tx, personId, await tx.query(this.asks(personId)), as);
  }
}
