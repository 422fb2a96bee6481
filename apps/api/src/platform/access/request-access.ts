import type { DataSource } from 'typeorm';
import { Transaction } from '../database/transaction.js';
import { KeptReference, type ReferenceSeen } from './kept-reference.js';
import type { CameAs, SignIn, SignInSource } from './sign-in-source.js';
import { type KnownPerson, Viewer } from './viewer.js';
import type { ViewerSource } from './viewer-source.js';

/** One request's door to the data: opens its transaction on first need, and ends it once. */
export class RequestAccess {
  private opening: Promise<Viewer> | null = null;
  private opened: Viewer | null = null;
  private reads = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly people: ViewerSource,
    private readonly personIdOf: () => string | null,
    /** What the session says beyond the person; left out where the person was let in before. */
    private readonly session?: { signIns: SignInSource; signInOf: () => SignIn | null } | { as: CameAs },
  ) {}

  /** It changes nothing, so it may be shown what is kept between requests. To be said before anybody asks for the viewer. */
  onlyReads(): void {
    this.reads = true;
  }

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
    const signIn = this.session && 'signIns' in this.session ? this.session.signInOf() : null;
    const asks = personId === null ? [] : this.asks(personId, signIn);
    const tx = await Transaction.open(this.dataSource, 'app_api', personId, asks);
    try {
      const known = personId === null ? null : this.whoStillIs(tx, personId, signIn);
      if (known) return this.asPerson(known, tx);
      // Row-level rules must not take a stranger for whoever the session once was.
      if (personId !== null) await tx.query("SET LOCAL app.person_id = ''");
      return Viewer.stranger(tx);
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  private asPerson(known: KnownPerson, tx: Transaction): Viewer {
    const viewer = Viewer.person(known, tx, tx.startedAt, this.reference(tx));
    // Whoever changes something reads anew what they changed.
    if (this.reads) for (const { name, id, value } of known.brings ?? []) viewer.remember(name, id, value);
    return viewer;
  }

  /** In one message with the begin: every message costs more than what it asks. */
  private asks(personId: string, signIn: SignIn | null): string[] {
    const sign = signIn && this.session && 'signIns' in this.session ? this.session.signIns.asks(signIn) : null;
    const changes = this.reads ? ['SELECT app_reference_changes() AS changes'] : [];
    return [this.people.asks(personId), ...(sign === null ? [] : [sign]), ...changes];
  }

  /** What is kept between requests, for one that only reads. */
  private reference(tx: Transaction): ReferenceSeen | null {
    const [told] = this.reads ? ((tx.answers.at(-1) ?? []) as { changes: number }[]) : [];
    return told ? KeptReference.of(this.dataSource).after(told.changes) : null;
  }

  private whoStillIs(tx: Transaction, personId: string, signIn: SignIn | null): KnownPerson | null {
    const [person = [], sign = []] = tx.answers;
    const as = this.cameAs(tx, signIn, sign);
    return as && this.people.known(tx, personId, person, as);
  }

  private cameAs(tx: Transaction, signIn: SignIn | null, rows: readonly object[]): CameAs | null {
    if (!this.session) return 'ACCOUNT';
    if ('as' in this.session) return this.session.as;
    return signIn && this.session.signIns.holds(tx, signIn, rows);
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
