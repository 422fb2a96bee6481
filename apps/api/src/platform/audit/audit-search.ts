import type { Viewer } from '../access/viewer.js';
import { isId } from '../database/id.js';
import { searchPattern } from '../graphql/connection.js';
import type { AuditFilters } from './audit.inputs.js';

/** The rows that filters ask for: one condition for all of them, and ways to reach them, each served by an index of its own. */
export interface AuditSearch {
  /** All of it in one condition. */
  where: string;
  /** The same rows again: each is reached by exactly one of these, and each of these by one index. */
  ways: string[];
  parameters: unknown[];
}

const MOST_WAYS = 12;

/** Turns filters into SQL. Nothing but parameters comes from outside. */
export async function searchOf(viewer: Viewer, filters: AuditFilters): Promise<AuditSearch> {
  const parameters: unknown[] = [];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const all: string[] = [];
  const { actorId, operation, targetId, from, to, outcome, kind } = filters;
  if (actorId) all.push(isId(actorId) ? `entry.actor_id = ${given(actorId)}::uuid` : 'false');
  if (operation) all.push(`entry.operation = ${given(operation)}`);
  if (targetId) all.push(`entry.target = ${given(targetId)}`);
  if (from) all.push(`entry.at >= ${given(from)}::timestamptz`);
  if (to) all.push(`entry.at < ${given(to)}::timestamptz`);
  if (outcome) all.push(`entry.outcome = ${given(outcome)}`);
  if (kind) all.push(`entry.actor_kind = ${given(kind.toLowerCase())}`);
  const every = all.length > 0 ? all.join(' AND ') : 'true';

  const words = filters.search?.trim();
  const pattern = searchPattern(words);
  if (!words || !pattern) return { where: every, ways: [every], parameters };
  if (isId(words)) {
    const id = given(words);
    return {
      where: `${every} AND (entry.target = ${id} OR entry.actor_id = ${id}::uuid)`,
      ways: [
        `${every} AND entry.target = ${id}`,
        `${every} AND entry.actor_id = ${id}::uuid AND entry.target IS DISTINCT FROM ${id}`,
      ],
      parameters,
    };
  }
  const operations = await operationsLike(viewer, pattern);
  const names = `${given(operations)}::text[]`;
  const where = `${every} AND entry.operation = ANY (${names})`;
  // So many of them are most of the log: in order of time the page is soon full.
  if (operations.length > MOST_WAYS) return { where, ways: [where], parameters };
  const ways = operations.map((_name, index) => `${every} AND entry.operation = (${names})[${index + 1}]`);
  return { where, ways, parameters };
}

/** There are few names of operations and many rows: the index is asked for the next name, again and again. */
async function operationsLike(viewer: Viewer, pattern: string): Promise<string[]> {
  const rows = await viewer.tx.query<{ name: string }>(
    `WITH RECURSIVE known AS (
       (SELECT operation AS name FROM audit_entry ORDER BY operation LIMIT 1)
       UNION ALL
       SELECT (SELECT operation FROM audit_entry WHERE operation > known.name ORDER BY operation LIMIT 1) FROM known WHERE known.name IS NOT NULL
     ) SELECT name FROM known WHERE name ILIKE $1`,
    [pattern],
  );
  return rows.map(({ name }) => name);
}
