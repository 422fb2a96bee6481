import { TypeMetadataStorage } from '@nestjs/graphql';
import type { Viewer } from '../access/viewer.js';
import { newId } from '../database/id.js';
import { digestOfRow, momentOf } from './audit-chain.js';

/** One act, as the audit log keeps it: who, what, to which thing, how it ended. Never contents. */
export interface AuditedAct {
  operation: string;
  target: string | null;
  /** `refused` or `failed` with a word say that it was not done; `by` names who acted when that is no person. */
  detail: Record<string, unknown>;
}

/**
 * Writes one audit row in the viewer's transaction: done together, or not at all. Mutations of the GraphQL API leave theirs
 * by themselves; everything else that changes something calls this. What was refused or failed while its transaction is
 * taken back goes through `AuditApart`.
 */
export async function audit(viewer: Pick<Viewer, 'kind' | 'personId' | 'now' | 'tx'>, act: AuditedAct): Promise<void> {
  const { operation, target, detail } = act;
  const row = {
    id: newId(),
    at: momentOf(viewer.now),
    actorId: viewer.personId,
    actorKind: viewer.kind,
    operation,
    target,
    // As the database will give it back.
    detail: JSON.parse(JSON.stringify(detail)) as unknown,
  };
  await viewer.tx.query(
    `INSERT INTO audit_entry (id, at, actor_id, actor_kind, operation, target, detail, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.at, row.actorId, row.actorKind, operation, target, JSON.stringify(row.detail), digestOfRow(row)],
  );
}

const UUID = /^[0-9a-f-]{36}$/i;
/** A client secret may look like an id or an enum word. */
const SECRET = /secret|password|token/i;

let words: ReadonlySet<string> | null = null;

/** The words of the schema's enums. A name or a reason may be written in capitals, too, and the log forgets nothing. */
function enumWords(): ReadonlySet<string> {
  words ??= new Set(
    TypeMetadataStorage.getEnumsMetadata().flatMap(({ ref }) => Object.values(ref as object) as string[]),
  );
  return words;
}

/** What the log may keep of an operation's arguments: ids, numbers, switches and enum words; texts only by their length. */
export function withoutContents(value: unknown): unknown {
  if (typeof value === 'string')
    return UUID.test(value) || enumWords().has(value) ? value : `${value.length} characters`;
  if (Array.isArray(value)) return value.length > 20 ? `${value.length} items` : value.map(withoutContents);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        SECRET.test(key) && typeof inner === 'string' ? `${inner.length} characters` : withoutContents(inner),
      ]),
    );
  return value;
}
