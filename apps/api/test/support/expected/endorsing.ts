import { type Attempt, type Cells, tried } from './attempt.js';

const asked = (
  email: string,
) => `INSERT INTO endorsement (id, credential_id, award_id, holder_id, asked_by, endorser_name, endorser_email, message, asked_at, expires_at, state)
  VALUES (#new#, #credential#, #award issued#, #self#, (SELECT app_person()), 'X', '${email}', '', now(), now() + interval '1 day', 'ASKED')`;

export const ENDORSING_ATTEMPTS: Attempt[] = [
  ...tried(
    asked('x@example.org'),
    ['self', 'designer', 'hrInScope'],
    ['colleague', 'manager', 'hrOutOfScope', 'owner'],
  ),
  ...tried(
    `UPDATE endorsement SET state = 'TAKEN_BACK' WHERE id = #endorsement asked#`,
    ['self', 'designer', 'hrInScope'],
    ['colleague', 'manager', 'hrOutOfScope'],
  ),
  // Without looking for one first: then only the rule of the change stands in between.
  ...tried(`UPDATE endorsement SET state = 'TAKEN_BACK', shown = false`, ['self'], ['colleague', 'manager']),
  // What was answered is not asked any more: nobody takes it back.
  ...tried(`UPDATE endorsement SET state = 'TAKEN_BACK' WHERE id = #endorsement declined#`, [], ['self', 'designer']),
  ...tried(`UPDATE endorsement SET state = 'WITHDRAWN' WHERE id = #endorsement given#`, [], ['self', 'designer']),
  ...tried(
    `UPDATE endorsement SET words = 'Better' WHERE id = #endorsement given#`,
    [],
    ['self', 'designer', 'colleague'],
  ),
  ...tried(
    `SELECT id FROM endorsement WHERE id = #endorsement asked#`,
    ['self', 'colleague', 'designer', 'hrInScope'],
    ['manager', 'hrOutOfScope', 'owner', 'anonymous'],
  ),
  ...tried(
    `SELECT id FROM endorsement WHERE id = #endorsement given#`,
    ['self', 'designer', 'hrInScope'],
    ['colleague', 'manager', 'hrOutOfScope', 'anonymous'],
  ),
];

export const ENDORSING_ALLOWED: Cells = {
  'Endorsement.answer': { 'endorsement asked': 'colleague' },
  'Endorsement.see': {
    'endorsement asked': 'self colleague hrInScope designer',
    'endorsement declined': 'self hrInScope designer',
    'endorsement given': 'self hrInScope designer',
  },
  'Endorsement.show': { 'endorsement given': 'self' },
  'Endorsement.takeBack': { 'endorsement asked': 'self hrInScope designer' },
  'Endorsement.withdraw': { 'endorsement given': 'hrInScope designer' },
  'Credential.askEndorsement': {
    credential: 'self hrInScope designer',
    'credential in doubt': 'self hrInScope designer',
  },
};
