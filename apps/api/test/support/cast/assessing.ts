import { idOf } from './actors.js';
import type { Stage } from './stage.js';

export function castAssessing({ day, hour, put, add }: Stage): void {
  for (const file of ['file in copy', 'file kept'])
    add('stored_file', file, {
      ...{ owner_id: idOf('self'), purpose: 'evidence', name: 'a.png', media_type: 'image/png', bytes: 1, sha256: '0' },
      created_at: hour(),
    });
  put('file_preview', {
    ...{ file_id: idOf('file in copy'), state: 'IMPOSSIBLE', pages: [], page_count: 0, active_content: false },
    made_at: hour(),
  });
  const item = { person_id: idOf('self'), title: 'A', note: '', created_at: hour(), revision: 1 };
  add('evidence_item', 'item', { ...item, kind: 'FILE', file_id: idOf('file in copy') });
  add('evidence_item', 'item two', { ...item, kind: 'TEXT', text: 'Mine too' });
  add('evidence_item', 'item of another', { ...item, person_id: idOf('colleague'), kind: 'TEXT', text: 'Mine' });

  const submission = (name: string, state: string, achievement = 'welding', attempt_no = 1) => {
    add('submission', name, {
      ...{
        person_id: idOf('self'),
        achievement_version_id: idOf(`${achievement} 2`),
        achievement_id: idOf(achievement),
      },
      ...{ attempt_no, state, revision: 1, created_at: hour(), saved_at: hour() },
      submitted_at: state === 'DRAFT' ? null : hour(),
    });
    put('submission_item', { submission_id: idOf(name), item_id: idOf('item'), letter: 'A' });
    put('evidence_link', { submission_id: idOf(name), item_id: idOf('item'), criterion_id: 'c', reflection: 'So' });
    put('criterion_claim', { submission_id: idOf(name), criterion_id: 'c', claimed_level: 1, not_evidenced: false });
    add('submission_transition', `step of ${name}`, {
      ...{ submission_id: idOf(name), at: hour(), from_state: null, to_state: 'DRAFT', actor_id: idOf('self') },
      actor_role: 'CANDIDATE',
    });
  };
  const slot = (of: string, state: string, assessor: string | null, lease: number | null = null) => {
    add('submission_snapshot', `copy of ${of}`, {
      ...{ submission_id: idOf(of), number: 1, taken_at: hour(), digest: '0' },
      content: { items: [{ itemId: idOf('item'), fileId: idOf('file in copy') }], criteria: [] },
    });
    add('marking_slot', `slot of ${of}`, {
      ...{ submission_id: idOf(of), snapshot_id: idOf(`copy of ${of}`), achievement_version_id: idOf('welding 2') },
      ...{ achievement_id: idOf('welding'), achievement_name: 'welding', candidate_id: idOf('self') },
      ...{ candidate_code: 'ABCD', purpose: 'FIRST', state, attempt_no: 1, criteria_count: 1, item_count: 1 },
      ...{ submitted_at: hour(), due_at: hour(), assessor_id: assessor && idOf(assessor), back_in_queue: false },
      lease_until: lease === null ? null : hour(lease),
    });
  };
  const mark = (of: string, by: string) =>
    add('mark', `mark of ${by} on ${of}`, {
      ...{
        slot_id: idOf(`slot of ${of}`),
        assessor_id: idOf(by),
        revision: 1,
        saved_at: hour(),
        criteria: [],
        rules: {},
      },
      seen_letters: [],
    });
  const decision = (of: string, by: string, released: boolean) =>
    add('decision', `decision on ${of}`, {
      ...{
        submission_id: idOf(of),
        sequence: 1,
        cause: 'MARKING',
        mark_id: idOf(`mark of ${by} on ${of}`),
        outcome: 'PASS',
      },
      ...{ score: 1, criteria: [], overall_comment: '', decided_at: hour() },
      ...{ released_at: released ? hour() : null, released_by: released ? idOf(by) : null },
    });
  submission('draft', 'DRAFT', 'soldering');
  submission('queued', 'QUEUED', 'welding', 4);
  slot('queued', 'OPEN', null);
  // Of one achievement only one attempt is open at a time; where this one stands makes no difference to who sees what.
  submission('in marking', 'VOID', 'welding', 3);
  slot('in marking', 'LEASED', 'assignedAssessor', 1);
  mark('in marking', 'assignedAssessor');
  mark('in marking', 'formerAssessor');
  submission('decided', 'CLOSED', 'welding', 2);
  slot('decided', 'HANDED_IN', 'assignedAssessor');
  mark('decided', 'assignedAssessor');
  decision('decided', 'assignedAssessor', false);
  submission('released', 'RELEASED', 'welding', 1);
  slot('released', 'HANDED_IN', 'assignedAssessor');
  mark('released', 'assignedAssessor');
  decision('released', 'assignedAssessor', true);

  // What comes after a mark: others' submissions stand where the own cannot.
  const elsewhere = (name: string, person: string, state: string, held_from: string | null = null) =>
    add('submission', name, {
      ...{ person_id: idOf(person), achievement_version_id: idOf('welding 2'), achievement_id: idOf('welding') },
      ...{ attempt_no: 1, state, held_from, revision: 1, created_at: hour(), saved_at: hour(), submitted_at: hour() },
    });
  elsewhere('held', 'owner', 'ON_HOLD', 'IN_MARKING');
  elsewhere('ready', 'unassignedAssessor', 'READY_FOR_RELEASE');
  add('decision', 'later decision', {
    ...{ submission_id: idOf('decided'), sequence: 9, cause: 'MODERATION', outcome: 'PASS', score: 1, criteria: [] },
    ...{ overall_comment: '', decided_at: hour(), decided_by: idOf('formerAssessor') },
  });
  add('reconciliation', 'reconciliation', {
    ...{ submission_id: idOf('released'), round: 1, state: 'OPEN', criteria: [], saved_at: hour(), opened_at: hour() },
    ...{ first_mark_id: idOf('mark of assignedAssessor on released') },
    ...{ second_mark_id: idOf('mark of assignedAssessor on released') },
    ...{ first_assessor_id: idOf('assignedAssessor'), second_assessor_id: idOf('formerAssessor') },
  });
  add('moderation', 'moderation', {
    ...{ submission_id: idOf('released'), slot_id: idOf('slot of released'), moderator_id: idOf('formerAssessor') },
    ...{ decision_id: idOf('decision on released'), outcome: 'CONFIRMED', reason: '', at: hour() },
  });
  add('submission_hold', 'hold', {
    ...{ submission_id: idOf('released'), candidate_id: idOf('self'), from_at: hour(), until_at: hour(), reason: 'So' },
  });
  add('malpractice_case', 'malpractice', {
    ...{ submission_id: idOf('held'), reason: 'So', state: 'PROPOSED', proposed_by: idOf('lead'), proposed_at: hour() },
  });
  add('release_batch', 'batch', {
    ...{ submission_ids: [idOf('ready')], release_at: hour(48), created_by: idOf('lead'), created_at: hour() },
  });
  const appeal = (name: string, decision: string, state: string) =>
    add('appeal', name, {
      ...{ submission_id: idOf('decided'), candidate_id: idOf('self'), achievement_id: idOf('welding') },
      ...{ decision_id: idOf(decision), grounds: 'BIAS', statement: 'So', state, lodged_at: hour(), due_at: hour(48) },
    });
  appeal('appeal', 'decision on decided', 'LODGED');
  appeal('appeal taken up', 'later decision', 'UNDER_REVIEW');
  add('recall', 'recall', {
    ...{ achievement_id: idOf('welding'), achievement_version_id: idOf('welding 2'), reason: 'So', opened_at: hour() },
    ...{ assessor_id: idOf('assignedAssessor'), since: hour(), until: hour() },
  });
  add('recall_item', 'recalled', {
    ...{
      recall_id: idOf('recall'),
      submission_id: idOf('released'),
      decision_id: idOf('decision on released'),
      state: 'OPEN',
    },
  });

  const award = (name: string, state: string) =>
    add('award', name, {
      ...{
        person_id: idOf('self'),
        achievement_version_id: idOf('welding 2'),
        basis: 'LEGACY',
        basis_id: idOf(`basis of ${name}`),
      },
      ...{ state, awarded_on: hour(), plan: {}, created_at: hour(), attempts: 0 },
    });
  award('award pending', 'PENDING');
  award('award issued', 'ISSUED');
  add('credential', 'credential', {
    ...{
      award_id: idOf('award issued'),
      edition: 1,
      person_id: idOf('self'),
      achievement_version_id: idOf('welding 2'),
    },
    ...{ status: 'ACTIVE', issued_at: hour(), valid_from: hour(), document: '{}', digest: '0' },
  });
  add('credential', 'credential in doubt', {
    ...{
      award_id: idOf('award issued'),
      edition: 2,
      person_id: idOf('self'),
      achievement_version_id: idOf('welding 2'),
    },
    ...{ status: 'ACTIVE', issued_at: hour(), valid_from: hour(), document: '{}', digest: '0' },
  });
  add('credential', 'credential suspended', {
    ...{
      award_id: idOf('award issued'),
      edition: 3,
      person_id: idOf('self'),
      achievement_version_id: idOf('welding 2'),
    },
    ...{ status: 'SUSPENDED', issued_at: hour(), valid_from: hour(), document: '{}', digest: '0' },
  });
  const change = { person_id: idOf('self'), reason: 'So', corrections: [], asked_by: idOf('owner'), asked_at: hour() };
  add('credential_change', 'change done', {
    ...{ ...change, credential_id: idOf('credential'), kind: 'REINSTATE', cause: 'CLEARED', state: 'DONE' },
    ...{ decided_by: idOf('owner'), decided_at: hour(), done_at: hour() },
  });
  add('credential_change', 'change proposed', {
    ...{
      ...change,
      credential_id: idOf('credential in doubt'),
      kind: 'REVOKE',
      cause: 'MALPRACTICE',
      state: 'PROPOSED',
    },
  });
  const lost = { credential_id: idOf('credential'), person_id: idOf('self'), lost: [], opened_at: hour() };
  add('stack_risk', 'stack at risk', { ...lost, state: 'OPEN' });
  add('stack_risk', 'stack complete again', { ...lost, state: 'OVER' });
  add('bulk_correction', 'badges signed again', {
    ...{ state: 'RUNNING', reason: 'Renamed', credential_ids: [idOf('credential')], done: 0, corrected: 0 },
    ...{ passed_over: 0, failed_ids: [], created_at: hour(), created_by: idOf('designer') },
  });
  add('bulk_issue', 'list of badges', {
    ...{ file_id: idOf('a file'), file_name: 'list.csv', state: 'PREVIEWED', columns: [], mapping: [], rows: [] },
    ...{ counts: { rows: 1, create: 1, held: 0, errors: 0 }, created_at: hour(), created_by: idOf('designer') },
  });
  add('bulk_issue', 'list that was given', {
    ...{ file_id: idOf('a file'), file_name: 'list.csv', state: 'AWARDED', columns: [], mapping: [], rows: [] },
    ...{ counts: { rows: 1, create: 1, held: 0, errors: 0 }, created_at: hour(), created_by: idOf('designer') },
  });
  put('credential_reminder', { credential_id: idOf('credential'), days_before: 30, told_at: hour() });
  put('reminder_setting', { only_one: true, days: [90, 30], tells_manager: true, revision: 1 });
  add('share_grant', 'link', {
    credential_id: idOf('credential'),
    token: 'a-token-of-22-letters-',
    views: 0,
    created_at: hour(),
  });
  put('certificate_file', { storage_key: 'ce/0a', credential_id: idOf('credential') });
  put('share_day', { share_grant_id: idOf('link'), day: day(0), kind: 'PAGE', by_name: '', times: 3 });
  put('credential_use', { credential_id: idOf('credential'), day: day(0), kind: 'VIEW', times: 3 });
  add('notification', 'note', {
    ...{ person_id: idOf('self'), kind: 'BADGE_READY', title: 'Ready', body: '', subjects: {}, created_at: hour() },
  });

  put('own_keys', { person_id: idOf('self'), single: false, own: { e: 'x' } });
  put('notification_preference', { person_id: idOf('self'), topic: 'BADGES', rhythm: 'DAILY' });
  for (const state of ['WAITING', 'FAILED'])
    add('mail', `${state.toLowerCase()} mail`, {
      ...{
        kind: 'TEST',
        to_address: 'self@example.org',
        to_person_id: idOf('self'),
        state,
        created_at: hour(),
        attempts: 1,
      },
    });
  put('mail_letter', { mail_id: idOf('waiting mail'), subject: 'Hello', body_text: 'x', body_html: 'x' });
  add('evidence_audit', 'audit', {
    ...{ submission_id: idOf('released'), owner_id: idOf('self'), auditor_id: idOf('auditor'), reason: 'A complaint' },
    ...{ opened_at: hour(-0.5), until: hour(0.4) },
  });
  add('evidence_opening', 'opening', {
    ...{ at: hour(), owner_id: idOf('self'), opener_id: idOf('assignedAssessor'), submission_id: idOf('released') },
    ...{ snapshot_id: idOf('copy of released'), item_id: idOf('item'), how: 'READ', day: day(0) },
  });

  // What no request has any business with; the product itself must still find it.
  put('status_list', { id: 1 });
  put('status_place', { list_id: 1, place: 1, award_id: idOf('award issued') });
  put('credential_subject', { person_id: idOf('self'), subject_id: idOf('subject') });
}
