import { allow } from '../../platform/access/policy.js';
import { Employment } from './employment.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { Person } from './person.entity.js';

// The bare row: history names people who left, too. Who may look somebody up is `read`.
allow('see', Person, (viewer) => viewer.kind === 'person');
allow('see', OrgUnit, (viewer) => viewer.kind === 'person');
// What is so today is in the directory. What was, and what is planned and not told yet, is not.
allow('see', Employment, (viewer, it) => {
  const day = viewer.now.toISOString().slice(0, 10);
  const lasts = it.startsOn <= day && (it.endsOn === null || it.endsOn >= day);
  if (viewer.kind === 'person' && lasts) return true;
  const { personId } = it;
  return viewer.isSelf(personId) || viewer.manages(personId) || viewer.may('people.read', { personId });
});
