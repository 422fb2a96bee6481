import { type Attempt, type Cells, tried } from './attempt.js';

export const COURSES_ATTEMPTS: Attempt[] = [
  ...tried(
    `INSERT INTO course (id, code, title, state, description, area, topics, duration, support, prerequisites, start_dates, created_at, saved_at)
     VALUES (#new#, 'n', 'N', 'ACTIVE', '', '', '{}', '', '', '', '{}', now(), now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(`UPDATE course SET title = 'Other' WHERE id = #course#`, ['designer'], ['hrInScope', 'owner', 'colleague']),
  ...tried(
    `INSERT INTO course_provider (id, name, kind, quality_assurance, trust, trust_reason, created_at)
     VALUES (#new#, 'N', 'OTHER', '', 'UNCHECKED', '', now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague'],
  ),
  ...tried(
    `UPDATE course_provider SET trust = 'TRUSTED' WHERE id = #provider of courses#`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(
    `INSERT INTO course_catalogue (id, name, licence, attribution, created_at) VALUES (#new#, 'N', '', '', now())`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(`UPDATE course_catalogue SET licence = 'CC0'`, ['designer'], ['owner', 'colleague', 'anonymous']),
  ...tried(
    `INSERT INTO course_prerequisite (course_id, required_id) VALUES (#course#, #course two#)`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(`DELETE FROM course_prerequisite`, ['designer'], ['owner', 'colleague', 'anonymous']),
  ...tried(
    `INSERT INTO course_outcome (id, course_id, skill_id, result, position) VALUES (#new#, #course two#, #skill PUBLISHED#, 'NONE', 0)`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(`DELETE FROM course_outcome`, ['designer'], ['owner', 'colleague', 'anonymous']),
  ...tried(
    `INSERT INTO course_completion (id, course_id, person_id, completed_on, grade, outcomes, recorded_at)
     VALUES (#new#, #course#, #colleague#, current_date, '', '[]', now())`,
    ['designer'],
    ['colleague', 'manager', 'owner', 'hrInScope'],
  ),
  ...tried(
    `UPDATE course_completion SET withdrawn_at = now(), withdrawn_reason = 'x' WHERE id = #completion#`,
    ['designer'],
    ['self', 'manager', 'owner'],
  ),
  ...tried(
    `INSERT INTO completion_claim (id, course_id, person_id, completed_on, grade, note, proof, state, claimed_at)
     VALUES (#new#, #course two#, #self#, current_date, '', '', '{}', 'OPEN', now())`,
    ['self'],
    ['colleague', 'designer', 'manager', 'anonymous'],
  ),
  // What was said is not decided as it is said.
  ...tried(
    `INSERT INTO completion_claim (id, course_id, person_id, completed_on, grade, note, proof, state, claimed_at, ended_at, decided_by, completion_id)
     VALUES (#new#, #course two#, #self#, current_date, '', '', '{}', 'ACCEPTED', now(), now(), #designer#, #completion two#)`,
    [],
    ['self', 'designer'],
  ),
  ...tried(
    `UPDATE completion_claim SET state = 'WITHDRAWN', ended_at = now() WHERE id = #claim#`,
    ['self'],
    ['designer', 'colleague', 'manager'],
  ),
  ...tried(
    `UPDATE completion_claim SET state = 'ACCEPTED', ended_at = now(), decided_by = #designer#, completion_id = #completion# WHERE id = #claim#`,
    ['designer'],
    ['self', 'colleague', 'manager', 'owner', 'hrInScope'],
  ),
  // Nobody decides about their own, and nothing is decided twice.
  ...tried(
    `UPDATE completion_claim SET state = 'ACCEPTED', ended_at = now(), decided_by = #manager#, completion_id = #completion# WHERE id = #claim of the designer#`,
    [],
    ['designer', 'self'],
  ),
  ...tried(
    `UPDATE completion_claim SET state = 'ACCEPTED', reason = NULL, completion_id = #completion# WHERE id = #claim refused#`,
    [],
    ['designer', 'colleague'],
  ),
  ...tried(
    `INSERT INTO course_feedback (course_id, person_id, content, teaching, usefulness, comment, given_at)
     VALUES (#course two#, #self#, 1, 1, 1, '', now())`,
    ['self'],
    ['colleague', 'designer', 'manager'],
  ),
  ...tried(
    `INSERT INTO course_feedback (course_id, person_id, content, teaching, usefulness, comment, given_at)
     VALUES (#course two#, (SELECT app_person()), 1, 1, 1, '', now())`,
    [],
    ['colleague'],
  ),
  ...tried(`UPDATE course_feedback SET comment = 'Other'`, ['self'], ['colleague', 'manager', 'designer']),
  ...tried(
    `INSERT INTO course_import (id, kind, file_id, file_name, state, columns, mapping, counts, rows, created_at, created_by)
     VALUES (#new#, 'COURSES', #new#, 'c.csv', 'PREVIEWED', '[]', '[]', '{}', '[]', now(), #designer#)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague'],
  ),
  ...tried(`UPDATE course_import SET state = 'APPLIED'`, ['designer'], ['owner', 'colleague']),
];

export const COURSES_ALLOWED: Cells = {
  'Completion.read': {
    completion: 'self manager designer',
    'completion of another': 'otherManager designer',
    'completion taken back': 'self manager designer',
    'completion two': 'self manager designer',
  },
  'Completion.withdraw': {
    completion: 'designer',
    'completion of another': 'designer',
    'completion two': 'designer',
  },
  'CompletionClaim.decide': {
    claim: 'designer',
  },
  'CompletionClaim.read': {
    claim: 'self designer',
    'claim of the designer': 'designer',
    'claim refused': 'colleague designer',
  },
  'CompletionClaim.withdraw': {
    claim: 'self',
    'claim of the designer': 'designer',
  },
  'Course.edit': {
    course: 'designer',
    'course two': 'designer',
  },
  'Course.read': {
    course: 'everybody signed in',
    'course two': 'everybody signed in',
  },
  'Course.reinstate': {
    'course two': 'designer',
  },
  'Course.retire': {
    course: 'designer',
  },
  'Course.seeCompletions': {
    course: 'designer',
    'course two': 'designer',
  },
  'CourseFeedback.read': {
    self: 'self',
  },
  'CourseImport.read': {
    'import of courses': 'designer',
  },
  'CourseProvider.edit': {
    'provider of courses': 'designer',
  },
  'CourseProvider.read': {
    'provider of courses': 'everybody signed in',
  },
};
