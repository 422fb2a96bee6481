import { type Permission, permissionsOf, type Role } from '@assay/access';
import DataLoader from 'dataloader';
import type { Transaction } from '../database/transaction.js';

/** What the people feature tells about whoever is signed in. */
export interface KnownPerson {
  personId: string;
  roles: Role[];
  /** People whose line manager this person is today. */
  reportIds: string[];
}

/**
 * Who asks, in which roles, in which transaction. First argument of every service method.
 * `personId` is null for strangers and for the product itself (`system`).
 */
export class Viewer {
  readonly roles: ReadonlySet<Role>;
  readonly permissions: ReadonlySet<Permission>;
  private readonly reports: ReadonlySet<string>;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  private constructor(
    readonly kind: 'person' | 'stranger' | 'system',
    readonly personId: string | null,
    roles: Role[],
    reportIds: string[],
    readonly tx: Transaction,
    /** The time of the request by the database's clock. Rules get it passed in. */
    readonly now: Date,
  ) {
    this.roles = new Set(roles);
    this.permissions = new Set(permissionsOf(roles));
    this.reports = new Set(reportIds);
  }

  static person(known: KnownPerson, tx: Transaction, now: Date = tx.startedAt): Viewer {
    return new Viewer('person', known.personId, known.roles, known.reportIds, tx, now);
  }

  static stranger(tx: Transaction): Viewer {
    return new Viewer('stranger', null, [], [], tx, tx.startedAt);
  }

  /** The product itself: jobs, set-up. It passes every policy and is named as such in the audit log. */
  static system(tx: Transaction, now: Date = tx.startedAt): Viewer {
    return new Viewer('system', null, [], [], tx, now);
  }

  /** Role-wide: may this viewer do such a thing at all? */
  may(permission: Permission): boolean {
    return this.kind === 'system' || this.permissions.has(permission);
  }

  isSelf(personId: string): boolean {
    return this.personId !== null && this.personId === personId;
  }

  manages(personId: string): boolean {
    return this.reports.has(personId);
  }

  get reportIds(): string[] {
    return [...this.reports];
  }

  /** One batched, cached loader per name for the length of the request: `viewer.load('person', id, ids => …)`. */
  load<T>(name: string, id: string, batch: (ids: readonly string[]) => Promise<Map<string, T>>): Promise<T | null> {
    let loader = this.loaders.get(name) as DataLoader<string, T | null> | undefined;
    if (!loader) {
      loader = new DataLoader<string, T | null>(async (ids) => {
        const found = await batch(ids);
        return ids.map((each) => found.get(each) ?? null);
      });
      this.loaders.set(name, loader);
    }
    return loader.load(id);
  }

  /** Forgets what a loader knows of a row that was just changed. */
  forget(name: string, id: string): void {
    this.loaders.get(name)?.clear(id);
  }
}
