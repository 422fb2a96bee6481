import type { Inventing } from './inventing.js';

const SETTLED = { settled_how: 'AGREED' };

/** What follows a mark, on whatever submission it falls: differing marks, moderation, holds, cases, appeals, recall. */
export function inventAfterTheMark(it: Inventing, people: string[]): void {
  for (const row of it.rows.submission ?? []) {
    const submission = { submission_id: row.id, candidate_id: row.person_id as string };
    const others = people.filter((each) => each !== submission.candidate_id);
    const by = () => it.of(others);
    if (it.chance(0.15))
      it.add('submission_hold', {
        ...submission,
        ...{ from_at: it.hour(), until_at: it.chance(0.5) ? it.hour() : null, reason: 'So', held_by: by() },
      });
    if (it.chance(0.1))
      it.add('malpractice_case', {
        ...{ submission_id: row.id, reason: 'So', proposed_by: by(), proposed_at: it.hour() },
        state: it.of(['PROPOSED', 'DROPPED']),
      });
  }
  if (it.chance(0.5))
    it.add('release_batch', {
      ...{ submission_ids: [], release_at: it.hour(), created_by: it.of(people), created_at: it.hour() },
    });
  for (const slot of it.rows.marking_slot ?? []) judgedTogether(it, slot, people);
  for (const decision of it.rows.decision ?? []) objectedTo(it, decision, people);
}

/** Two marks that differ, and what a moderator made of a decision. */
function judgedTogether(it: Inventing, slot: Record<string, unknown>, people: string[]): void {
  const marks = (it.rows.mark ?? []).filter((mark) => mark.slot_id === slot.id);
  const [mark] = marks;
  const submission_id = slot.submission_id as string;
  const reconciled = (it.rows.reconciliation ?? []).some((row) => row.submission_id === submission_id);
  if (mark && !reconciled && it.chance(0.4)) {
    const settled = it.chance(0.4);
    it.add('reconciliation', {
      ...{ submission_id, round: 1, criteria: [], saved_at: it.hour(), opened_at: it.hour() },
      ...{ first_mark_id: mark.id, second_mark_id: (marks[1] ?? mark).id },
      ...{ first_assessor_id: mark.assessor_id, second_assessor_id: it.of(people) },
      ...(settled ? { ...SETTLED, state: 'SETTLED', settled_at: it.hour() } : { state: it.of(['OPEN', 'THIRD_MARK']) }),
    });
  }
  const decision = (it.rows.decision ?? []).find((row) => row.submission_id === submission_id);
  if (decision && it.chance(0.3))
    it.add('moderation', {
      ...{ submission_id, slot_id: slot.id, moderator_id: it.of(people), decision_id: decision.id },
      ...{ outcome: it.of(['CONFIRMED', 'ADJUSTED', 'SENT_BACK']), reason: '', at: it.hour() },
    });
}

/** An appeal against a decision, and the recall of others that it led to. */
function objectedTo(it: Inventing, decision: Record<string, unknown>, people: string[]): void {
  const submission = (it.rows.submission ?? []).find(({ id }) => id === decision.submission_id);
  if (!submission) return;
  const { id: submission_id, person_id: candidate_id, achievement_id, achievement_version_id } = submission;
  const about = { submission_id, decision_id: decision.id };
  if (it.chance(0.4))
    it.add('appeal', {
      ...{ ...about, candidate_id, achievement_id, grounds: 'BIAS', statement: 'So' },
      ...{ state: it.of(['LODGED', 'UNDER_REVIEW', 'DISMISSED']), lodged_at: it.hour(), due_at: it.hour() },
    });
  if (!it.chance(0.3)) return;
  const recall_id = it.add('recall', {
    ...{ achievement_id, achievement_version_id, assessor_id: it.of(people), reason: 'So', opened_at: it.hour() },
    ...{ since: it.hour(), until: it.hour() },
  });
  it.add('recall_item', { ...about, recall_id, state: it.of(['OPEN', 'CONFIRMED']) });
}
