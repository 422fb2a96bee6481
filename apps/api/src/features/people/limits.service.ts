import type { Permission } from '@assay/access';
import type { Viewer } from '../../platform/access/viewer.js';

/**
 * The limits of a permission as one parameter of a list's predicate: null without any.
 * Together with `coveredBy` it says in SQL what `viewer.may(permission, about)` says about one row.
 */
export function limitsOf(viewer: Viewer, permission: Permission): string | null {
  if (viewer.mayEverywhere(permission)) return null;
  return JSON.stringify(
    viewer.grantsOf(permission).map(({ unitIds, achievementId }) => ({
      units: unitIds && [...unitIds],
      achievement: achievementId,
    })),
  );
}

/** Whether the limits in a parameter cover the row: `coveredBy('$3', { person: 'slot.candidate_id' })`. */
export function coveredBy(parameter: string, row: { person?: string; achievement?: string }): string {
  const person = row.person
    ? `EXISTS (SELECT FROM employment e WHERE e.person_id = ${row.person} AND e.org_unit_id = ANY (held.units)
         AND e.starts_on <= current_date AND (e.ends_on IS NULL OR e.ends_on >= current_date))`
    : 'false';
  return `(${parameter}::jsonb IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(${parameter}::jsonb) AS held (units uuid[], achievement uuid)
    WHERE (held.units IS NULL OR ${person}) AND (held.achievement IS NULL OR held.achievement = ${row.achievement ?? 'NULL'})))`;
}
