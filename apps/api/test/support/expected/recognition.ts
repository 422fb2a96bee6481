import { type Attempt, type Cells, tried } from './attempt.js';

export const RECOGNITION_ATTEMPTS: Attempt[] = [
  ...tried(
    `INSERT INTO external_credential (id, person_id, state, source, brought_at) VALUES (#new#, #self#, 'CHECKING', 'FILE', now())`,
    ['self'],
    ['colleague', 'manager', 'designer'],
  ),
  ...tried(
    `INSERT INTO external_credential (id, person_id, state, source, brought_at, verdict) VALUES (#new#, #self#, 'CHECKED', 'FILE', now(), 'genuine-and-current')`,
    [],
    ['self', 'designer'],
  ),
  ...tried(
    `UPDATE external_credential SET state = 'SENT', sent_at = now() WHERE id = #badge brought#`,
    ['self'],
    ['colleague', 'manager', 'designer', 'hrInScope'],
  ),
  ...tried(
    `UPDATE external_credential SET state = 'DECIDED', outcome = 'RECOGNISED', decided_by = #self#, decided_at = now() WHERE id = #badge sent#`,
    [],
    ['self'],
  ),
  ...tried(
    `UPDATE external_credential SET state = 'DECIDED', outcome = 'RECOGNISED', decided_by = #designer#, decided_at = now() WHERE id = #badge sent#`,
    ['designer'],
    ['self', 'hrInScope', 'hrOutOfScope', 'owner', 'manager', 'administrator'],
  ),
  ...tried(
    `UPDATE external_credential SET outcome = 'RPL_REQUIRED', decided_by = #designer# WHERE id = #badge recognised#`,
    ['designer'],
    ['self', 'hrOutOfScope', 'owner'],
  ),
  ...tried(
    `DELETE FROM external_credential WHERE id = #badge brought#`,
    ['self'],
    ['colleague', 'designer', 'manager'],
  ),
  ...tried(
    `UPDATE external_credential SET reason = 'x', decided_by = #manager# WHERE id = #badge recognised#`,
    [],
    ['manager'],
  ),
  ...tried(`DELETE FROM external_credential WHERE id = #badge sent#`, [], ['self', 'designer']),
  ...tried(
    `SELECT id FROM external_credential WHERE id = #badge brought#`,
    ['self'],
    ['colleague', 'manager', 'hrInScope', 'designer'],
  ),
  ...tried(
    `SELECT id FROM external_credential WHERE id = #badge sent#`,
    ['self', 'hrInScope', 'designer'],
    ['colleague', 'manager', 'hrOutOfScope', 'owner'],
  ),
  ...tried(
    `SELECT id FROM external_credential WHERE id = #badge recognised#`,
    ['self', 'manager', 'hrInScope', 'designer'],
    ['colleague', 'skipManager', 'hrOutOfScope', 'owner', 'anonymous'],
  ),
];

export const RECOGNITION_ALLOWED: Cells = {
  'ExternalCredential.checkAgain': {
    'badge brought': 'self',
    'badge recognised': 'hrInScope designer',
    'badge sent': 'hrInScope designer',
  },
  'ExternalCredential.decide': {
    'badge recognised': 'hrInScope designer',
    'badge sent': 'hrInScope designer',
  },
  'ExternalCredential.keepAsEvidence': {
    'badge brought': 'self',
    'badge recognised': 'self',
    'badge sent': 'self',
  },
  'ExternalCredential.remove': {
    'badge brought': 'self',
  },
  'ExternalCredential.see': {
    'badge brought': 'self',
    'badge recognised': 'self manager hrInScope designer',
    'badge sent': 'self hrInScope designer',
  },
  'ExternalCredential.send': {
    'badge brought': 'self',
  },
  'ExternalCredential.takeBack': {
    'badge sent': 'self',
  },
};
