import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { PlanComment, PlanReview } from './plan-review.entity.js';

const concerns = (viewer: Viewer, personId: string) =>
  viewer.isSelf(personId) || (viewer.manages(personId) && viewer.may('team.read'));

// Whoever proposes a plan shows it to the line manager by that.
allow('read', PlanReview, (viewer, it) => concerns(viewer, it.personId));
allow('comment', PlanReview, (viewer, it) => it.state !== 'SUPERSEDED' && concerns(viewer, it.personId));
allow(
  'agree',
  PlanReview,
  (viewer, it) => it.state === 'PROPOSED' && viewer.manages(it.personId) && viewer.may('team.read'),
);
allow('read', PlanComment, (viewer, it) => concerns(viewer, it.personId));
