import { type Attempt, type Cells, tried } from './attempt.js';

const statement = (item: string, owner: string) =>
  `INSERT INTO witness_statement (id, owner_id, item_id, witness_email, witness_name, about, question, asked_at, expires_at)
   VALUES (#new#, #${owner}#, #${item}#, 'w@example.org', 'W', 'A', 'Q', now(), now() + interval '1 day')`;
const carried = (submission: string) =>
  `INSERT INTO carried_criterion (submission_id, criterion_id, from_decision_id, level, decided_at)
   VALUES (#${submission}#, 'd', #decision on released#, 1, now())`;
const request = (submission: string, person: string) =>
  `INSERT INTO mentor_request (submission_id, person_id, asked_at, message) VALUES (#${submission}#, #${person}#, now(), '')`;
const note = (author: string, submission = 'draft') =>
  `INSERT INTO mentor_note (id, submission_id, author_id, words, at) VALUES (#new#, #${submission}#, #${author}#, 'A', now())`;

export const EVIDENCE_ATTEMPTS: Attempt[] = [
  ...tried(statement('item', 'self'), ['self'], ['colleague', 'manager']),
  ...tried(statement('item of another', 'self'), [], ['self']),
  ...tried(
    `UPDATE witness_statement SET revoked_at = now() WHERE id = #statement#`,
    ['self'],
    ['colleague', 'manager'],
  ),
  ...tried(carried('draft'), ['self'], ['colleague', 'skipManager']),
  ...tried(carried('queued'), [], ['self']),
  ...tried(
    `INSERT INTO prior_learning_screen (person_id, achievement_version_id, saved_at) VALUES (#self#, #welding 2#, now())`,
    ['self'],
    ['colleague', 'administrator'],
  ),
  ...tried(`UPDATE prior_learning_screen SET saved_at = now() WHERE person_id = #self#`, ['self'], ['manager']),
  ...tried(request('draft', 'colleague'), ['self'], ['manager', 'skipManager']),
  ...tried(request('queued', 'colleague'), [], ['self']),
  ...tried(request('draft', 'self'), [], ['self']),
  ...tried(note('self'), ['self'], ['manager', 'skipManager']),
  ...tried(note('skipManager'), ['skipManager'], ['self']),
  ...tried(note('self', 'queued'), [], ['self']),
];

export const EVIDENCE_ALLOWED: Cells = {
  'CarriedCriterion.read': { 'draft, c': 'self skipManager' },
  'MentorNote.read': { 'mentor note': 'self skipManager' },
  'MentorRequest.read': { 'draft, skipManager': 'self skipManager' },
  'PriorLearningMentor.read': { 'draft, skipManager': 'self skipManager' },
  'PriorLearningScreen.read': { self: 'self' },
  'Submission.mentor': { draft: 'skipManager' },
  'WitnessStatement.answer': { statement: 'colleague' },
  'WitnessStatement.read': { statement: 'self colleague' },
};
