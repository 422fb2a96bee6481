import type { Session } from 'fastify';

type Answered<Value> = (error: unknown, value?: Value | null) => void;

/** As fastify asks for sessions. */
export interface SessionStore {
  get(id: string, answered: Answered<Session>): void;
  set(id: string, session: Session, answered: (error?: unknown) => void): void;
  destroy(id: string, answered: (error?: unknown) => void): void;
}

/** A session that was ended elsewhere opens nothing by then: whether its sign-in holds is asked with every request. */
const KEPT_MS = 60_000;
const MOST_KEPT = 5_000;

/**
 * Keeps for a moment what sessions of people who signed in point at, which never changes: another sign-in gets another session.
 * What is on the way to a sign-in is always asked for.
 */
export class KeptSessions implements SessionStore {
  private readonly kept = new Map<string, { text: string; until: number }>();

  constructor(
    private readonly store: SessionStore,
    private readonly now: () => number = Date.now,
  ) {}

  get(id: string, answered: Answered<Session>): void {
    const known = this.kept.get(id);
    if (known && known.until > this.now()) return answered(null, JSON.parse(known.text) as Session);
    this.kept.delete(id);
    this.store.get(id, (error, session) => {
      if (!error && session?.signInId) this.keep(id, session);
      answered(error, session);
    });
  }

  set(id: string, session: Session, answered: (error?: unknown) => void): void {
    this.kept.delete(id);
    this.store.set(id, session, (error) => {
      // Somebody may have asked for it while it was written.
      this.kept.delete(id);
      answered(error);
    });
  }

  destroy(id: string, answered: (error?: unknown) => void): void {
    this.kept.delete(id);
    this.store.destroy(id, (error) => {
      this.kept.delete(id);
      answered(error);
    });
  }

  private keep(id: string, session: Session): void {
    const oldest = this.kept.keys().next().value;
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(id, { text: JSON.stringify(session), until: this.now() + KEPT_MS });
  }
}
