import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isWithin, stateOf } from './role-grant.rules.js';
import { RoleGrant } from './role-grant.entity.js';

/** Over this grant: over its person, and within the limits of the viewer's own power. */
const mayManage = (viewer: Viewer, it: RoleGrant) =>
  viewer.may('people.manage', { personId: it.personId }) &&
  isWithin(
    viewer.grantsOf('people.manage').map(({ unitIds }) => unitIds),
    it.scopeUnitId,
  );
const isOfOthers = (viewer: Viewer, it: RoleGrant) => !viewer.isSelf(it.personId);
const isBySomebodyElse = (viewer: Viewer, it: RoleGrant) => it.grantedBy === null || !viewer.isSelf(it.grantedBy);
const waits = (viewer: Viewer, it: RoleGrant) => stateOf(it, viewer.now) === 'PROPOSED';
const goesOn = (viewer: Viewer, it: RoleGrant) => ['PLANNED', 'IN_FORCE'].includes(stateOf(it, viewer.now));

allow(
  'see',
  RoleGrant,
  (viewer, it) => viewer.isSelf(it.personId) || viewer.may('people.read', { personId: it.personId }),
);
// Two people see every change of power: neither whom it is for nor who asked for it agrees to it.
allow(
  'approve',
  RoleGrant,
  (viewer, it) => waits(viewer, it) && mayManage(viewer, it) && isOfOthers(viewer, it) && isBySomebodyElse(viewer, it),
);
// Who asked for it may take it back.
allow('decline', RoleGrant, (viewer, it) => waits(viewer, it) && mayManage(viewer, it) && isOfOthers(viewer, it));
allow('end', RoleGrant, (viewer, it) => goesOn(viewer, it) && mayManage(viewer, it) && isOfOthers(viewer, it));
