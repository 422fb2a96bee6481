import { type AuditedRow, chainHash, digestOfRow, type Fault, type NotedHead } from './audit-chain.js';

/** One line of an exported log. Rows that were not chained yet have no number and no hashes of the chain. */
export interface ExportedRow extends AuditedRow {
  sequence: number | null;
  outcome: string;
  digest: string;
  previousHash: string | null;
  chainHash: string | null;
}

export interface ExportedLogReport {
  ok: boolean;
  checked: number;
  head: NotedHead | null;
  faults: Fault[];
  faultCount: number;
  /** Places where numbers are left out, as in an export by filters; what is left out cannot be checked. */
  gaps: number;
  unchained: { count: number; oldest: string | null };
}

/** How an act ended follows from its detail, as in the database. */
export function outcomeOf(detail: unknown): 'DONE' | 'REFUSED' | 'FAILED' {
  if (detail !== null && typeof detail === 'object') {
    if ('failed' in detail) return 'FAILED';
    if ('refused' in detail) return 'REFUSED';
  }
  return 'DONE';
}

/** Follows an exported log line by line: each row against its digest, each digest against its place in the chain. */
export class ExportedLogCheck {
  private last: NotedHead | null = null;
  private readonly faults: Fault[] = [];
  private faultCount = 0;
  private checked = 0;
  private gaps = 0;
  private notedSeen: boolean;
  private readonly unchained = { count: 0, oldest: null as string | null };

  constructor(private readonly noted: NotedHead | null = null) {
    this.notedSeen = noted === null;
  }

  follow(line: string): void {
    if (!line.trim()) return;
    this.checked += 1;
    const row = readRow(line);
    if (!row) return this.fault(this.last?.sequence ?? 0, '', `line ${this.checked} is no row of an audit log`);
    const place = row.sequence ?? (this.last?.sequence ?? 0) + 1;
    if (digestOfRow(row) !== row.digest) this.fault(place, row.id, 'the row was changed after it was exported');
    else if (outcomeOf(row.detail) !== row.outcome)
      this.fault(place, row.id, 'the outcome was changed after it was exported');
    if (row.sequence === null || row.previousHash === null || row.chainHash === null) return this.countUnchained(row);
    this.followChain(row.id, row.sequence, row.previousHash, row.digest, row.chainHash);
  }

  end(): ExportedLogReport {
    if (this.noted && !this.notedSeen)
      this.fault(this.noted.sequence, '', `row ${this.noted.sequence}, the noted head, is not in this file`);
    const { checked, last: head, faults, faultCount, gaps, unchained } = this;
    return { ok: faultCount === 0, checked, head, faults, faultCount, gaps, unchained };
  }

  private followChain(id: string, sequence: number, previous: string, digest: string, hash: string): void {
    const { last } = this;
    if (chainHash(previous, digest) !== hash) this.fault(sequence, id, 'its hash does not follow from its digest');
    if (last && sequence <= last.sequence)
      this.fault(sequence, id, `the number comes twice or out of order after ${last.sequence}`);
    else if (sequence !== (last?.sequence ?? 0) + 1) this.gaps += 1;
    else if (last && previous !== last.hash) this.fault(sequence, id, 'it does not follow the row before it');
    if (this.noted?.sequence === sequence) {
      this.notedSeen = true;
      if (this.noted.hash !== hash) this.fault(sequence, id, 'the hash is another than the one that was noted');
    }
    this.last = { sequence, hash };
  }

  private countUnchained({ at }: ExportedRow): void {
    this.unchained.count += 1;
    if (this.unchained.oldest === null || at < this.unchained.oldest) this.unchained.oldest = at;
  }

  private fault(sequence: number, entryId: string, what: string): void {
    this.faultCount += 1;
    if (this.faults.length < 20) this.faults.push({ sequence, entryId, what });
  }
}

function readRow(line: string): ExportedRow | null {
  try {
    const row = JSON.parse(line) as Partial<ExportedRow> | null;
    const whole = row && typeof row.id === 'string' && typeof row.at === 'string' && typeof row.digest === 'string';
    const hashes = [row?.digest, row?.previousHash, row?.chainHash];
    return whole && hashes.every((each) => each === null || (typeof each === 'string' && /^[0-9a-f]{64}$/.test(each)))
      ? (row as ExportedRow)
      : null;
  } catch {
    return null;
  }
}
