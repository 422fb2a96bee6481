import { idOf } from './actors.js';
import type { Stage } from './stage.js';

export function castCourses({ day, hour, put, add }: Stage): void {
  add('course_catalogue', 'catalogue', { name: 'List', licence: 'MIT', attribution: 'Us', created_at: hour() });
  add('course_provider', 'provider of courses', {
    ...{ name: 'College', kind: 'OTHER', quality_assurance: '', trust: 'UNCHECKED', trust_reason: '', revision: 1 },
    created_at: hour(),
  });
  for (const name of ['course', 'course two'])
    add('course', name, {
      ...{
        code: name,
        title: name,
        state: name === 'course' ? 'ACTIVE' : 'RETIRED',
        description: '',
        area: '',
        topics: '{}',
        duration: '',
        support: '',
      },
      ...{ prerequisites: '', start_dates: '{}', source: {}, revision: 1, created_at: hour(), saved_at: hour() },
    });
  put('course_prerequisite', { course_id: idOf('course two'), required_id: idOf('course') });
  add('course_outcome', 'outcome of a course', {
    ...{ course_id: idOf('course'), skill_id: idOf('skill PUBLISHED'), result: 'COMPLETE', position: 0 },
  });
  const completion = (name: string, course: string, person: string, more = {}) =>
    add('course_completion', name, {
      ...{ course_id: idOf(course), person_id: idOf(person), completed_on: day(-30), grade: '', outcomes: [] },
      ...{ recorded_at: hour(), ...more },
    });
  completion('completion', 'course', 'self');
  completion('completion two', 'course two', 'self');
  completion('completion of another', 'course', 'stayed');
  completion('completion taken back', 'course', 'self', { withdrawn_at: hour(), withdrawn_reason: 'Another' });
  add('stored_file', 'file shown', {
    ...{ owner_id: idOf('self'), purpose: 'evidence', name: 'c.png', media_type: 'image/png', bytes: 1, sha256: '1' },
    created_at: hour(),
  });
  const claim = (name: string, course: string, person: string, more = {}) =>
    add('completion_claim', name, {
      ...{ course_id: idOf(course), person_id: idOf(person), completed_on: day(-3), grade: '', note: '' },
      ...{ proof: { kind: 'TEXT', title: 'A' }, state: 'OPEN', claimed_at: hour(), ...more },
    });
  claim('claim', 'course', 'self', { proof: { kind: 'FILE', title: 'A', fileId: idOf('file shown') } });
  claim('claim of the designer', 'course', 'designer');
  claim('claim refused', 'course', 'colleague', {
    ...{ state: 'REFUSED', ended_at: hour(-24), decided_by: idOf('designer'), reason: 'No proof' },
    proof: { kind: 'FILE', title: 'A', fileId: idOf('file kept') },
  });
  put('course_feedback', {
    ...{ course_id: idOf('course'), person_id: idOf('self'), content: 4, teaching: 4, usefulness: 4, comment: 'Good' },
    given_at: hour(),
  });
  add('course_import', 'import of courses', {
    ...{ kind: 'COURSES', file_id: idOf('a file'), file_name: 'courses.csv', state: 'PREVIEWED', columns: [] },
    ...{ mapping: [], counts: {}, rows: [], created_at: hour(), created_by: idOf('designer') },
  });
}
