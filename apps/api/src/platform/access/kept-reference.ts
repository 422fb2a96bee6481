import type { DataSource } from 'typeorm';

/** Of each kind; they take a few kilobytes each. */
const MOST_KEPT = 1_000;

/**
 * What everybody sees alike and that seldom changes, kept by this process between requests: published frameworks, job roles,
 * achievements. How often anything of it changed is counted in the database, in the transactions that change it. A request
 * is told with its begin, and what was kept before the last change is dropped: nothing that is older than the request is shown.
 */
export class KeptReference {
  private static readonly ofSources = new WeakMap<DataSource, KeptReference>();
  private readonly kinds = new Map<string, Map<string, object | string>>();
  private changes = -1;

  static of(dataSource: DataSource): KeptReference {
    const known = KeptReference.ofSources.get(dataSource) ?? new KeptReference();
    KeptReference.ofSources.set(dataSource, known);
    return known;
  }

  /** As a request sees it that began after so many changes. */
  after(changes: number): ReferenceSeen {
    if (changes > this.changes) {
      this.kinds.clear();
      this.changes = changes;
    }
    return new ReferenceSeen(this, changes);
  }

  /** Nothing for a request that began before what is kept was changed. */
  kind(name: string, changes: number): Map<string, object | string> | null {
    if (changes !== this.changes) return null;
    const kind = this.kinds.get(name) ?? new Map<string, object | string>();
    this.kinds.set(name, kind);
    return kind;
  }
}

/** What is kept, for one request. */
export class ReferenceSeen {
  constructor(
    private readonly kept: KeptReference,
    private readonly changes: number,
  ) {}

  read(name: string, id: string): unknown {
    return this.kept.kind(name, this.changes)?.get(id);
  }

  /** It is shared from now on: whoever changes it by mistake is told by an exception. */
  keep(name: string, id: string, value: object | string): void {
    const kind = this.kept.kind(name, this.changes);
    if (!kind) return;
    if (kind.size >= MOST_KEPT) kind.clear();
    kind.set(id, frozen(value));
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}
