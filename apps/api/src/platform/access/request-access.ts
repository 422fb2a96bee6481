import type { DataSource } from 'typeorm';
import { Transaction } from '../database/transaction.js';
import type { CameAs, SignIn, SignInSource } from './sign-in-source.js';
import { type KnownPerson, Viewer } from './viewer.js';
import type { ViewerSource } from './viewer-source.js';

/** One request's door to the data: opens its transaction on first need, and ends it once. */
export class RequestAccess {
  private opening: Promise<Viewer> | null = null;
  private opened: Viewer | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly people: ViewerSource,
    private readonly personIdOf: () => string | null,
    /** What the session says beyond the person; left out where the person was let in before. */
    private readonly session?: { signIns: SignInSource; signInOf: () => SignIn | null } | { as: CameAs },
  ) {}

  /** The viewer of this request, with the transaction open. */
  viewer(): Promise<Viewer> {
    this.opening ??= this.open().then((viewer) => {
      this.opened = viewer;
      return viewer;
    });
    return this.opening;
  }

  /** For code that runs after the guard let the request in. */
  get current(): Viewer {
    if (!this.opened) throw new Error('The viewer is known only after the access guard ran.');
    return this.opened;
  }

  async finish(succeeded: boolean): Promise<void> {
    if (!this.opening) return;
    const viewer = await this.opening.catch(() => null);
    if (!viewer) return;
    if (succeeded) await viewer.tx.commit();
    else await viewer.tx.rollback();
  }

  private async open(): Promise<Viewer> {
    const personId = this.personIdOf();
    const tx = await Transaction.open(this.dataSource, 'app_api', personId);
    try {
      const known = personId === null ? null : await this.whoStillIs(tx, personId);
      if (known) return Viewer.person(known, tx);
      // Row-level rules must not take a stranger for whoever the session once was.
      if (personId !== null) await tx.query("SET LOCAL app.person_id = ''");
      return Viewer.stranger(tx);
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  private async whoStillIs(tx: Transaction, personId: string): Promise<KnownPerson | null> {
    if (!this.session) return this.people.know(tx, personId);
    if ('as' in this.session) return this.people.know(tx, personId, this.session.as);
    const signIn = this.session.signInOf();
    const as = signIn && (await this.session.signIns.holds(tx, signIn));
    return as && this.people.know(tx, personId, as);
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    access: RequestAccess;
  }
  interface Session {
    personId?: string;
    signInId?: string;
  }
}
