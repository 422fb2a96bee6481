import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** What others say of evidence, and prior learning: somebody above Cleo's manager helps with the draft. */
export function castEvidence({ hour, put, add }: Stage): void {
  add('witness_statement', 'statement', {
    ...{ owner_id: idOf('self'), item_id: idOf('item two'), witness_person_id: idOf('colleague') },
    ...{ witness_email: 'c@example.org', witness_name: 'C', about: 'A', question: 'Q', asked_at: hour() },
    expires_at: hour(48),
  });
  const draft = { submission_id: idOf('draft') };
  put('carried_criterion', {
    ...draft,
    ...{ criterion_id: 'c', from_decision_id: idOf('decision on released'), level: 1, decided_at: hour() },
  });
  put('prior_learning_screen', {
    ...{ person_id: idOf('self'), achievement_version_id: idOf('soldering 2'), answers: [], revision: 1 },
    saved_at: hour(),
  });
  put('mentor_request', {
    ...draft,
    ...{ person_id: idOf('skipManager'), asked_at: hour(), message: '', answered_at: hour(), accepted: true },
  });
  put('prior_learning_mentor', { ...draft, person_id: idOf('skipManager'), since: hour() });
  add('mentor_note', 'mentor note', { ...draft, author_id: idOf('self'), words: 'A', at: hour() });
}
