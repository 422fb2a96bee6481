import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { StackRisk } from './stack-risk.entity.js';

const keeps = (viewer: Viewer, { personId }: StackRisk) => viewer.may('credential.govern', { personId });

allow('read', StackRisk, (viewer, it) => viewer.isSelf(it.personId) || keeps(viewer, it));
// Nobody decides about their own.
allow('keep', StackRisk, (viewer, it) => it.state === 'OPEN' && !viewer.isSelf(it.personId) && keeps(viewer, it));
