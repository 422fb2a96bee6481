import { allow } from '../../platform/access/policy.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { Submission } from './submission.entity.js';
import { isEditable, mayMove } from './submission.lifecycle.js';

// A library is private: no role opens it. Assessors see the frozen copy of what was handed in.
allow('read', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));
allow('edit', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));
allow('remove', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));

allow('read', Submission, (viewer, it) => viewer.isSelf(it.personId));
// The line manager knows that something is under way and where it stands, never what is in it.
allow('seeState', Submission, (viewer, it) => viewer.isSelf(it.personId) || viewer.manages(it.personId));
allow('edit', Submission, (viewer, it) => viewer.isSelf(it.personId) && isEditable(it.state));
allow('submit', Submission, (viewer, it) => viewer.isSelf(it.personId) && isEditable(it.state));
allow(
  'withdraw',
  Submission,
  (viewer, it) => viewer.isSelf(it.personId) && mayMove(it.state, 'WITHDRAWN', 'CANDIDATE'),
);
