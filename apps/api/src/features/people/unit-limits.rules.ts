import type { Permission } from '@assay/access';
import type { Viewer } from '../../platform/access/viewer.js';

/** Whether a role of the viewer that carries the permission reaches this unit; null stands for the top of the tree. */
export function coversUnit(viewer: Viewer, permission: Permission, unitId: string | null): boolean {
  if (viewer.mayEverywhere(permission)) return true;
  return viewer.grantsOf(permission).some(({ unitIds }) => unitId !== null && unitIds?.has(unitId));
}

/** The units to which the viewer is limited, all that lie below included; null: no limit. */
export function limitsOfUnits(viewer: Viewer, permission: Permission): string[] | null {
  if (viewer.mayEverywhere(permission)) return null;
  return [...new Set(viewer.grantsOf(permission).flatMap(({ unitIds }) => [...(unitIds ?? [])]))];
}

/** Whether two such limits reach the same units, in whatever order. */
export function sameLimits(some: readonly string[] | null, others: readonly string[] | null): boolean {
  if (some === null || others === null) return some === others;
  const units = new Set(some);
  return units.size === new Set(others).size && others.every((id) => units.has(id));
}
