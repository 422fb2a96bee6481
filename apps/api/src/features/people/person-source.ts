import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import type { HeldRole, KnownPerson } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import type { CameAs } from '../../platform/access/sign-in-source.js';
import type { Transaction } from '../../platform/database/transaction.js';

interface GrantRow {
  role: Role;
  unitIds: string[] | null;
  achievementId: string | null;
}

/** Tells the platform who somebody is today: granted roles in date with their limits, and the reports that make a manager. */
@Injectable()
export class PersonSource extends ViewerSource {
  async know(tx: Transaction, personId: string, as: CameAs = 'ACCOUNT'): Promise<KnownPerson | null> {
    if (as === 'CLAIM') return knowLeaver(tx, personId);
    const [row] = await tx.query<{ grants: GrantRow[] | null; reportIds: string[] }>(
      `SELECT
         (SELECT json_agg(json_build_object('role', role, 'achievementId', scope_achievement_id, 'unitIds',
            CASE WHEN scope_unit_id IS NOT NULL THEN (
              WITH RECURSIVE below AS (
                SELECT scope_unit_id AS id
                UNION SELECT unit.id FROM below JOIN org_unit unit ON unit.parent_id = below.id
              ) SELECT json_agg(id) FROM below) END))
          FROM role_grant
          WHERE person_id = person.id AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())) AS grants,
         ARRAY(SELECT DISTINCT person_id FROM employment
               WHERE manager_id = person.id AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)) AS "reportIds"
       FROM person WHERE id = $1 AND app_is_with_us(active, last_day)`,
      [personId],
    );
    if (!row) return null;
    const held: HeldRole[] = [unlimited('EMPLOYEE')];
    if (row.reportIds.length > 0) held.push(unlimited('MANAGER'));
    for (const { role, unitIds, achievementId } of row.grants ?? [])
      held.push({ role, unitIds: unitIds && new Set(unitIds), achievementId });
    return { personId, held, reportIds: row.reportIds, unitsOf: (ids) => unitsOf(tx, ids) };
  }
}

/** They keep what they earned and nothing else; who is taken on again comes in like everybody. */
async function knowLeaver(tx: Transaction, personId: string): Promise<KnownPerson | null> {
  const left = await tx.query('SELECT FROM person WHERE id = $1 AND NOT app_is_with_us(active, last_day)', [personId]);
  if (left.length === 0) return null;
  return { personId, held: [], reportIds: [], unitsOf: async () => new Map(), only: ['credential.hold'] };
}

const unlimited = (role: Role): HeldRole => ({ role, unitIds: null, achievementId: null });

async function unitsOf(tx: Transaction, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ personId: string; unitIds: string[] }>(
    `SELECT person_id AS "personId", array_agg(org_unit_id) AS "unitIds" FROM employment
     WHERE person_id = ANY ($1::uuid[]) AND org_unit_id IS NOT NULL
       AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)
     GROUP BY person_id`,
    [[...personIds]],
  );
  return new Map(rows.map(({ personId, unitIds }) => [personId, unitIds]));
}
