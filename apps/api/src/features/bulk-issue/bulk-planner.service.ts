import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { type ColumnChoice, guessColumns, mappingFault } from '../../platform/tables/columns.rules.js';
import { rowsOf, type SheetRow } from '../../platform/tables/sheet-rows.rules.js';
import { ImportSourceService } from '../people/import-source.service.js';
import {
  BULK_COLUMN_NAMES,
  BULK_FIELDS,
  type BulkField,
  bulkNeeds,
  type KnownAchievement,
  type KnownPerson,
  type KnownToBulk,
  planBulk,
  type PlannedRow,
} from './bulk-rows.rules.js';

/** All awards are made in one go, so that a far longer list would hold everybody up. */
const MOST_ROWS = 5_000;
export const MOST_BYTES = 5 * 1024 * 1024;

export interface BulkOrder {
  /** Empty: guessed by the headers. */
  readonly mapping: readonly ColumnChoice[];
  /** What everybody is given; null: each row says. */
  readonly achievementId: string | null;
  readonly givers: readonly string[];
}

export interface BulkPlan {
  readonly columns: { header: string; samples: string[] }[];
  readonly mapping: ColumnChoice[];
  readonly rows: PlannedRow[];
  readonly digest: string;
}

export type UnreadableBulk = { problem: string } & Partial<Pick<BulkPlan, 'columns' | 'mapping'>>;

/** Reads a list and works out what it would give to whom. Nothing is written. */
@Injectable()
export class BulkPlanner {
  constructor(private readonly source: ImportSourceService) {}

  async plan(
    viewer: Viewer,
    file: { name: string; bytes: Buffer },
    order: BulkOrder,
  ): Promise<BulkPlan | UnreadableBulk> {
    if (file.bytes.length > MOST_BYTES) return { problem: 'The file is larger than 5 MB. Part it into several.' };
    const table = await this.source.read(file.name, file.bytes);
    if ('problem' in table) return { problem: table.problem };
    const mapping =
      order.mapping.length > 0 ? [...order.mapping] : guessColumns(table.headers, BULK_FIELDS, BULK_COLUMN_NAMES);
    const columns = table.headers.map((header, at) => ({
      header,
      samples: table.samples.map((row) => (row[at] ?? '').slice(0, 100)).filter((sample) => sample !== ''),
    }));
    const fault = mappingFault(mapping, table.headers, BULK_FIELDS, bulkNeeds(order.achievementId !== null));
    if (fault) return { problem: fault, columns, mapping };
    const sheet = rowsOf(table, mapping, MOST_ROWS);
    if ('problem' in sheet) return { problem: sheet.problem, columns, mapping };
    if (sheet.rows.length === 0) return { problem: 'The file has headers and no rows.', columns, mapping };
    const known = await knownTo(viewer, sheet.rows, order);
    const headerOf = (field: BulkField) => mapping.find((each) => each.field === field)?.header ?? '';
    const rows = planBulk(sheet.rows, known, headerOf);
    return { columns, mapping, rows, digest: digestOf(rows) };
  }
}

/** Two plans with the same digest give the same to the same people. */
const digestOf = (rows: readonly PlannedRow[]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

async function knownTo(viewer: Viewer, rows: readonly SheetRow[], order: BulkOrder): Promise<KnownToBulk> {
  const words = (field: BulkField) => [...new Set(rows.map(({ cells }) => (cells.get(field) ?? '').toLowerCase()))];
  const people = await viewer.tx.query<KnownPerson & { number: string | null; mail: string }>(
    `SELECT id, display_name AS name, lower(person_number) AS number, lower(email) AS mail,
       app_is_with_us(active, last_day) AS "isWithUs" FROM person
     WHERE lower(person_number) = ANY ($1::text[]) OR lower(email) = ANY ($2::text[])`,
    [words('PERSON_NUMBER'), words('EMAIL')],
  );
  const offered = await viewer.tx.query<KnownAchievement & { key: string }>(
    `SELECT DISTINCT ON (lower(name), achievement_id) achievement_id AS id, id AS "versionId", name, lower(name) AS key,
       route = 'COMPLETION' AS "givenOnCompletion", validity_months AS "validityMonths"
     FROM achievement_version WHERE state = 'PUBLISHED' AND (lower(name) = ANY ($1::text[]) OR achievement_id = $2)
     ORDER BY lower(name), achievement_id, number DESC`,
    [words('ACHIEVEMENT'), order.achievementId],
  );
  const held = await viewer.tx.query<{ key: string }>(
    `SELECT DISTINCT award.person_id || ' ' || award.achievement_id AS key FROM award
     LEFT JOIN credential ON credential.award_id = award.id AND credential.superseded_by IS NULL
     WHERE award.person_id = ANY ($1::uuid[]) AND award.achievement_id = ANY ($2::uuid[])
       AND (award.state IN ('PENDING', 'QUARANTINED') OR award.state = 'ISSUED' AND credential.status <> 'REVOKED'
         AND (credential.valid_until IS NULL OR credential.valid_until > $3))`,
    [people.map(({ id }) => id), offered.map(({ id }) => id), viewer.now],
  );
  const person = ({ id, name, isWithUs }: KnownPerson): KnownPerson => ({ id, name, isWithUs });
  return {
    byNumber: new Map(people.flatMap((each) => (each.number ? [[each.number, person(each)]] : []))),
    byMail: new Map(people.map((each) => [each.mail, person(each)])),
    achievements: new Map(offered.map((each) => [each.key, each])),
    chosen: offered.find(({ id }) => id === order.achievementId) ?? null,
    held: new Set(held.map(({ key }) => key)),
    givers: order.givers,
    today: viewer.now.toISOString().slice(0, 10),
  };
}
