import { type Limit, type Permission, permissionsUnder, type Role } from '@assay/access';
import DataLoader from 'dataloader';
import type { Transaction } from '../database/transaction.js';
import type { ReferenceSeen } from './kept-reference.js';
import { type Part, Together } from './together.js';

/** A role in force, and what it is limited to. Null: no such limit. */
export interface HeldRole {
  role: Role;
  /** The unit of the grant with every unit below it. */
  unitIds: ReadonlySet<string> | null;
  /** One achievement in all its versions. */
  achievementId: string | null;
}

/** What the people feature tells about whoever is signed in. */
export interface KnownPerson {
  personId: string;
  held: HeldRole[];
  /** People whose line manager this person is today. */
  reportIds: string[];
  /** Where people work today: needed by roles that are limited to a unit. */
  unitsOf(personIds: readonly string[]): Promise<Map<string, string[]>>;
  /** Somebody who left has no role, and may these things alone. */
  only?: readonly Permission[];
  /** What was read along with it, which loaders of these names need not ask for again. */
  brings?: readonly { name: string; id: string; value: object }[];
}

/** What a row is about, as far as a role can be limited to it. */
export interface About {
  personId?: string;
  achievementId?: string;
}

/**
 * Who asks, in which roles, in which transaction. First argument of every service method.
 * `personId` is null for strangers and for the product itself (`system`).
 */
export class Viewer {
  readonly roles: ReadonlySet<Role>;
  readonly permissions: ReadonlySet<Permission>;
  private readonly reports: ReadonlySet<string>;
  private readonly held: readonly HeldRole[];
  private readonly units = new Map<string, readonly string[]>();
  private readonly together: Together;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly brought = new Map<string, unknown>();
  private readonly remembered = new Map<string, unknown>();

  private constructor(
    readonly kind: 'person' | 'stranger' | 'system',
    readonly personId: string | null,
    private readonly known: KnownPerson | null,
    readonly tx: Transaction,
    /** The time of the request by the database's clock. Rules get it passed in. */
    readonly now: Date,
    private readonly reference: ReferenceSeen | null = null,
  ) {
    this.together = new Together(tx);
    this.held = known?.held ?? [];
    this.roles = new Set(this.held.map(({ role }) => role));
    this.permissions = new Set(known?.only ?? this.held.flatMap(permissionsOfGrant));
    this.reports = new Set(known?.reportIds);
  }

  static person(
    known: KnownPerson,
    tx: Transaction,
    now: Date = tx.startedAt,
    reference: ReferenceSeen | null = null,
  ): Viewer {
    return new Viewer('person', known.personId, known, tx, now, reference);
  }

  static stranger(tx: Transaction): Viewer {
    return new Viewer('stranger', null, null, tx, tx.startedAt);
  }

  /** The product itself: jobs, set-up. It passes every policy and is named as such in the audit log. */
  static system(tx: Transaction, now: Date = tx.startedAt): Viewer {
    return new Viewer('system', null, null, tx, now);
  }

  /**
   * May this viewer do such a thing at all; with `about`, may they for a row about this person or achievement?
   * A role that is limited to a unit covers people who work there, and nothing that is about nobody.
   * What was not learned before (`learn`) is not covered.
   */
  may(permission: Permission, about?: About): boolean {
    if (this.kind === 'system') return true;
    if (!about) return this.permissions.has(permission);
    const units = about.personId === undefined ? [] : (this.units.get(about.personId) ?? []);
    return this.grantsOf(permission).some(
      ({ unitIds, achievementId }) =>
        (unitIds === null || units.some((id) => unitIds.has(id))) &&
        (achievementId === null || achievementId === about.achievementId),
    );
  }

  /** Without any limit: for what is about the whole organisation or about what does not exist yet. */
  mayEverywhere(permission: Permission): boolean {
    if (this.kind === 'system') return true;
    return this.grantsOf(permission).some(({ unitIds, achievementId }) => unitIds === null && achievementId === null);
  }

  /** The roles in force that carry a permission, each with its limits: for the predicates of lists. */
  grantsOf(permission: Permission): readonly HeldRole[] {
    return this.held.filter((held) => permissionsOfGrant(held).includes(permission));
  }

  /** Finds out where these people work, so that `may` can answer about them. Free for whoever has no role limited to a unit. */
  async learn(personIds: readonly string[]): Promise<void> {
    const { known } = this;
    if (!known || this.held.every(({ unitIds }) => unitIds === null)) return;
    await Promise.all(
      personIds.map(async (id) => {
        const units = await this.load('units of', id, (ids) => known.unitsOf(ids));
        this.units.set(id, units ?? []);
      }),
    );
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
    const known = this.remembered.get(`${name} ${id}`);
    if (known !== undefined) return Promise.resolve(known as T);
    let loader = this.loaders.get(name) as DataLoader<string, T | null> | undefined;
    if (!loader) {
      loader = new DataLoader<string, T | null>(async (ids) => {
        const found = await batch(ids);
        for (const each of ids) this.brought.set(`${name} ${each}`, found.get(each) ?? null);
        return ids.map((each) => found.get(each) ?? null);
      });
      this.loaders.set(name, loader);
    }
    return loader.load(id);
  }

  /** As `load`; what is asked so in the same turn, whatever it is, goes in one message. */
  loadTogether<T, Row>(part: Part<T, Row>, id: string): Promise<T | null> {
    return this.together.load(part, id);
  }

  /**
   * As `load`, of what everybody who is signed in sees alike: kept by this process until something of its kind changes.
   * `alike` says of which rows that is true; drafts, say, are their designers' alone. The table must be counted (0160).
   */
  async loadKept<T extends object | string>(
    name: string,
    id: string,
    batch: (ids: readonly string[]) => Promise<Map<string, T>>,
    alike: (row: T) => boolean | Promise<boolean>,
  ): Promise<T | null> {
    const kept = this.reference?.read(name, id) as T | undefined;
    if (kept !== undefined) {
      this.brought.set(`${name} ${id}`, kept);
      return kept;
    }
    const row = await this.load(name, id, batch);
    if (row !== null && this.reference && (await alike(row))) this.reference.keep(name, id, row);
    return row;
  }

  /**
   * What `load` has brought, for rules, which cannot wait: null where it was not asked for before, so that a rule
   * that builds on it denies.
   */
  loaded<T>(name: string, id: string): T | null {
    return (this.brought.get(`${name} ${id}`) as T | undefined) ?? null;
  }

  /** What was just written or read otherwise: a loader of this name need not ask for it again. */
  remember(name: string, id: string, value: object): void {
    this.remembered.set(`${name} ${id}`, value);
    this.brought.set(`${name} ${id}`, value);
  }

  /** Forgets what a loader knows of a row that was just changed. */
  forget(name: string, id: string): void {
    this.loaders.get(name)?.clear(id);
    this.together.forget(name, id);
    this.remembered.delete(`${name} ${id}`);
    this.brought.delete(`${name} ${id}`);
  }
}

function permissionsOfGrant({ role, unitIds, achievementId }: HeldRole): Permission[] {
  const limits: Limit[] = [];
  if (unitIds !== null) limits.push('unit');
  if (achievementId !== null) limits.push('achievement');
  return permissionsUnder(role, limits);
}
