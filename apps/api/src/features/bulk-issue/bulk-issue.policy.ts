import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { BulkIssue } from './bulk-issue.entity.js';

// A list is about anybody; whoever keeps the badges of some units only gives and takes them one by one.
const keeps = (viewer: Viewer) => viewer.mayEverywhere('credential.govern');

allow('read', BulkIssue, keeps);
allow(
  'apply',
  BulkIssue,
  (viewer, it) => keeps(viewer) && it.state === 'PREVIEWED' && it.counts.errors === 0 && it.counts.create > 0,
);
allow('undo', BulkIssue, (viewer, it) => keeps(viewer) && it.state === 'AWARDED');
