import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/viewer.js';
import { ChainCheck, digestOfRow, type Fault, type NotedHead } from './audit-chain.js';
import { ExportedLogCheck, type ExportedLogReport } from './exported-log.js';
import { streamed } from '../database/streamed.js';
import { ROW_COLUMNS, type StoredAuditRow } from './audit-rows.js';

/** What a check of the whole log found. */
export interface AuditReport {
  ok: boolean;
  checked: number;
  head: NotedHead | null;
  faults: Fault[];
  faultCount: number;
  /** Rows that wait for the sequencer. */
  unchained: { count: number; oldest: Date | null };
}

type StoredLink = { sequence: string; entryId: string; linkDigest: string; chainHash: string } & StoredAuditRow;

/** Recomputes everything that the audit log says of itself. */
@Injectable()
export class AuditCheckService {
  async check(viewer: Viewer, noted: NotedHead | null): Promise<AuditReport> {
    const chain = new ChainCheck(noted);
    const links = streamed<StoredLink>(
      viewer,
      `SELECT link.sequence, link.entry_id AS "entryId", link.digest AS "linkDigest", link.chain_hash AS "chainHash", ${ROW_COLUMNS}
       FROM audit_chain link LEFT JOIN audit_entry entry ON entry.id = link.entry_id ORDER BY link.sequence`,
    );
    for await (const link of links)
      chain.follow({
        sequence: Number(link.sequence),
        entryId: link.entryId,
        digest: link.linkDigest,
        chainHash: link.chainHash,
        entry: link.id === null ? null : link,
      });
    const { faults, faultCount, ...rest } = chain.end();
    const beside = await this.besideTheChain(viewer, rest.head?.sequence ?? 0);
    return {
      ...rest,
      ok: faultCount + beside.length === 0,
      faults: [...faults, ...beside],
      faultCount: faultCount + beside.length,
      unchained: await this.waiting(viewer),
    };
  }

  /** An exported file, without any database. */
  async checkFile(path: string, noted: NotedHead | null): Promise<ExportedLogReport> {
    const check = new ExportedLogCheck(noted);
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
      check.follow(line);
    return check.end();
  }

  async waiting(viewer: Viewer): Promise<AuditReport['unchained']> {
    const [row] = await viewer.tx.query<{ count: number; oldest: Date | null }>(
      'SELECT count(*)::int AS count, min(at) AS oldest FROM audit_unchained',
    );
    return { count: row?.count ?? 0, oldest: row?.oldest ?? null };
  }

  /** Rows that came in without the log's own way, and waiting ones whose digest is wrong already. */
  private async besideTheChain(viewer: Viewer, sequence: number): Promise<Fault[]> {
    const found: Fault[] = [];
    const rows = streamed<StoredAuditRow & { waits: boolean }>(
      viewer,
      `SELECT ${ROW_COLUMNS}, EXISTS (SELECT FROM audit_unchained waiting WHERE waiting.entry_id = entry.id) AS waits
       FROM audit_entry entry WHERE NOT EXISTS (SELECT FROM audit_chain link WHERE link.entry_id = entry.id) ORDER BY entry.at, entry.id`,
    );
    for await (const row of rows) {
      const what = !row.waits
        ? 'a row was put in that neither stands in the chain nor waits for it'
        : digestOfRow(row) === row.digest
          ? null
          : 'a row that waits to be chained was changed';
      if (what && found.length < MOST_TOLD) found.push({ sequence: sequence + 1, entryId: row.id, what });
    }
    return found;
  }
}

const MOST_TOLD = 20;
