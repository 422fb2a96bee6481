import { createHash } from 'node:crypto';

/** A row of the audit log, every column of it, as the digest covers it. */
export interface AuditedRow {
  id: string;
  /** In UTC with six places: `2026-11-22T06:05:47.123000Z`. */
  at: string;
  actorId: string | null;
  actorKind: string;
  operation: string;
  target: string | null;
  detail: unknown;
}

/** What the hash of the first row follows. */
export const CHAIN_BEGINS = '0'.repeat(64);

const FORM = 'assay-audit-1';

/** SHA-256, in hexadecimal, of the row in its canonical form: a JSON array in a fixed order, keys of the detail sorted. */
export function digestOfRow({ id, at, actorId, actorKind, operation, target, detail }: AuditedRow): string {
  const row = [FORM, id, at, actorId, actorKind, operation, target, sorted(detail)];
  return createHash('sha256').update(JSON.stringify(row), 'utf8').digest('hex');
}

/** SHA-256 of the previous hash and the digest, 32 bytes each: whoever changes a row would have to change all that follow. */
export function chainHash(previous: string, digest: string): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(Buffer.from(digest, 'hex')).digest('hex');
}

/** The moment with six places, as the database keeps it. */
export function momentOf(at: Date): string {
  return at.toISOString().replace(/(\.\d{3})Z$/, '$1000Z');
}

/** A database does not keep the order of keys; the digest must not depend on it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** A place in the chain that somebody wrote down. */
export interface NotedHead {
  sequence: number;
  hash: string;
}

/** `HASH@SEQUENCE`, as the head is printed. */
export function readHead(text: string): NotedHead | null {
  const match = /^([0-9a-f]{64})@([1-9]\d{0,15})$/.exec(text.trim());
  return match?.[1] && match[2] ? { hash: match[1], sequence: Number(match[2]) } : null;
}

export const headInWords = (head: NotedHead): string => `${head.hash}@${head.sequence}`;

/** A link of the chain beside the row that it is about, which may be gone. */
export interface Link {
  sequence: number;
  entryId: string;
  digest: string;
  chainHash: string;
  entry: (AuditedRow & { digest: string }) | null;
}

/** The first thing that is wrong, and where. */
export interface Fault {
  sequence: number;
  entryId: string;
  what: string;
}

/** Follows a chain link by link and keeps nothing but the last one, so that a log of any length fits. */
export class ChainCheck {
  private last: NotedHead = { sequence: 0, hash: CHAIN_BEGINS };
  private readonly faults: Fault[] = [];
  private faultCount = 0;
  private checked = 0;
  private notedSeen: boolean;

  constructor(private readonly noted: NotedHead | null = null) {
    this.notedSeen = noted === null;
  }

  follow(link: Link): void {
    this.checked += 1;
    const what = this.wrongWith(link);
    if (what) this.fault({ sequence: link.sequence, entryId: link.entryId, what });
    if (this.noted?.sequence === link.sequence) this.compareNoted(link);
    // Goes on from what stands there: one changed link is one fault, not the whole rest.
    this.last = { sequence: link.sequence, hash: link.chainHash };
  }

  /** Everything was followed: what the log is like. */
  end(): { checked: number; head: NotedHead | null; faults: Fault[]; faultCount: number } {
    if (!this.notedSeen && this.noted) {
      const { sequence } = this.noted;
      this.notedSeen = true;
      this.fault({
        sequence,
        entryId: '',
        what: `the log ends at ${this.last.sequence}, before the noted head at ${sequence}: its end was cut off`,
      });
    }
    const head = this.last.sequence > 0 ? this.last : null;
    return { checked: this.checked, head, faults: this.faults, faultCount: this.faultCount };
  }

  private wrongWith({ sequence, entryId, digest, chainHash: hash, entry }: Link): string | null {
    const { last } = this;
    if (sequence !== last.sequence + 1)
      return sequence <= last.sequence
        ? `the number comes twice or out of order after ${last.sequence}`
        : `numbers ${last.sequence + 1} to ${sequence - 1} are missing before it`;
    if (chainHash(last.hash, digest) !== hash) return 'its hash does not follow from the row before it and its digest';
    if (!entry) return 'the row it stands for is gone';
    if (entry.id !== entryId) return 'it stands beside another row';
    const now = digestOfRow(entry);
    if (now !== digest) return 'the row was changed after it was chained';
    if (entry.digest !== digest) return 'the digest in the row was changed';
    return null;
  }

  private compareNoted(link: Link): void {
    this.notedSeen = true;
    if (link.chainHash !== this.noted?.hash)
      this.fault({
        sequence: link.sequence,
        entryId: link.entryId,
        what: 'the hash is another than the one that was noted: the log was written anew up to here',
      });
  }

  private fault(fault: Fault): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }
}

const MOST_FAULTS = 20;
