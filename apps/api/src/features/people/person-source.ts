import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import type { Transaction } from '../../platform/database/transaction.js';

/** Tells the platform who somebody is today: granted roles in date, and the reports that make a manager. */
@Injectable()
export class PersonSource extends ViewerSource {
  async know(tx: Transaction, personId: string): Promise<KnownPerson | null> {
    const [row] = await tx.query<{ roles: Role[]; reportIds: string[] }>(
      `SELECT
         ARRAY(SELECT DISTINCT role FROM role_grant
               WHERE person_id = person.id AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())) AS roles,
         ARRAY(SELECT DISTINCT person_id FROM employment
               WHERE manager_id = person.id AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)) AS "reportIds"
       FROM person WHERE id = $1 AND active`,
      [personId],
    );
    if (!row) return null;
    const roles: Role[] = ['EMPLOYEE', ...row.roles];
    if (row.reportIds.length > 0) roles.push('MANAGER');
    return { personId, roles, reportIds: row.reportIds };
  }
}
