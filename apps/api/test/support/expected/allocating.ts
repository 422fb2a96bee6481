import { type Attempt, tried } from './attempt.js';

export const ALLOCATING_ATTEMPTS: Attempt[] = [
  ...tried(
    'UPDATE assessment_setting SET hides_names = false',
    ['lead'],
    ['assignedAssessor', 'administrator', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO conflict_declaration (id, person_id, other_person_id, kind, since)
     VALUES (#new#, (SELECT app_person()), #stayed#, 'FAMILY', now())`,
    ['assignedAssessor', 'lead'],
    ['colleague', 'administrator'],
  ),
  // For oneself only.
  ...tried(
    `INSERT INTO conflict_declaration (id, person_id, other_person_id, kind, since) VALUES (#new#, #formerAssessor#, #stayed#, 'FAMILY', now())`,
    ['formerAssessor'],
    ['assignedAssessor', 'lead'],
  ),
  ...tried(
    'UPDATE conflict_declaration SET ended_at = now() WHERE id = #declaration#',
    ['unitAssessor'],
    ['lead', 'assignedAssessor'],
  ),
  // Without a condition nothing is read, and only the rule for changes itself stands in the way.
  ...tried('UPDATE conflict_declaration SET ended_at = now()', ['unitAssessor'], ['lead', 'assignedAssessor']),
  ...tried(
    `INSERT INTO slot_exclusion (slot_id, person_id, rule, at) VALUES (#slot of queued#, #formerAssessor#, 'capacity', now())`,
    ['formerAssessor', 'lead'],
    ['unassignedAssessor', 'manager', 'administrator'],
  ),
  ...tried(
    `INSERT INTO slot_waiver (slot_id, person_id, rule, reason, by_id, at)
     VALUES (#slot of queued#, #conflictedAssessor#, 'not-report', 'Nobody else', (SELECT app_person()), now())`,
    ['lead'],
    ['assignedAssessor', 'administrator', 'conflictedAssessor'],
  ),
  // In one's own name, and for others.
  ...tried(
    `INSERT INTO slot_waiver (slot_id, person_id, rule, reason, by_id, at)
     VALUES (#slot of queued#, #conflictedAssessor#, 'not-report', 'Nobody else', #designer#, now())`,
    [],
    ['lead'],
  ),
  ...tried(
    `INSERT INTO allocation_run (id, at, kind, seed, rule, inputs, inputs_digest, result, by_id)
     VALUES (#new#, now(), 'ONLINE', 's', 'FAIREST', '{}', '0', '[]', (SELECT app_person()))`,
    ['lead'],
    ['assignedAssessor', 'administrator'],
  ),
  ...tried(
    `INSERT INTO allocation_run (id, at, kind, seed, rule, inputs, inputs_digest, result, by_id)
     VALUES (#new#, now(), 'ONLINE', 's', 'FAIREST', '{}', '0', '[]', #designer#)`,
    [],
    ['lead'],
  ),
  ...tried(
    `INSERT INTO comment_snippet (id, person_id, words, saved_at) VALUES (#new#, #self#, 'x', now())`,
    ['self'],
    ['colleague', 'lead'],
  ),
  ...tried('DELETE FROM comment_snippet', ['assignedAssessor'], ['lead', 'administrator']),
];
