import { SUBMISSION_STATES } from '../../../src/features/submissions/submission.lifecycle.js';
import type { Inventing, Row } from './inventing.js';

/** Which places of judgement there are beside each other on one copy. */
const PURPOSES = [
  [],
  ['FIRST'],
  ['FIRST'],
  ['FIRST', 'SECOND'],
  ['FIRST', 'SECOND', 'THIRD'],
  ['FIRST', 'MODERATION'],
  ['APPEAL'],
];
const SLOT_STATES = ['OPEN', 'OPEN', 'ALLOCATED', 'LEASED', 'LEASED', 'HANDED_IN', 'HANDED_IN', 'CANCELLED'];
const FREE_STATES = ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'];

export function inventAttempts(
  it: Inventing,
  person: string,
  people: string[],
  achievements: { id: string; versionId: string }[],
  evidence: Map<string, Row[]>,
): void {
  for (const { id: achievement, versionId } of achievements) {
    const attempts = it.of([0, 0, 1, 1, 2]);
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const state = attempt < attempts ? it.of(FREE_STATES) : it.of(SUBMISSION_STATES);
      const submission = it.add('submission', {
        ...{ person_id: person, achievement_version_id: versionId, achievement_id: achievement, attempt_no: attempt },
        ...{ state, held_from: state === 'ON_HOLD' ? 'QUEUED' : null, revision: 1 },
        ...{ created_at: it.hour(), saved_at: it.hour(), submitted_at: null },
      });
      const items = (evidence.get(person) ?? []).filter(() => it.chance(0.7));
      parts(it, submission, items);
      it.add('submission_transition', {
        ...{ submission_id: submission, at: it.hour(), from_state: null, to_state: 'DRAFT', actor_id: person },
        actor_role: 'CANDIDATE',
      });
      if (state !== 'DRAFT' || it.chance(0.2))
        judged(it, { person, people, achievement, versionId, submission, attempt }, items);
    }
  }
}

function parts(it: Inventing, submission: string, items: Row[]): void {
  for (const [index, { id }] of items.entries()) {
    it.put('submission_item', { submission_id: submission, item_id: id, letter: 'ABCDEF'[index] });
    if (it.chance(0.7))
      it.put('evidence_link', { submission_id: submission, item_id: id, criterion_id: 'c', reflection: 'So' });
  }
  if (it.chance(0.5))
    it.put('criterion_claim', {
      ...{ submission_id: submission, criterion_id: 'c', claimed_level: null, not_evidenced: false },
    });
}

/** A frozen copy, places of judgement on it in any state, marks of whoever was there, and decisions. */
function judged(
  it: Inventing,
  about: {
    person: string;
    people: string[];
    achievement: string;
    versionId: string;
    submission: string;
    attempt: number;
  },
  items: Row[],
): void {
  const snapshot = it.add('submission_snapshot', {
    ...{ submission_id: about.submission, number: 1, taken_at: it.hour(), digest: '0' },
    content: {
      achievementVersionId: about.versionId,
      declaration: 'Mine',
      items: items.map((item) => ({ itemId: item.id, fileId: item.file_id ?? null })),
      criteria: [],
    },
  });
  const others = about.people.filter((each) => each !== about.person);
  const assessors = assessorsOf(it, about.achievement).filter((each) => each !== about.person);
  const somebody = () => it.of(assessors.length > 0 && it.chance(0.8) ? assessors : others);
  for (const purpose of it.of(PURPOSES)) {
    const state = it.of(SLOT_STATES);
    const assessor = state === 'OPEN' || state === 'CANCELLED' ? null : somebody();
    const slot = it.add('marking_slot', {
      ...{ submission_id: about.submission, snapshot_id: snapshot, achievement_version_id: about.versionId },
      ...{ achievement_id: about.achievement, achievement_name: 'Something', candidate_id: about.person },
      ...{ candidate_code: 'ABCD', purpose, state, attempt_no: about.attempt, criteria_count: 1, item_count: 1 },
      ...{ submitted_at: it.hour(), due_at: it.hour(), assessor_id: assessor, back_in_queue: false },
      ...{ is_blind: it.chance(0.4), held_at: it.chance(0.15) ? it.hour() : null },
      lease_until: state === 'LEASED' ? it.hour(it.of([-1, 1])) : null,
    });
    const markers = new Set([
      ...(assessor && it.chance(0.7) ? [assessor] : []),
      ...(it.chance(0.2) ? [somebody()] : []),
    ]);
    for (const marker of markers) {
      const mark = it.add('mark', {
        ...{ slot_id: slot, assessor_id: marker, revision: 1, saved_at: it.hour(), criteria: [], rules: {} },
        seen_letters: [],
      });
      if (state === 'HANDED_IN' && marker === assessor) decided(it, about.submission, mark, marker);
    }
  }
}

function decided(it: Inventing, submission: string, mark: string, by: string): void {
  const released = it.chance(0.5);
  const sequence = (it.rows.decision ?? []).filter((row) => row.submission_id === submission).length + 1;
  it.add('decision', {
    ...{ submission_id: submission, sequence, cause: 'MARKING', mark_id: mark, outcome: 'PASS', score: 1 },
    ...{ criteria: [], overall_comment: '', decided_at: it.hour() },
    released_at: released ? it.hour() : null,
    released_by: released ? by : null,
  });
}

function assessorsOf(it: Inventing, achievement: string): string[] {
  const qualified = (it.rows.assessor_qualification ?? [])
    .filter((row) => row.achievement_id === achievement)
    .map((row) => row.person_id as string);
  const able = new Set(
    (it.rows.role_grant ?? []).filter(({ role }) => role === 'ASSESSOR').map((row) => row.person_id as string),
  );
  return qualified.filter((id) => able.has(id));
}
