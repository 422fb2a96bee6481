import { type Attempt, type Cells, tried } from './attempt.js';

export const ASSESSING_ATTEMPTS: Attempt[] = [
  ...tried(
    `INSERT INTO stored_file (id, owner_id, purpose, name, media_type, bytes, sha256, created_at)
     VALUES (#new#, #self#, 'evidence', 'a.png', 'image/png', 1, '0', now())`,
    ['self'],
    ['colleague', 'administrator'],
  ),
  ...tried(
    `UPDATE stored_file SET taken_at = now() WHERE id = #file in copy#`,
    ['self'],
    ['assignedAssessor', 'auditor', 'manager'],
  ),
  ...tried(
    `INSERT INTO evidence_item (id, person_id, kind, title, note, text, created_at) VALUES (#new#, #self#, 'TEXT', 'A', '', 'B', now())`,
    ['self'],
    ['colleague', 'administrator'],
  ),
  ...tried(
    `UPDATE evidence_item SET title = 'B' WHERE id = #item#`,
    ['self'],
    ['manager', 'assignedAssessor', 'auditor', 'administrator'],
  ),
  ...tried(
    `INSERT INTO submission (id, person_id, achievement_version_id, achievement_id, attempt_no, state, created_at, saved_at)
     VALUES (#new#, #colleague#, #welding 2#, #welding#, 1, 'DRAFT', now(), now())`,
    ['colleague'],
    ['self', 'administrator'],
  ),
  // Nobody renews what is somebody else's.
  ...tried(
    `INSERT INTO submission (id, person_id, achievement_version_id, achievement_id, attempt_no, state, created_at, saved_at, renews_id)
     VALUES (#new#, #colleague#, #welding 2#, #welding#, 1, 'DRAFT', now(), now(), #award issued#)`,
    [],
    ['colleague'],
  ),
  ...tried(
    `UPDATE submission SET saved_at = now() WHERE id = #draft#`,
    ['self'],
    ['manager', 'colleague', 'administrator'],
  ),
  ...tried(
    `UPDATE submission SET saved_at = now() WHERE id = #in marking#`,
    ['self', 'assignedAssessor'],
    ['unassignedAssessor', 'formerAssessor', 'manager'],
  ),
  ...tried(`UPDATE submission SET saved_at = now() WHERE id = #released#`, ['assignedAssessor'], ['auditor']),
  ...tried(
    `INSERT INTO submission_item (submission_id, item_id, letter) VALUES (#draft#, #item two#, 'B')`,
    ['self'],
    ['colleague', 'manager'],
  ),
  ...tried(
    `INSERT INTO submission_item (submission_id, item_id, letter) VALUES (#queued#, #item two#, 'B')`,
    [],
    ['self'],
  ),
  ...tried(
    `INSERT INTO submission_item (submission_id, item_id, letter) VALUES (#draft#, #item of another#, 'B')`,
    [],
    ['self'],
  ),
  ...tried(
    `INSERT INTO evidence_link (submission_id, item_id, criterion_id, reflection) VALUES (#draft#, #item#, 'd', 'So')`,
    ['self'],
    ['colleague', 'manager'],
  ),
  ...tried(
    `INSERT INTO evidence_link (submission_id, item_id, criterion_id, reflection) VALUES (#queued#, #item#, 'd', 'So')`,
    [],
    ['self'],
  ),
  ...tried(
    `INSERT INTO criterion_claim (submission_id, criterion_id, not_evidenced) VALUES (#draft#, 'd', true)`,
    ['self'],
    ['colleague', 'manager'],
  ),
  ...tried(
    `INSERT INTO criterion_claim (submission_id, criterion_id, not_evidenced) VALUES (#queued#, 'd', true)`,
    [],
    ['self'],
  ),
  ...tried(
    `INSERT INTO submission_snapshot (id, submission_id, number, taken_at, digest, content) VALUES (#new#, #draft#, 1, now(), '0', '{}')`,
    ['self'],
    ['colleague', 'assignedAssessor'],
  ),
  ...tried(
    `INSERT INTO submission_snapshot (id, submission_id, number, taken_at, digest, content) VALUES (#new#, #queued#, 2, now(), '0', '{}')`,
    [],
    ['self'],
  ),
  ...tried(
    `INSERT INTO submission_transition (id, submission_id, at, to_state, actor_id, actor_role)
     VALUES (#new#, #in marking#, now(), 'QUEUED', (SELECT app_person()), 'ASSESSOR')`,
    ['self', 'assignedAssessor'],
    ['colleague', 'manager', 'unassignedAssessor'],
  ),
  ...tried(
    `INSERT INTO submission_transition (id, submission_id, at, to_state, actor_id, actor_role)
     VALUES (#new#, #in marking#, now(), 'QUEUED', #colleague#, 'ASSESSOR')`,
    [],
    ['self', 'assignedAssessor'],
  ),
  ...tried(
    `INSERT INTO marking_slot (id, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id,
       candidate_code, purpose, state, attempt_no, criteria_count, item_count, submitted_at, due_at)
     VALUES (#new#, #draft#, #new#, #soldering 2#, #soldering#, 'x', #self#, 'ABCD', 'FIRST', 'OPEN', 1, 1, 1, now(), now())`,
    ['self'],
    ['colleague', 'unassignedAssessor', 'administrator'],
  ),
  ...tried(
    `UPDATE marking_slot SET state = 'LEASED', assessor_id = (SELECT app_person()), lease_until = now() + interval '1 hour' WHERE id = #slot of queued#`,
    ['unassignedAssessor', 'assignedAssessor'],
    ['conflictedAssessor', 'unitAssessor', 'colleague', 'manager', 'administrator'],
  ),
  ...tried(
    `UPDATE marking_slot SET state = 'LEASED', assessor_id = #formerAssessor#, lease_until = now() + interval '1 hour' WHERE id = #slot of queued#`,
    ['formerAssessor'],
    ['unassignedAssessor'],
  ),
  // Without a condition nothing is read, and only the rule for changes itself stands in the way.
  ...tried(
    `UPDATE marking_slot SET state = 'LEASED', assessor_id = (SELECT app_person()), lease_until = now() + interval '1 hour'`,
    ['unassignedAssessor'],
    ['unitAssessor', 'conflictedAssessor', 'administrator'],
  ),
  ...tried(
    `UPDATE mark SET overall = 'PASS' WHERE id = #mark of assignedAssessor on in marking#`,
    ['assignedAssessor'],
    ['formerAssessor', 'self'],
  ),
  ...tried(
    `UPDATE mark SET overall = 'PASS' WHERE id = #mark of formerAssessor on in marking#`,
    [],
    ['formerAssessor'],
  ),
  ...tried(
    `INSERT INTO decision (id, submission_id, sequence, cause, outcome, score, criteria, overall_comment, decided_at)
     VALUES (#new#, #decided#, 2, 'MARKING', 'PASS', 1, '[]', '', now())`,
    ['assignedAssessor'],
    ['unassignedAssessor', 'self', 'administrator'],
  ),
  ...tried(
    `INSERT INTO decision (id, submission_id, sequence, cause, outcome, score, criteria, overall_comment, decided_at)
     VALUES (#new#, #in marking#, 1, 'MARKING', 'PASS', 1, '[]', '', now())`,
    [],
    ['assignedAssessor'],
  ),
  ...tried(
    `UPDATE decision SET released_at = now(), released_by = #assignedAssessor# WHERE id = #decision on decided#`,
    ['assignedAssessor'],
    ['self', 'owner', 'unassignedAssessor'],
  ),
  ...tried(
    `UPDATE decision SET released_at = now(), released_by = #colleague# WHERE id = #decision on decided#`,
    [],
    ['assignedAssessor'],
  ),
  ...tried(`UPDATE decision SET released_by = released_by`, [], ['self', 'colleague', 'unassignedAssessor']),
  ...tried(
    `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
     VALUES (#new#, #self#, #welding 2#, 'DECISION', #decision on released#, 'PENDING', now(), '{}', now())`,
    ['assignedAssessor'],
    ['self', 'owner', 'administrator', 'unassignedAssessor'],
  ),
  ...tried(
    `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
     VALUES (#new#, #colleague#, #welding 2#, 'DECISION', #decision on released#, 'PENDING', now(), '{}', now())`,
    [],
    ['assignedAssessor'],
  ),
  ...tried(
    `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
     VALUES (#new#, #self#, #welding 2#, 'DECISION', #decision on decided#, 'PENDING', now(), '{}', now())`,
    [],
    ['assignedAssessor'],
  ),
  // It renews what the attempt was begun for, and that one renewed nothing.
  ...tried(
    `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at, renews_id)
     VALUES (#new#, #self#, #welding 2#, 'DECISION', #decision on released#, 'PENDING', now(), '{}', now(), #award issued#)`,
    [],
    ['assignedAssessor'],
  ),
  ...tried(
    `UPDATE award SET attempts = 0 WHERE id = #award pending#`,
    ['owner', 'administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator', 'assignedAssessor'],
  ),
  ...tried(
    `INSERT INTO share_grant (id, credential_id, token, created_at) VALUES (#new#, #credential#, 'another', now())`,
    ['self'],
    ['colleague', 'manager', 'linkHolder'],
  ),
  ...tried(
    `UPDATE share_grant SET revoked_at = now() WHERE id = #link#`,
    ['self'],
    ['colleague', 'manager', 'anonymous'],
  ),
  ...tried(
    `SELECT id FROM share_grant WHERE id = #link#`,
    ['self', 'linkHolder'],
    ['colleague', 'anonymous', 'unknownToken'],
  ),
  ...tried(
    `SELECT times FROM share_day WHERE share_grant_id = #link#`,
    ['self'],
    ['colleague', 'manager', 'linkHolder', 'anonymous'],
  ),
  ...tried(
    `SELECT times FROM credential_use WHERE credential_id = #credential#`,
    ['self'],
    ['colleague', 'manager', 'designer', 'linkHolder', 'anonymous'],
  ),
  ...tried(
    `SELECT id FROM credential WHERE id = #credential#`,
    ['self', 'manager', 'linkHolder', 'hrInScope', 'designer'],
    ['anonymous', 'unknownToken', 'colleague', 'hrOutOfScope', 'administrator'],
  ),
  ...tried(
    `SELECT id FROM credential_change WHERE id = #change proposed#`,
    ['hrInScope', 'designer'],
    ['self', 'manager', 'owner', 'hrOutOfScope', 'administrator', 'colleague'],
  ),
  ...tried(
    `SELECT id FROM credential_change WHERE id = #change done#`,
    ['self', 'hrInScope', 'designer'],
    ['manager', 'owner', 'hrOutOfScope', 'administrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at)
     VALUES (#new#, #credential#, #self#, 'SUSPEND', 'UNDER_REVIEW', 'So', 'DECIDED', #designer#, now(), #designer#, now())`,
    ['designer'],
    ['self', 'owner', 'hrOutOfScope', 'administrator'],
  ),
  ...tried(
    `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at)
     VALUES (#new#, #credential#, #self#, 'REVOKE', 'MALPRACTICE', 'So', 'DECIDED', #designer#, now(), #owner#, now())`,
    [],
    ['designer', 'owner'],
  ),
  ...tried(
    `UPDATE credential_change SET state = 'DECIDED', decided_by = #designer#, decided_at = now() WHERE id = #change proposed#`,
    ['designer'],
    ['self', 'owner', 'hrOutOfScope', 'administrator'],
  ),
  ...tried(
    `INSERT INTO bulk_issue (id, file_id, file_name, state, columns, mapping, counts, rows, created_at, created_by)
     VALUES (#new#, #new#, 'l.csv', 'PREVIEWED', '[]', '[]', '{}', '[]', now(), #designer#)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'administrator'],
  ),
  ...tried(
    `INSERT INTO bulk_correction (id, state, reason, credential_ids, done, corrected, passed_over, failed_ids, created_at, created_by)
     VALUES (#new#, 'RUNNING', 'So', '{}', 0, 0, 0, '{}', now(), #designer#)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'administrator'],
  ),
  ...tried(`UPDATE bulk_issue SET problem = 'Other'`, ['designer'], ['hrInScope', 'owner', 'colleague']),
  // Without a condition nothing is read, and only the rule for changes itself stands in the way.
  ...tried(
    `UPDATE credential_change SET state = 'DECLINED', decided_by = (SELECT app_person()), decided_at = now()`,
    ['designer', 'hrInScope'],
    ['self', 'hrOutOfScope', 'administrator'],
  ),
  ...tried(
    `UPDATE stack_risk SET state = 'KEPT', reason = 'So', decided_by = (SELECT app_person()), decided_at = now()`,
    ['designer', 'hrInScope'],
    ['self', 'owner', 'hrOutOfScope', 'administrator', 'manager'],
  ),
  // In nobody else's name.
  ...tried(
    `UPDATE stack_risk SET state = 'KEPT', reason = 'So', decided_by = #owner#, decided_at = now() WHERE id = #stack at risk#`,
    [],
    ['designer', 'hrInScope'],
  ),
  ...tried(
    `UPDATE credential_change SET state = 'DECLINED', decided_by = #owner#, decided_at = now() WHERE id = #change proposed#`,
    [],
    ['designer', 'hrInScope'],
  ),
  ...tried(
    'UPDATE reminder_setting SET tells_manager = false',
    ['designer'],
    ['self', 'hrInScope', 'administrator', 'lead'],
  ),
  ...tried(
    `INSERT INTO reminder_setting (only_one, days, tells_manager, revision) VALUES (true, '{30}', true, 1) ON CONFLICT DO NOTHING`,
    ['designer'],
    ['self', 'hrInScope', 'administrator', 'lead'],
  ),
  ...tried('DELETE FROM reminder_setting', [], ['designer', 'self']),
  ...tried('SELECT credential_id FROM credential_reminder', [], ['self', 'designer', 'administrator']),
  ...tried(
    `INSERT INTO notification_preference (person_id, topic, rhythm) VALUES (#self#, 'COURSES', 'OFF')`,
    ['self'],
    ['colleague', 'manager', 'administrator'],
  ),
  ...tried(
    `INSERT INTO own_keys (person_id, single, own) VALUES (#self#, true, '{}') ON CONFLICT (person_id) DO UPDATE SET single = false`,
    ['self'],
    ['colleague', 'manager', 'administrator'],
  ),
  // Of whom there are none yet: no row of theirs stands in the way, only that it is not one's own.
  ...tried(
    `INSERT INTO own_keys (person_id, single, own) VALUES (#colleague#, true, '{}')`,
    ['colleague'],
    ['self', 'manager', 'administrator'],
  ),
  ...tried('UPDATE own_keys SET single = true', ['self'], ['colleague', 'administrator']),
  ...tried(
    `UPDATE notification_preference SET rhythm = 'OFF' WHERE person_id = #self#`,
    ['self'],
    ['colleague', 'manager', 'administrator'],
  ),
  ...tried(
    `INSERT INTO mail (id, kind, to_address, state, created_at, attempts) VALUES (#new#, 'TEST', 'x@example.org', 'WAITING', now(), 0)`,
    ['self', 'administrator'],
    [],
  ),
  ...tried(
    `INSERT INTO mail (id, kind, to_address, state, created_at, attempts) VALUES (#new#, 'TEST', 'x@example.org', 'FAILED', now(), 0)`,
    [],
    ['self', 'administrator'],
  ),
  ...tried(
    `INSERT INTO mail_letter (mail_id, subject, body_text, body_html) VALUES (#failed mail#, 'x', 'x', 'x')`,
    ['self', 'administrator'],
    [],
  ),
  ...tried(
    `UPDATE mail SET state = 'WAITING' WHERE id = #failed mail#`,
    ['administrator'],
    ['self', 'manager', 'auditor', 'unitAdministrator'],
  ),
  ...tried(`UPDATE mail SET state = 'FAILED' WHERE id = #failed mail#`, [], ['administrator', 'self']),
  ...tried(`UPDATE mail SET attempts = 0 WHERE id = #waiting mail#`, [], ['administrator', 'self']),
  ...tried(
    `UPDATE notification SET read_at = now() WHERE id = #note#`,
    ['self'],
    ['colleague', 'manager', 'administrator'],
  ),
  ...tried(
    `INSERT INTO evidence_audit (id, submission_id, owner_id, auditor_id, reason, opened_at, until)
     VALUES (#new#, #decided#, #self#, #auditor#, 'A complaint', now(), now() + interval '1 hour')`,
    ['auditor'],
    ['administrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO evidence_audit (id, submission_id, owner_id, auditor_id, reason, opened_at, until)
     VALUES (#new#, #decided#, #self#, #colleague#, 'A complaint', now(), now() + interval '1 hour')`,
    [],
    ['auditor'],
  ),
  ...tried(
    `INSERT INTO evidence_opening (id, at, owner_id, opener_id, submission_id, snapshot_id, item_id, how, day)
     VALUES (#new#, now(), #self#, #unassignedAssessor#, #decided#, #copy of decided#, #item#, 'READ', current_date)`,
    ['unassignedAssessor'],
    ['self', 'colleague', 'auditor'],
  ),
  ...tried(
    'UPDATE reconciliation SET revision = 2 WHERE id = #reconciliation#',
    ['assignedAssessor', 'lead'],
    ['formerAssessor', 'self', 'auditor'],
  ),
  ...tried(
    `INSERT INTO moderation (id, submission_id, slot_id, moderator_id, decision_id, outcome, reason, at)
     VALUES (#new#, #decided#, #slot of decided#, #assignedAssessor#, #decision on decided#, 'CONFIRMED', '', now())`,
    ['assignedAssessor', 'lead'],
    ['formerAssessor', 'self'],
  ),
  ...tried(
    `INSERT INTO submission_hold (id, submission_id, candidate_id, from_at, reason) VALUES (#new#, #queued#, #self#, now(), 'So')`,
    ['lead'],
    ['self', 'assignedAssessor'],
  ),
  ...tried('UPDATE release_batch SET released = 1 WHERE id = #batch#', ['lead'], ['auditor', 'assignedAssessor']),
  ...tried(
    `UPDATE malpractice_case SET state = 'DROPPED' WHERE id = #malpractice#`,
    ['lead'],
    ['colleague', 'auditor'],
  ),
  ...tried(
    `INSERT INTO appeal (id, submission_id, candidate_id, achievement_id, decision_id, grounds, statement, state, lodged_at, due_at)
     VALUES (#new#, #released#, #self#, #welding#, #decision on released#, 'BIAS', 'So', 'LODGED', now(), now())`,
    ['self', 'lead'],
    ['colleague', 'manager'],
  ),
  ...tried(`UPDATE appeal SET state = 'UNDER_REVIEW' WHERE id = #appeal#`, ['lead'], ['self', 'assignedAssessor']),
  ...tried('UPDATE recall SET closed_at = now() WHERE id = #recall#', ['lead'], ['auditor', 'owner']),
  ...tried(`UPDATE recall_item SET state = 'CONFIRMED' WHERE id = #recalled#`, ['lead'], ['self', 'assignedAssessor']),
];

export const ASSESSING_ALLOWED: Cells = {
  'Award.retry': {
    'award pending': 'owner administrator unitAdministrator issuanceAdministrator',
  },
  'Award.see': {
    'award issued': 'self manager hrInScope designer owner administrator unitAdministrator issuanceAdministrator',
    'award pending': 'self manager hrInScope designer owner administrator unitAdministrator issuanceAdministrator',
  },
  'Award.seeIssuance': {
    'award issued': 'owner administrator unitAdministrator issuanceAdministrator',
    'award pending': 'owner administrator unitAdministrator issuanceAdministrator',
  },
  'Credential.correct': {
    credential: 'hrInScope designer',
  },
  'Credential.govern': {
    credential: 'hrInScope designer',
    'credential in doubt': 'hrInScope designer',
    'credential suspended': 'hrInScope designer',
  },
  'Credential.revoke': {
    credential: 'hrInScope designer',
    'credential suspended': 'hrInScope designer',
  },
  'Credential.reinstate': {
    'credential suspended': 'hrInScope designer',
  },
  'Credential.see': {
    credential: 'self manager hrInScope designer',
    'credential in doubt': 'self manager hrInScope designer',
    'credential suspended': 'self manager hrInScope designer',
  },
  'Credential.share': {
    credential: 'self',
    'credential in doubt': 'self',
    'credential suspended': 'self',
  },
  'Credential.suspend': {
    credential: 'hrInScope designer',
  },
  'CredentialChange.confirm': {
    'change proposed': 'hrInScope designer',
  },
  'BulkCorrection.read': { 'badges signed again': 'designer' },
  'BulkIssue.read': { 'list of badges': 'designer', 'list that was given': 'designer' },
  'BulkIssue.undo': { 'list that was given': 'designer' },
  'BulkIssue.apply': { 'list of badges': 'designer' },
  'CredentialChange.decline': {
    'change proposed': 'hrInScope designer',
  },
  'CredentialChange.see': {
    'change done': 'self hrInScope designer',
    'change proposed': 'hrInScope designer',
  },
  'CriterionClaim.read': {
    'decided, c': 'self',
    'draft, c': 'self skipManager',
    'in marking, c': 'self',
    'queued, c': 'self',
    'released, c': 'self',
  },
  'Decision.see': {
    'later decision': 'assignedAssessor lead',
    'decision on decided': 'assignedAssessor lead',
    'decision on released': 'self assignedAssessor lead',
  },
  'EvidenceAudit.look': {
    audit: 'auditor',
  },
  'EvidenceAudit.see': {
    audit: 'self auditor',
  },
  'EvidenceItem.edit': {
    item: 'self',
    'item of another': 'colleague',
    'item two': 'self',
  },
  'EvidenceItem.read': {
    item: 'self skipManager',
    'item of another': 'colleague',
    'item two': 'self',
  },
  'EvidenceItem.remove': {
    item: 'self',
    'item of another': 'colleague',
    'item two': 'self',
  },
  'EvidenceLink.read': {
    'decided, item, c': 'self',
    'draft, item, c': 'self skipManager',
    'in marking, item, c': 'self',
    'queued, item, c': 'self',
    'released, item, c': 'self',
  },
  'EvidenceOpening.read': {
    opening: 'self auditor',
  },
  'Mark.read': {
    'mark of assignedAssessor on decided': 'assignedAssessor',
    'mark of assignedAssessor on in marking': 'assignedAssessor',
    'mark of assignedAssessor on released': 'assignedAssessor',
    'mark of formerAssessor on in marking': 'formerAssessor',
  },
  'MarkingSlot.claim': {
    'slot of queued': 'assignedAssessor formerAssessor unassignedAssessor conflictedAssessor',
  },
  'MarkingSlot.mark': {
    'slot of in marking': 'assignedAssessor',
  },
  'MarkingSlot.putBack': {
    'slot of in marking': 'assignedAssessor',
  },
  'MarkingSlot.release': {
    'slot of decided': 'assignedAssessor',
    'slot of released': 'assignedAssessor',
  },
  'MarkingSlot.see': {
    'slot of decided': 'assignedAssessor lead',
    'slot of in marking': 'assignedAssessor formerAssessor unassignedAssessor lead',
    'slot of queued': 'assignedAssessor formerAssessor unassignedAssessor lead',
    'slot of released': 'assignedAssessor lead',
  },
  'Mail.again': {
    'failed mail': 'administrator',
  },
  'Mail.read': {
    'failed mail': 'administrator',
    'waiting mail': 'administrator',
  },
  'Notification.read': {
    note: 'self',
  },
  'NotificationPreference.read': {
    self: 'self',
  },
  'ShareGrant.see': {
    link: 'self',
  },
  'StoredFile.read': {
    'file in copy': 'self assignedAssessor lead auditor',
    'file kept': 'self',
    'file shown': 'self designer',
  },
  'Submission.edit': {
    draft: 'self',
  },
  'Submission.read': {
    held: 'owner',
    ready: 'unassignedAssessor',
    decided: 'self',
    draft: 'self',
    'in marking': 'self',
    queued: 'self',
    released: 'self',
  },
  'StackRisk.keep': { 'stack at risk': 'hrInScope designer' },
  'StackRisk.read': {
    'stack at risk': 'self hrInScope designer',
    'stack complete again': 'self hrInScope designer',
  },
  'Submission.see': {
    held: 'lead owner',
    ready: 'unassignedAssessor lead',
    decided: 'self manager assignedAssessor lead',
    draft: 'self manager skipManager',
    'in marking': 'self manager assignedAssessor lead',
    queued: 'self manager lead',
    released: 'self manager assignedAssessor lead auditor',
  },
  'Submission.seeState': {
    held: 'owner',
    ready: 'unassignedAssessor',
    decided: 'self manager',
    draft: 'self manager',
    'in marking': 'self manager',
    queued: 'self manager',
    released: 'self manager',
  },
  'Submission.submit': {
    draft: 'self',
  },
  'Submission.withdraw': {
    draft: 'self',
    queued: 'self',
  },
  'SubmissionItem.read': {
    'decided, item': 'self',
    'draft, item': 'self skipManager',
    'in marking, item': 'self',
    'queued, item': 'self',
    'released, item': 'self',
  },
  'SubmissionSnapshot.read': {
    'copy of decided': 'self assignedAssessor lead',
    'copy of in marking': 'self assignedAssessor formerAssessor lead',
    'copy of queued': 'self lead',
    'copy of released': 'self assignedAssessor lead auditor',
  },
  'SubmissionTransition.see': {
    'step of decided': 'self manager',
    'step of draft': 'self manager',
    'step of in marking': 'self manager',
    'step of queued': 'self manager',
    'step of released': 'self manager',
  },
  'Appeal.see': {
    appeal: 'self lead',
    'appeal taken up': 'self lead',
  },
  'Appeal.check': {
    appeal: 'lead',
  },
  'Appeal.askMark': {
    'appeal taken up': 'lead',
  },
  'Appeal.decide': {
    'appeal taken up': 'lead',
  },
  'MalpracticeCase.see': {
    malpractice: 'lead',
  },
  'Moderation.read': {
    moderation: 'assignedAssessor lead',
  },
  'RecallItem.see': {
    recalled: 'lead',
  },
  'RecallItem.askMark': {
    recalled: 'lead',
  },
  'RecallItem.decide': {
    recalled: 'lead',
  },
  'Reconciliation.read': {
    reconciliation: 'assignedAssessor lead',
  },
  'Reconciliation.settle': {
    reconciliation: 'assignedAssessor formerAssessor',
  },
  'Reconciliation.askThird': {
    reconciliation: 'assignedAssessor formerAssessor lead',
  },
  'Reconciliation.adjudicate': {
    reconciliation: 'lead',
  },
  'SubmissionHold.see': {
    hold: 'self lead',
  },
  'Submission.hold': {
    queued: 'lead',
    ready: 'lead',
  },
  'Submission.resume': {
    held: 'lead',
  },
  'Submission.return': {
    queued: 'lead',
  },
  'Submission.askModeration': {
    ready: 'lead',
  },
  'Submission.releaseOutcome': {
    ready: 'lead',
  },
  'Submission.proposeVoid': {
    queued: 'lead',
    ready: 'lead',
    released: 'lead',
    decided: 'lead',
  },
  'Submission.decideVoid': {
    held: 'lead',
  },
};
