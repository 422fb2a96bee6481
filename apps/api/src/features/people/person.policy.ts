import { allow } from '../../platform/access/policy.js';
import { Person } from './person.entity.js';

allow('seeContact', Person, (viewer, it) => viewer.isSelf(it.id) || viewer.manages(it.id) || viewer.may('people.read'));
allow('seeRoles', Person, (viewer, it) => viewer.isSelf(it.id) || viewer.may('people.read'));
// Nobody gives a role to themselves or takes one from themselves: two people see every change of power.
allow('grantRole', Person, (viewer, it) => viewer.may('people.manage') && !viewer.isSelf(it.id) && it.active);
allow('endRole', Person, (viewer, it) => viewer.may('people.manage') && !viewer.isSelf(it.id));
