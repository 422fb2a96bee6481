import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { PeopleImport } from './people-import.entity.js';

const concerns = (viewer: Viewer, it: PeopleImport) =>
  viewer.mayEverywhere('people.manage') || (viewer.may('people.manage') && viewer.isSelf(it.createdBy));

allow('read', PeopleImport, concerns);
allow(
  'apply',
  PeopleImport,
  (viewer, it) => concerns(viewer, it) && it.state === 'PREVIEWED' && it.counts.errors === 0,
);
allow(
  'cancel',
  PeopleImport,
  (viewer, it) => concerns(viewer, it) && ['READING', 'PREVIEWED', 'FAILED'].includes(it.state),
);
