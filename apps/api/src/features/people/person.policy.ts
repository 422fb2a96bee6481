import type { Viewer } from '../../platform/access/viewer.js';
import { allow } from '../../platform/access/policy.js';
import { dayOf } from '../../platform/access/day.js';
import { Employment } from './employment.entity.js';
import { Person } from './person.entity.js';
import { coversUnit } from './unit-limits.rules.js';

const keeps = (viewer: Viewer, it: Person) => !it.erasedAt && viewer.may('people.manage', { personId: it.id });
const reads = (viewer: Viewer, it: Person) => viewer.may('people.read', { personId: it.id });

allow(
  'read',
  Person,
  (viewer, it) =>
    viewer.isSelf(it.id) || (viewer.may('directory.read') && it.isWithUs(dayOf(viewer))) || reads(viewer, it),
);
allow('seeContact', Person, (viewer, it) => viewer.isSelf(it.id) || viewer.manages(it.id) || reads(viewer, it));
allow('seeNumber', Person, (viewer, it) => viewer.isSelf(it.id) || reads(viewer, it));
// What was and what is planned: a move that is not told yet is nobody else's business.
allow('seeHistory', Person, (viewer, it) => viewer.isSelf(it.id) || viewer.manages(it.id) || reads(viewer, it));
allow('seeRoles', Person, (viewer, it) => viewer.isSelf(it.id) || reads(viewer, it));
// Nobody gives a role to themselves or takes one from themselves: two people see every change of power.
allow('grantRole', Person, (viewer, it) => keeps(viewer, it) && !viewer.isSelf(it.id) && it.isWithUs(dayOf(viewer)));
allow('endRole', Person, (viewer, it) => keeps(viewer, it) && !viewer.isSelf(it.id));
allow('change', Person, keeps);
allow('move', Person, (viewer, it) => keeps(viewer, it) && it.isWithUs(dayOf(viewer)));
// Whoever reaches somebody by one of two jobs keeps that one, and not the other.
allow(
  'correct',
  Employment,
  (viewer, it) =>
    viewer.may('people.manage', { personId: it.personId }) && coversUnit(viewer, 'people.manage', it.orgUnitId),
);
// Nobody shuts themselves out: an installation without its only administrator helps nobody.
allow(
  'recordLeaving',
  Person,
  (viewer, it) => keeps(viewer, it) && !viewer.isSelf(it.id) && it.isWithUs(dayOf(viewer)),
);
allow('undoLeaving', Person, (viewer, it) => keeps(viewer, it) && it.lastDay !== null);
allow('rehire', Person, (viewer, it) => keeps(viewer, it) && !it.isWithUs(dayOf(viewer)));
allow('deactivate', Person, (viewer, it) => keeps(viewer, it) && !viewer.isSelf(it.id) && it.active);
allow('reactivate', Person, (viewer, it) => keeps(viewer, it) && !it.active);

/** What would take over or end a role of theirs, and so is not done over one that reaches further than the own. */
export const OVER_POWER: readonly string[] = [
  'change',
  'recordLeaving',
  'undoLeaving',
  'rehire',
  'deactivate',
  'reactivate',
];
