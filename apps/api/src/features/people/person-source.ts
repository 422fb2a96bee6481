import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import type { HeldRole, KnownPerson } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import type { CameAs } from '../../platform/access/sign-in-source.js';
import { asEntities } from '../../platform/access/together.js';
import { isId } from '../../platform/database/id.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Person } from './person.entity.js';

interface GrantRow {
  role: Role;
  unitIds: string[] | null;
  achievementId: string | null;
}

interface PersonRow {
  isWithUs: boolean;
  grants: GrantRow[] | null;
  reportIds: string[];
  self: ObjectLiteral;
}

/** Tells the platform who somebody is today: granted roles in date with their limits, and the reports that make a manager. */
@Injectable()
export class PersonSource extends ViewerSource {
  asks(personId: string): string {
    if (!isId(personId)) throw new Error('not a person id');
    return `SELECT * FROM app_who_is('${personId}')`;
  }

  known(tx: Transaction, personId: string, rows: readonly object[], as: CameAs): KnownPerson | null {
    const [row] = rows as readonly PersonRow[];
    if (!row || row.isWithUs !== (as === 'ACCOUNT')) return null;
    // They keep what they earned and nothing else; who is taken on again comes in like everybody.
    if (as === 'CLAIM')
      return { personId, held: [], reportIds: [], unitsOf: async () => new Map(), only: ['credential.hold'] };
    const held: HeldRole[] = [unlimited('EMPLOYEE')];
    if (row.reportIds.length > 0) held.push(unlimited('MANAGER'));
    for (const { role, unitIds, achievementId } of row.grants ?? [])
      held.push({ role, unitIds: unitIds && new Set(unitIds), achievementId });
    const brings = asEntities(tx, Person, [row.self]).map((value) => ({ name: 'person', id: personId, value }));
    return { personId, held, reportIds: row.reportIds, unitsOf: (ids) => unitsOf(tx, ids), brings };
  }
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
