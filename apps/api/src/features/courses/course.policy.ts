import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Person } from '../people/person.entity.js';
import { Completion } from './completion.entity.js';
import { Course } from './course.entity.js';
import { CourseFeedback } from './course-feedback.entity.js';
import { CourseImport } from './course-import.entity.js';
import { CourseProvider } from './course-provider.entity.js';

const keeps = (viewer: Viewer) => viewer.mayEverywhere('course.manage');
const reads = (viewer: Viewer) => viewer.may('achievement.read');

// The catalogue is the same for all of the organisation.
allow('read', Course, reads);
allow('read', CourseProvider, reads);
allow('edit', Course, keeps);
allow('retire', Course, (viewer, it) => keeps(viewer) && it.state === 'ACTIVE');
allow('reinstate', Course, (viewer, it) => keeps(viewer) && it.state === 'RETIRED');
allow('seeCompletions', Course, keeps);
allow('edit', CourseProvider, keeps);
allow('read', CourseImport, keeps);

allow(
  'read',
  Completion,
  (viewer, it) =>
    viewer.isSelf(it.personId) || (viewer.manages(it.personId) && viewer.may('team.read')) || keeps(viewer),
);
allow('withdraw', Completion, (viewer, it) => keeps(viewer) && it.withdrawnAt === null);
allow(
  'seeCompletions',
  Person,
  (viewer, it) => viewer.isSelf(it.id) || (viewer.manages(it.id) && viewer.may('team.read')) || keeps(viewer),
);
// What somebody says of a course others meet in means of five and more, and without a name.
allow('read', CourseFeedback, (viewer, it) => viewer.isSelf(it.personId));
