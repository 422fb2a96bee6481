import { createHash } from 'node:crypto';
import type { Viewer } from '../access/viewer.js';
import { newId } from '../database/id.js';

/** One act, as the audit log keeps it: who, what, to which thing, how it ended. Never contents. */
export interface AuditedAct {
  operation: string;
  target: string | null;
  detail: Record<string, unknown>;
}

/** Writes one audit row in the viewer's transaction. The digest covers the row, so that an edited row can be found. */
export async function audit(viewer: Viewer, act: AuditedAct): Promise<void> {
  const row = [
    newId(),
    viewer.now.toISOString(),
    viewer.personId,
    viewer.kind,
    act.operation,
    act.target,
    JSON.stringify(act.detail),
  ];
  const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
  await viewer.tx.query(
    `INSERT INTO audit_entry (id, at, actor_id, actor_kind, operation, target, detail, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...row, digest],
  );
}

const UUID = /^[0-9a-f-]{36}$/i;
const WORD = /^[A-Z][A-Z_]*$/;

/** What the log may keep of an operation's arguments: ids, numbers, switches and enum words; texts only by their length. */
export function withoutContents(value: unknown): unknown {
  if (typeof value === 'string') return UUID.test(value) || WORD.test(value) ? value : `${value.length} characters`;
  if (Array.isArray(value)) return value.length > 20 ? `${value.length} items` : value.map(withoutContents);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutContents(inner)]));
  return value;
}
