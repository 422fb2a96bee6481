import type { Inventing } from './inventing.js';

/** What others say of evidence, and prior learning: screens, and who is asked to help, helps or helped. */
export function inventHelp(it: Inventing, people: string[]): void {
  const othersThan = (person: unknown) => people.filter((each) => each !== person);
  for (const { id: item_id, person_id: owner_id } of it.rows.evidence_item ?? [])
    if (it.chance(0.4))
      it.add('witness_statement', {
        ...{ owner_id, item_id, witness_person_id: it.maybe(othersThan(owner_id), 0.8), witness_name: 'W' },
        ...{ witness_email: 'w@example.org', about: 'A', question: 'Q', asked_at: it.hour(), expires_at: it.hour() },
        revoked_at: it.chance(0.2) ? it.hour() : null,
        ...(it.chance(0.3) ? { answered_at: it.hour(), answer: 'DECLINED', answered_by: 'LINK', digest: '0' } : {}),
      });
  for (const { id: submission_id, person_id, achievement_version_id } of it.rows.submission ?? []) {
    const decision = it.rows.decision?.[0];
    if (decision && it.chance(0.2))
      it.put('carried_criterion', {
        ...{ submission_id, criterion_id: 'c', from_decision_id: decision.id, level: 1, decided_at: it.hour() },
      });
    const screened = (it.rows.prior_learning_screen ?? []).some(
      (row) => row.person_id === person_id && row.achievement_version_id === achievement_version_id,
    );
    if (!screened && it.chance(0.2))
      it.put('prior_learning_screen', {
        ...{ person_id, achievement_version_id, answers: [], revision: 1, saved_at: it.hour() },
      });
    if (it.chance(0.4)) mentored(it, submission_id as string, it.of(othersThan(person_id)));
    if (it.chance(0.2)) it.add('mentor_note', { submission_id, author_id: person_id, words: 'A', at: it.hour() });
  }
}

function mentored(it: Inventing, submission_id: string, person_id: string): void {
  const answered = it.chance(0.7);
  it.put('mentor_request', {
    ...{ submission_id, person_id, asked_at: it.hour(), message: '' },
    answered_at: answered ? it.hour() : null,
    accepted: answered ? it.chance(0.7) : null,
  });
  if (it.chance(0.6))
    it.put('prior_learning_mentor', {
      ...{ submission_id, person_id, since: it.hour(), ended_at: it.chance(0.3) ? it.hour() : null },
    });
}
