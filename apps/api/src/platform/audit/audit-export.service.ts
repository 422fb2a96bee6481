import { Injectable } from '@nestjs/common';
import { LongAnswers } from '../access/long-answers.js';
import type { Viewer } from '../access/viewer.js';
import { csvLine } from '../export/spreadsheet-safe.js';
import type { AuditFilters } from './audit.inputs.js';
import { AuditActors } from './audit-actors.js';
import { type ExportedRow, outcomeOf } from './exported-log.js';
import { inOneLine } from './audit-log.service.js';
import { streamed } from '../database/streamed.js';
import { ROW_COLUMNS, type StoredAuditRow } from './audit-rows.js';
import { searchOf } from './audit-search.js';

type Found = Pick<ExportedRow, 'previousHash' | 'chainHash'> & { sequence: string | null } & StoredAuditRow;

const COLUMNS = [
  'number',
  'time',
  'actor',
  'actor kind',
  'actor id',
  'operation',
  'target',
  'outcome',
  'detail',
  'row id',
  'digest',
  'chain hash',
];

/** The audit log as a file, in the order of the chain; a handful of rows in memory, however long it is. */
@Injectable()
export class AuditExportService {
  constructor(
    private readonly actors: AuditActors,
    private readonly answers: LongAnswers,
  ) {}

  /** With names and safe for spreadsheets: for reading. */
  async *csv(personId: string | null, filters: AuditFilters): AsyncGenerator<string> {
    yield csvLine(COLUMNS);
    const names = new Map<string, string>();
    yield* this.lines(personId, filters, async (viewer, row) => {
      const name = row.actorId === null ? null : await this.nameOf(viewer, row.actorId, names);
      const { sequence, at, actorKind, actorId, operation, target, detail, id, digest, chainHash } = row;
      const number = sequence === null ? null : Number(sequence);
      const words = inOneLine((detail ?? {}) as Record<string, unknown>);
      return csvLine([
        number,
        at,
        name,
        actorKind,
        actorId,
        operation,
        target,
        outcomeOf(detail),
        words,
        id,
        digest,
        chainHash,
      ]);
    });
  }

  /** With everything that the hashes cover and nothing else, so that `audit verify FILE` can follow them. */
  jsonLines(personId: string | null, filters: AuditFilters): AsyncGenerator<string> {
    return this.lines(personId, filters, (_viewer, { sequence, ...row }) => {
      const line: ExportedRow = {
        ...row,
        sequence: sequence === null ? null : Number(sequence),
        outcome: outcomeOf(row.detail),
      };
      return Promise.resolve(`${JSON.stringify(line)}\n`);
    });
  }

  /** In a transaction of its own: the request's was committed with the row that says that somebody took the log along. */
  private lines(
    personId: string | null,
    filters: AuditFilters,
    lineOf: (viewer: Viewer, row: Found) => Promise<string>,
  ): AsyncGenerator<string> {
    return this.answers.text(personId, async function* (viewer) {
      const { where, parameters } = await searchOf(viewer, filters);
      const rows = streamed<Found>(
        viewer,
        `SELECT link.sequence, ${ROW_COLUMNS}, link.chain_hash AS "chainHash",
           CASE WHEN link.sequence = 1 THEN repeat('0', 64) ELSE previous.chain_hash END AS "previousHash"
         FROM audit_entry entry LEFT JOIN audit_chain link ON link.entry_id = entry.id
           LEFT JOIN audit_chain previous ON previous.sequence = link.sequence - 1
         WHERE ${where}
         ORDER BY link.sequence NULLS LAST, entry.at, entry.id`,
        parameters,
      );
      for await (const row of rows) yield await lineOf(viewer, row);
    });
  }

  private async nameOf(viewer: Viewer, id: string, known: Map<string, string>): Promise<string> {
    const name = known.get(id) ?? (await this.actors.of(viewer, [id])).get(id) ?? id;
    known.set(id, name);
    return name;
  }
}
