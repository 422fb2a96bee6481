import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Cohort, CohortMember } from './cohort.entity.js';
import { Programme } from './programme.entity.js';

/** Whether the viewer is in this cohort; loaded before the rule is asked. */
export const OWN_COHORT = 'own-cohort';

const runs = (viewer: Viewer) => viewer.mayEverywhere('programme.run');

// Which programmes there are is no secret; who is in which cohort is.
allow('read', Programme, (viewer) => viewer.may('achievement.read'));
allow('edit', Programme, runs);
allow('see', Cohort, (viewer, it) => runs(viewer) || viewer.loaded<boolean>(OWN_COHORT, it.id) === true);
allow('run', Cohort, (viewer, it) => runs(viewer) && it.closedAt === null);
allow('reopen', Cohort, (viewer, it) => runs(viewer) && it.closedAt !== null);
allow('see', CohortMember, (viewer, it) => runs(viewer) || (viewer.isSelf(it.personId) && it.leftAt === null));
