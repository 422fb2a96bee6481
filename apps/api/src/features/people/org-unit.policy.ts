import { allow } from '../../platform/access/policy.js';
import { OrgUnit } from './org-unit.entity.js';
import { coversUnit } from './unit-limits.rules.js';

allow('addBelow', OrgUnit, (viewer, it) => coversUnit(viewer, 'people.manage', it.id));
allow('rename', OrgUnit, (viewer, it) => coversUnit(viewer, 'people.manage', it.id));
// Where a unit goes, and what is left behind, is also the business of the unit above it.
allow('move', OrgUnit, (viewer, it) => coversUnit(viewer, 'people.manage', it.parentId));
allow('remove', OrgUnit, (viewer, it) => coversUnit(viewer, 'people.manage', it.parentId));
