import type { Actor } from './cast-world.js';

/** Class.action → row → the actors who may, in their order. Whoever does not stand there may not. */
export type Cells = Record<string, Record<string, string>>;

/** A statement under the database role of requests, in somebody's name; `#name#` is the row of that name. */
export interface Attempt {
  by: Actor | 'linkHolder';
  sql: string;
  done: boolean;
}

function tried(sql: string, done: Attempt['by'][], refused: Attempt['by'][]): Attempt[] {
  return [...done.map((by) => ({ by, sql, done: true })), ...refused.map((by) => ({ by, sql, done: false }))];
}

/** What can be written by whom, whatever our code says: something done and something refused for every policy that guards a write. */
export const ATTEMPTS: Attempt[] = [
  ...tried(
    `INSERT INTO person (id, display_name, email, created_at) VALUES (#new#, 'New', 'new@example.org', now())`,
    ['administrator', 'unitAdministrator'],
    ['anonymous', 'colleague', 'auditor', 'designer', 'leaver', 'issuanceAdministrator'],
  ),
  ...tried(
    `UPDATE person SET display_name = 'Other' WHERE id = #self#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator', 'auditor'],
  ),
  ...tried(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, starts_on) VALUES (#new#, #colleague#, 'Welder', #welders#, current_date)`,
    ['administrator', 'unitAdministrator'],
    ['colleague', 'manager', 'otherAdministrator'],
  ),
  ...tried(
    `UPDATE employment SET job_title = 'Boss' WHERE id = #job#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator'],
  ),
  ...tried(
    `INSERT INTO org_unit (id, name, parent_id) VALUES (#new#, 'New', #works#)`,
    ['administrator', 'unitAdministrator'],
    ['colleague', 'otherAdministrator'],
  ),
  ...tried(
    `UPDATE org_unit SET name = 'Other' WHERE id = #welders#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator'],
  ),
  ...tried(
    `INSERT INTO role_grant (id, person_id, role, scope_unit_id, starts_at, origin) VALUES (#new#, #self#, 'ASSESSOR', #welders#, now(), 'PERSON')`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator', 'auditor'],
  ),
  // No further than the own role reaches: neither everywhere, nor the unit above, nor another one.
  ...tried(
    `INSERT INTO role_grant (id, person_id, role, starts_at, origin) VALUES (#new#, #self#, 'ASSESSOR', now(), 'PERSON')`,
    ['administrator'],
    ['unitAdministrator'],
  ),
  ...['company', 'elsewhere'].flatMap((unit) =>
    tried(
      `INSERT INTO role_grant (id, person_id, role, scope_unit_id, starts_at, origin) VALUES (#new#, #self#, 'ASSESSOR', #${unit}#, now(), 'PERSON')`,
      ['administrator'],
      ['unitAdministrator'],
    ),
  ),
  ...tried(
    `INSERT INTO role_grant (id, person_id, role, starts_at, origin) VALUES (#new#, #administrator#, 'AUDITOR', now(), 'PERSON')`,
    [],
    ['administrator'],
  ),
  ...tried(
    `UPDATE role_grant SET ends_at = now() WHERE id = #grant in force#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'designer', 'otherAdministrator'],
  ),
  ...tried(
    `UPDATE role_grant SET ends_at = now() WHERE id = #ASSESSOR of conflictedAssessor#`,
    ['administrator'],
    ['unitAdministrator'],
  ),
  ...tried(`UPDATE role_grant SET ends_at = NULL WHERE id = #ADMINISTRATOR of administrator#`, [], ['administrator']),

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
    `INSERT INTO assessor_qualification (id, achievement_id, person_id, basis, since) VALUES (#new#, #welding#, #colleague#, 'FOUNDER', current_date)`,
    ['designer', 'lead', 'owner'],
    ['colleague', 'hrInScope', 'administrator'],
  ),
  ...tried(
    `INSERT INTO assessor_qualification (id, achievement_id, person_id, basis, since) VALUES (#new#, #soldering#, #colleague#, 'FOUNDER', current_date)`,
    ['designer'],
    ['owner'],
  ),
  ...tried(
    `INSERT INTO assessor_qualification (id, achievement_id, person_id, basis, since) VALUES (#new#, #welding#, #lead#, 'FOUNDER', current_date)`,
    ['designer'],
    ['lead'],
  ),
  ...tried(
    `UPDATE assessor_qualification SET ended_at = now() WHERE id = #qualification of unassignedAssessor#`,
    ['designer', 'lead', 'owner'],
    ['unassignedAssessor', 'colleague'],
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
    `UPDATE share_grant SET views = views + 1 WHERE id = #link#`,
    ['linkHolder'],
    ['anonymous', 'unknownToken', 'colleague'],
  ),
  ...tried(`UPDATE share_grant SET views = 0`, ['linkHolder'], ['anonymous', 'colleague']),

  ...tried(
    `SELECT id FROM credential WHERE id = #credential#`,
    ['self', 'manager', 'linkHolder'],
    ['anonymous', 'unknownToken', 'colleague'],
  ),
  ...tried(
    `UPDATE notification SET read_at = now() WHERE id = #note#`,
    ['self'],
    ['colleague', 'manager', 'administrator'],
  ),
  ...tried(
    `INSERT INTO audit_entry (id, at, actor_id, actor_kind, operation, detail, digest) VALUES (#new#, now(), #self#, 'person', 'x', '{}', '0')`,
    ['self'],
    ['colleague', 'administrator', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO audit_entry (id, at, actor_kind, operation, detail, digest) VALUES (#new#, now(), 'stranger', 'x', '{}', '0')`,
    ['anonymous'],
    ['colleague'],
  ),
  ...tried(
    `INSERT INTO audit_entry (id, at, actor_kind, operation, detail, digest) VALUES (#new#, now(), 'system', 'x', '{}', '0')`,
    [],
    ['anonymous', 'self'],
  ),
  ...tried(`INSERT INTO audit_unchained (entry_id, at) VALUES (#new#, now())`, ['self', 'anonymous'], []),
  ...tried(
    `INSERT INTO domain_event (id, at, type, subject_id, actor_id, payload) VALUES (#new#, now(), 'X', #self#, #self#, '{}')`,
    ['self'],
    ['colleague', 'anonymous'],
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
    `INSERT INTO framework_import (id, about, kind, state, created_at, created_by) VALUES (#new#, '{}', 'CSV', 'READING', now(), #designer#)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague'],
  ),
  ...tried(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     VALUES (#new#, #new#, 'S', 'U', '1', 'DRAFT', 'CC0', 'U', #scale#, now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague'],
  ),
  ...tried(
    `UPDATE skill_framework SET title = 'Other' WHERE state = 'DRAFT'`,
    ['designer'],
    ['owner', 'colleague', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position)
     VALUES (#new#, #skill PUBLISHED#, #framework DRAFT#, 'N', '[]', 1)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...[
    'skill_revision',
    'skill_relation',
    'job_family',
    'job_role',
    'job_role_level',
    'job_role_requirement',
    'job_role_edge',
  ].flatMap((table) =>
    tried(
      `UPDATE ${table} SET id = id WHERE framework_id = #framework DRAFT#`,
      ['designer'],
      ['hrInScope', 'owner', 'colleague', 'anonymous'],
    ),
  ),
  ...tried(
    `INSERT INTO framework_step (id, framework_id, kind, subject, removed, added, made_by, made_at)
     VALUES (#new#, #framework DRAFT#, 'ADD_SKILL', 'S', '{}', '{}', #designer#, now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO framework_step (id, framework_id, kind, subject, removed, added, made_by, made_at)
     VALUES (#new#, #framework DRAFT#, 'ADD_SKILL', 'S', '{}', '{}', #colleague#, now())`,
    [],
    ['designer', 'colleague'],
  ),
  ...tried(`UPDATE framework_step SET undone_at = now()`, ['designer'], ['hrInScope', 'owner', 'colleague']),
  ...tried(
    `INSERT INTO framework_steward (series_id, person_id, named_by, named_at)
     VALUES (#series PUBLISHED#, #colleague#, #designer#, now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO skill_proposal (id, series_id, name, why, evidence, proposed_by, proposed_at, state)
     VALUES (#new#, #series PUBLISHED#, 'N', '', '', #colleague#, now(), 'WAITING')`,
    ['colleague'],
    ['self', 'designer', 'anonymous'],
  ),
  ...tried(
    `UPDATE skill_proposal SET state = 'REFUSED', reason = 'R', decided_by = #designer#, decided_at = now() WHERE id = #wish#`,
    ['designer'],
    ['self', 'hrInScope', 'owner', 'colleague'],
  ),
  ...tried(
    `UPDATE skill_proposal SET state = 'REFUSED', reason = 'R', decided_by = #self#, decided_at = now() WHERE id = #wish#`,
    [],
    ['self', 'designer'],
  ),
  ...tried(
    `INSERT INTO skill_retirement (skill_id, retires_on, reason, retired_by, retired_at)
     VALUES (#skill DRAFT#, current_date, 'R', #designer#, now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(`UPDATE scale_crosswalk SET reason = 'Other'`, ['designer'], ['hrInScope', 'owner', 'colleague']),
  ...tried(
    `INSERT INTO accepted_conversion (id, purpose, person_id, from_skill_id, from_ordinal, to_skill_id, to_ordinal, accepted_by, accepted_at)
     VALUES (#new#, 'STANDING', #colleague#, #skill PUBLISHED#, 2, #skill DRAFT#, 2, #colleague#, now())`,
    ['colleague'],
    ['self', 'designer', 'manager', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO accepted_conversion (id, purpose, from_skill_id, from_ordinal, to_skill_id, to_ordinal, accepted_by, accepted_at)
     VALUES (#new#, 'REQUIREMENT', #skill PUBLISHED#, 2, #skill DRAFT#, 2, #designer#, now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(`UPDATE strategy_note SET title = 'Other'`, ['designer'], ['hrInScope', 'owner', 'colleague']),
  ...tried(
    `INSERT INTO course (id, code, title, state, description, area, topics, duration, support, prerequisites, start_dates, created_at, saved_at)
     VALUES (#new#, 'n', 'N', 'ACTIVE', '', '', '{}', '', '', '', '{}', now(), now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(`UPDATE course SET title = 'Other' WHERE id = #course#`, ['designer'], ['hrInScope', 'owner', 'colleague']),
  ...tried(
    `INSERT INTO course_provider (id, name, kind, quality_assurance, trust, trust_reason, created_at)
     VALUES (#new#, 'N', 'OTHER', '', 'UNCHECKED', '', now())`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague'],
  ),
  ...tried(
    `UPDATE course_provider SET trust = 'TRUSTED' WHERE id = #provider of courses#`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(
    `INSERT INTO course_catalogue (id, name, licence, attribution, created_at) VALUES (#new#, 'N', '', '', now())`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(`UPDATE course_catalogue SET licence = 'CC0'`, ['designer'], ['owner', 'colleague', 'anonymous']),
  ...tried(
    `INSERT INTO course_prerequisite (course_id, required_id) VALUES (#course#, #course two#)`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(`DELETE FROM course_prerequisite`, ['designer'], ['owner', 'colleague', 'anonymous']),
  ...tried(
    `INSERT INTO course_outcome (id, course_id, skill_id, result, position) VALUES (#new#, #course two#, #skill PUBLISHED#, 'NONE', 0)`,
    ['designer'],
    ['owner', 'colleague'],
  ),
  ...tried(`DELETE FROM course_outcome`, ['designer'], ['owner', 'colleague', 'anonymous']),
  ...tried(
    `INSERT INTO course_completion (id, course_id, person_id, completed_on, grade, outcomes, recorded_at)
     VALUES (#new#, #course#, #colleague#, current_date, '', '[]', now())`,
    ['designer'],
    ['colleague', 'manager', 'owner', 'hrInScope'],
  ),
  ...tried(
    `UPDATE course_completion SET withdrawn_at = now(), withdrawn_reason = 'x' WHERE id = #completion#`,
    ['designer'],
    ['self', 'manager', 'owner'],
  ),
  ...tried(
    `INSERT INTO course_feedback (course_id, person_id, content, teaching, usefulness, comment, given_at)
     VALUES (#course two#, #self#, 1, 1, 1, '', now())`,
    ['self'],
    ['colleague', 'designer', 'manager'],
  ),
  ...tried(
    `INSERT INTO course_feedback (course_id, person_id, content, teaching, usefulness, comment, given_at)
     VALUES (#course two#, (SELECT app_person()), 1, 1, 1, '', now())`,
    [],
    ['colleague'],
  ),
  ...tried(`UPDATE course_feedback SET comment = 'Other'`, ['self'], ['colleague', 'manager', 'designer']),
  ...tried(
    `INSERT INTO course_import (id, kind, file_id, file_name, state, columns, mapping, counts, rows, created_at, created_by)
     VALUES (#new#, 'COURSES', #new#, 'c.csv', 'PREVIEWED', '[]', '[]', '{}', '[]', now(), #designer#)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague'],
  ),
  ...tried(`UPDATE course_import SET state = 'APPLIED'`, ['designer'], ['owner', 'colleague']),
  ...tried(
    `INSERT INTO job_role_level_move (framework_id, from_level_id, to_level_id, chosen_by)
     VALUES (#framework DRAFT#, #level 2 PUBLISHED#, #level 2 DRAFT#, #designer#)`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(
    `DELETE FROM job_role_level_move WHERE framework_id = #framework DRAFT#`,
    ['designer'],
    ['hrInScope', 'owner', 'colleague', 'anonymous'],
  ),
  ...tried(`DELETE FROM job_role_level_move WHERE framework_id = #framework PUBLISHED#`, [], ['designer']),
  ...tried(
    `INSERT INTO achievement (id, created_at) VALUES (#new#, now())`,
    ['designer'],
    ['owner', 'hrInScope', 'lead', 'colleague'],
  ),
  ...tried(
    `INSERT INTO studio_version (id, kind, number, state, content, changed_at) VALUES (#new#, 'CERTIFICATE', 1, 'DRAFT', '{}', now())`,
    ['designer'],
    ['owner', 'hrInScope', 'lead', 'colleague', 'anonymous'],
  ),
  ...tried(
    `UPDATE studio_version SET revision = 2 WHERE id = #kit DRAFT#`,
    ['designer'],
    ['owner', 'lead', 'colleague'],
  ),
  ...tried(
    `INSERT INTO brand_image (id, name, kind, width, height, content, created_at) VALUES (#new#, 'l', 'SVG', 1, 1, '', now())`,
    ['designer'],
    ['owner', 'lead', 'colleague', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO badge_template (id, name, slots, created_at, changed_at) VALUES (#new#, 'T', '{}', now(), now())`,
    ['designer'],
    ['owner', 'lead', 'colleague', 'anonymous'],
  ),
  ...tried(
    `UPDATE badge_template SET name = 'Other' WHERE id = #template#`,
    ['designer'],
    ['owner', 'lead', 'colleague'],
  ),
  ...tried(
    'INSERT INTO badge_design (achievement_version_id, changed_at) VALUES (#soldering 3#, now())',
    ['designer'],
    ['owner', 'hrInScope', 'lead', 'colleague'],
  ),
  ...tried(
    'INSERT INTO badge_design (achievement_version_id, changed_at) VALUES (#soldering 2#, now())',
    [],
    ['designer', 'owner'],
  ),
  ...tried(
    `UPDATE badge_design SET revision = 2 WHERE achievement_version_id = #welding 3#`,
    ['designer', 'owner'],
    ['hrInScope', 'lead', 'colleague'],
  ),
  ...tried(
    `UPDATE badge_design SET revision = 2 WHERE achievement_version_id = #welding 2#`,
    [],
    ['designer', 'owner'],
  ),
  ...tried(
    `INSERT INTO struck_badge (achievement_version_id, face, fonts, struck_at) VALUES (#soldering 1#, '{}', '{}', now())`,
    ['designer'],
    ['owner', 'lead', 'colleague', 'anonymous'],
  ),
  ...tried(
    `UPDATE achievement_version SET name = 'Other' WHERE id = #welding 3#`,
    ['designer', 'owner'],
    ['hrInScope', 'lead', 'colleague'],
  ),
  ...tried(`UPDATE achievement_version SET name = 'Other' WHERE id = #soldering 3#`, ['designer'], ['owner']),
  ...tried(
    `INSERT INTO achievement_version SELECT (jsonb_populate_record(it, '{"number": 9, "id": "00000000-0000-4000-9000-999999999999"}')).*
     FROM achievement_version it WHERE id = #soldering 1#`,
    ['designer'],
    ['owner', 'colleague', 'self'],
  ),
  ...tried(
    `INSERT INTO people_import (id, file_id, file_name, state, created_at, created_by, effective_on, missing)
     VALUES (#new#, #new#, 'a.csv', 'READING', now(), #unitAdministrator#, current_date, 'KEEP')`,
    ['unitAdministrator', 'administrator'],
    ['otherAdministrator', 'colleague'],
  ),
  ...tried(
    `UPDATE people_import SET state = 'CANCELLED'`,
    ['unitAdministrator', 'administrator'],
    ['otherAdministrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO identity_provider (id, name, issuer, client_id, enabled, created_at, changed_at) VALUES (#new#, 'N', 'https://new.example.org', 'x', true, now(), now())`,
    ['administrator'],
    ['unitAdministrator', 'colleague', 'anonymous'],
  ),
  ...tried(
    `UPDATE identity_provider SET name = 'Other' WHERE id = #provider on#`,
    ['administrator'],
    ['unitAdministrator', 'colleague', 'anonymous'],
  ),
  ...tried(`SELECT administrator_came_at FROM first_sign_in`, ['self', 'anonymous'], []),
  ...tried(
    `DELETE FROM identity_link WHERE id = #identity#`,
    ['administrator'],
    ['self', 'unitAdministrator', 'colleague'],
  ),
  ...tried(
    `UPDATE sign_in_session SET ended_at = now(), ended_because = 'SIGNED_OUT' WHERE id = #sign-in#`,
    ['self', 'administrator'],
    ['colleague', 'manager', 'unitAdministrator'],
  ),
  ...tried(
    `INSERT INTO scim_client (id, name, created_at) VALUES (#new#, 'Another', now())`,
    ['administrator'],
    ['unitAdministrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO scim_token (id, client_id, digest, prefix, created_at, expires_at)
     VALUES (#new#, #client#, sha256('x'), 'x', now(), now())`,
    ['administrator'],
    ['unitAdministrator', 'colleague'],
  ),
  ...tried(`UPDATE scim_group SET display_name = 'Other'`, ['administrator'], ['unitAdministrator', 'colleague']),
];

/** Whose things these are is Cleo, `self`. Of published things `everybody` means strangers, too: they stand on public pages. */
export const ALLOWED: Cells = {
  'AcceptedConversion.read': {
    conversion: 'self manager',
    'conversion of what is asked': 'designer',
  },
  'AchievementVersion.edit': {
    'soldering 3': 'designer',
    'welding 3': 'designer owner',
  },
  'AchievementVersion.nameFounder': {
    'soldering 2': 'designer lead',
    'soldering 3': 'designer lead',
    'welding 2': 'designer lead owner',
    'welding 3': 'designer lead owner',
  },
  'AchievementVersion.offerAgain': {
    'soldering 1': 'designer',
  },
  'AchievementVersion.publish': {
    'soldering 3': 'designer',
    'welding 3': 'designer owner',
  },
  'AchievementVersion.read': {
    'soldering 1': 'everybody',
    'soldering 2': 'everybody',
    'soldering 3': 'designer',
    'welding 1': 'everybody',
    'welding 2': 'everybody',
    'welding 3': 'designer owner',
  },
  'AchievementVersion.retire': {
    'soldering 2': 'designer',
    'welding 2': 'designer owner',
  },
  'AchievementVersion.seeAssessors': {
    'soldering 1': 'designer lead',
    'soldering 2': 'designer lead',
    'soldering 3': 'designer lead',
    'welding 1': 'designer lead owner',
    'welding 2': 'designer lead owner',
    'welding 3': 'designer lead owner',
  },
  'AchievementVersion.seeCutScore': {
    'soldering 1': 'designer',
    'soldering 2': 'designer',
    'soldering 3': 'designer',
    'welding 1': 'designer owner',
    'welding 2': 'designer owner',
    'welding 3': 'designer owner',
  },
  'AchievementVersion.seeRecord': {
    'soldering 1': 'designer',
    'soldering 2': 'designer',
    'soldering 3': 'designer',
    'welding 1': 'designer owner',
    'welding 2': 'designer owner',
    'welding 3': 'designer owner',
  },
  'AchievementVersion.startNextVersion': {
    'soldering 1': 'designer',
    'soldering 2': 'designer',
    'welding 2': 'designer owner',
  },
  'AssessorQualification.see': {
    'qualification of assignedAssessor': 'assignedAssessor designer lead owner',
    'qualification of conflictedAssessor': 'conflictedAssessor designer lead owner',
    'qualification of formerAssessor': 'formerAssessor designer lead owner',
    'qualification of unassignedAssessor': 'unassignedAssessor designer lead owner',
    'qualification of unitAssessor': 'unitAssessor designer lead owner',
  },
  'AuditEntry.read': {
    act: 'administrator auditor',
  },
  'Award.retry': {
    'award pending': 'owner administrator unitAdministrator issuanceAdministrator',
  },
  'Award.see': {
    'award issued': 'self manager owner administrator unitAdministrator issuanceAdministrator',
    'award pending': 'self manager owner administrator unitAdministrator issuanceAdministrator',
  },
  'Award.seeIssuance': {
    'award issued': 'owner administrator unitAdministrator issuanceAdministrator',
    'award pending': 'owner administrator unitAdministrator issuanceAdministrator',
  },
  'Completion.read': {
    completion: 'self manager designer',
    'completion of another': 'otherManager designer',
    'completion taken back': 'self manager designer',
    'completion two': 'self manager designer',
  },
  'Completion.withdraw': {
    completion: 'designer',
    'completion of another': 'designer',
    'completion two': 'designer',
  },
  'Course.edit': {
    course: 'designer',
    'course two': 'designer',
  },
  'Course.read': {
    course: 'everybody signed in',
    'course two': 'everybody signed in',
  },
  'Course.reinstate': {
    'course two': 'designer',
  },
  'Course.retire': {
    course: 'designer',
  },
  'Course.seeCompletions': {
    course: 'designer',
    'course two': 'designer',
  },
  'CourseFeedback.read': {
    '': 'self',
  },
  'CourseImport.read': {
    'import of courses': 'designer',
  },
  'CourseProvider.edit': {
    'provider of courses': 'designer',
  },
  'CourseProvider.read': {
    'provider of courses': 'everybody signed in',
  },
  'Credential.see': {
    credential: 'self manager',
  },
  'Credential.share': {
    credential: 'self',
  },
  'CriterionClaim.read': {
    'decided, c': 'self',
    'draft, c': 'self',
    'in marking, c': 'self',
    'queued, c': 'self',
    'released, c': 'self',
  },
  'Decision.see': {
    'decision on decided': 'assignedAssessor',
    'decision on released': 'self assignedAssessor',
  },
  'Employment.see': {
    job: 'everybody signed in',
    'job before': 'self manager hrInScope designer administrator unitAdministrator auditor',
    'job of another': 'everybody signed in',
    'job of conflicted': 'everybody signed in',
    'job of manager': 'everybody signed in',
    'job planned': 'self manager hrInScope designer administrator unitAdministrator auditor',
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
    item: 'self',
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
    'draft, item, c': 'self',
    'in marking, item, c': 'self',
    'queued, item, c': 'self',
    'released, item, c': 'self',
  },
  'EvidenceOpening.read': {
    opening: 'self auditor',
  },
  'FrameworkImport.apply': {
    'import of skills': 'designer',
  },
  'FrameworkImport.cancel': {
    'import of skills': 'designer',
  },
  'FrameworkImport.read': {
    'import of skills': 'designer',
  },
  'IdentityProvider.approve': {
    'provider that waits': 'administrator',
  },
  'IdentityProvider.change': {
    'provider off': 'administrator',
    'provider on': 'administrator',
    'provider that waits': 'administrator',
  },
  'IdentityProvider.remove': {
    'provider off': 'administrator',
    'provider on': 'administrator',
    'provider that waits': 'administrator',
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
    'slot of decided': 'assignedAssessor',
    'slot of in marking': 'assignedAssessor formerAssessor unassignedAssessor',
    'slot of queued': 'assignedAssessor formerAssessor unassignedAssessor',
    'slot of released': 'assignedAssessor',
  },
  'Notification.read': {
    note: 'self',
  },
  'OrgUnit.addBelow': {
    company: 'administrator',
    elsewhere: 'administrator otherAdministrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator unitAdministrator',
  },
  'OrgUnit.move': {
    company: 'administrator',
    elsewhere: 'administrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator',
  },
  'OrgUnit.remove': {
    company: 'administrator',
    elsewhere: 'administrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator',
  },
  'OrgUnit.rename': {
    company: 'administrator',
    elsewhere: 'administrator otherAdministrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator unitAdministrator',
  },
  'OrgUnit.see': {
    company: 'everybody signed in',
    elsewhere: 'everybody signed in',
    welders: 'everybody signed in',
    works: 'everybody signed in',
  },
  'PeopleImport.apply': {
    'import of issuance': 'administrator',
    'import of people': 'administrator unitAdministrator',
  },
  'PeopleImport.cancel': {
    'import of issuance': 'administrator',
    'import of people': 'administrator unitAdministrator',
  },
  'PeopleImport.read': {
    'import of issuance': 'administrator',
    'import of people': 'administrator unitAdministrator',
  },
  'Person.change': {
    administrator: 'administrator',
    conflictedAssessor: 'administrator unitAdministrator',
    leaver: 'administrator',
    self: 'administrator unitAdministrator',
    shutOut: 'administrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.deactivate': {
    conflictedAssessor: 'administrator unitAdministrator',
    leaver: 'administrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.endRole': {
    conflictedAssessor: 'administrator unitAdministrator',
    leaver: 'administrator',
    self: 'administrator unitAdministrator',
    shutOut: 'administrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.grantRole': {
    conflictedAssessor: 'administrator unitAdministrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.move': {
    administrator: 'administrator',
    conflictedAssessor: 'administrator unitAdministrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.reactivate': {
    shutOut: 'administrator',
  },
  'Person.read': {
    administrator: 'everybody signed in',
    conflictedAssessor: 'everybody signed in',
    leaver: 'designer administrator auditor',
    self: 'everybody signed in',
    shutOut: 'designer administrator auditor',
    stayed: 'everybody signed in',
  },
  'Person.recordLeaving': {
    conflictedAssessor: 'administrator unitAdministrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.rehire': {
    leaver: 'administrator',
    shutOut: 'administrator',
  },
  'Person.see': {
    administrator: 'everybody signed in',
    conflictedAssessor: 'everybody signed in',
    leaver: 'everybody signed in',
    self: 'everybody signed in',
    shutOut: 'everybody signed in',
    stayed: 'everybody signed in',
  },
  'Person.seeCompletions': {
    administrator: 'designer administrator',
    conflictedAssessor: 'self conflictedAssessor designer',
    leaver: 'designer',
    self: 'self manager designer',
    shutOut: 'designer',
    stayed: 'otherManager designer',
  },
  'Person.seeContact': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'self conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self manager hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'designer administrator auditor',
    stayed: 'otherManager hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeHistory': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'self conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self manager hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'designer administrator auditor',
    stayed: 'otherManager hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeNumber': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'designer administrator auditor',
    stayed: 'hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeRoles': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'designer administrator auditor',
    stayed: 'hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeStandings': {
    administrator: 'administrator',
    conflictedAssessor: 'self conflictedAssessor',
    self: 'self manager',
    stayed: 'otherManager',
  },
  'Person.undoLeaving': {
    leaver: 'administrator',
  },
  'RoleGrant.approve': {
    'grant proposed': 'administrator unitAdministrator',
  },
  'RoleGrant.decline': {
    'grant proposed': 'administrator unitAdministrator',
  },
  'RoleGrant.end': {
    'ADMINISTRATOR of issuanceAdministrator': 'administrator',
    'ADMINISTRATOR of leaver': 'administrator',
    'ADMINISTRATOR of otherAdministrator': 'administrator',
    'ADMINISTRATOR of unitAdministrator': 'administrator',
    'ASSESSMENT_LEAD of lead': 'administrator',
    'ASSESSOR of assignedAssessor': 'administrator',
    'ASSESSOR of conflictedAssessor': 'administrator',
    'ASSESSOR of formerAssessor': 'administrator',
    'ASSESSOR of unassignedAssessor': 'administrator',
    'ASSESSOR of unitAssessor': 'administrator',
    'AUDITOR of auditor': 'administrator',
    'HR_DESIGNER of designer': 'administrator',
    'HR_DESIGNER of hrInScope': 'administrator',
    'HR_DESIGNER of hrOutOfScope': 'administrator',
    'PROGRAMME_OWNER of owner': 'administrator',
    'grant in force': 'administrator unitAdministrator',
  },
  'RoleGrant.see': {
    'ADMINISTRATOR of administrator': 'designer administrator auditor',
    'ADMINISTRATOR of issuanceAdministrator': 'designer administrator issuanceAdministrator auditor',
    'ADMINISTRATOR of leaver': 'designer administrator auditor',
    'ADMINISTRATOR of otherAdministrator': 'designer administrator otherAdministrator auditor',
    'ADMINISTRATOR of unitAdministrator': 'designer administrator unitAdministrator auditor',
    'ASSESSMENT_LEAD of lead': 'designer lead administrator auditor',
    'ASSESSOR of assignedAssessor': 'assignedAssessor designer administrator auditor',
    'ASSESSOR of conflictedAssessor': 'conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    'ASSESSOR of formerAssessor': 'formerAssessor designer administrator auditor',
    'ASSESSOR of unassignedAssessor': 'unassignedAssessor designer administrator auditor',
    'ASSESSOR of unitAssessor': 'unitAssessor designer administrator auditor',
    'AUDITOR of auditor': 'designer administrator auditor',
    'HR_DESIGNER of designer': 'designer administrator auditor',
    'HR_DESIGNER of hrInScope': 'hrInScope designer administrator auditor',
    'HR_DESIGNER of hrOutOfScope': 'hrOutOfScope designer administrator auditor',
    'PROGRAMME_OWNER of owner': 'designer owner administrator auditor',
    'grant in force': 'self hrInScope designer administrator unitAdministrator auditor',
    'grant proposed': 'self hrInScope designer administrator unitAdministrator auditor',
  },
  'ScaleCrosswalk.agree': {
    crosswalk: 'designer',
  },
  'ScaleCrosswalk.edit': {
    crosswalk: 'designer',
    'own crosswalk': 'designer',
  },
  'ScimClient.change': {
    client: 'administrator',
  },
  'ScimClient.see': {
    client: 'administrator',
  },
  'ScimGroup.approve': {
    'group wanted': 'administrator',
  },
  'ScimGroup.decline': {
    'group wanted': 'administrator',
  },
  'ScimGroup.map': {
    group: 'administrator',
    'group wanted': 'administrator',
  },
  'ScimGroup.see': {
    group: 'administrator',
    'group wanted': 'administrator',
  },
  'ShareGrant.see': {
    link: 'self',
  },
  'SignInSession.end': {
    'sign-in': 'self administrator',
  },
  'SkillFramework.edit': {
    'framework DRAFT': 'designer',
  },
  'SkillFramework.publish': {
    'framework DRAFT': 'designer',
  },
  'SkillFramework.read': {
    'framework DRAFT': 'designer',
    'framework PUBLISHED': 'everybody',
  },
  'SkillFramework.startNextVersion': {
    'framework PUBLISHED': 'designer',
  },
  'SkillProposal.decide': {
    wish: 'designer',
  },
  'SkillProposal.read': {
    wish: 'self designer',
    'wish refused': 'self designer',
  },
  'StoredFile.read': {
    'file in copy': 'self assignedAssessor auditor',
    'file kept': 'self',
  },
  'StrategyNote.read': {
    plan: 'designer',
  },
  'Submission.edit': {
    draft: 'self',
  },
  'Submission.read': {
    decided: 'self',
    draft: 'self',
    'in marking': 'self',
    queued: 'self',
    released: 'self',
  },
  'Submission.see': {
    decided: 'self manager assignedAssessor',
    draft: 'self manager',
    'in marking': 'self manager assignedAssessor',
    queued: 'self manager',
    released: 'self manager assignedAssessor auditor',
  },
  'Submission.seeState': {
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
    'draft, item': 'self',
    'in marking, item': 'self',
    'queued, item': 'self',
    'released, item': 'self',
  },
  'SubmissionSnapshot.read': {
    'copy of decided': 'self assignedAssessor',
    'copy of in marking': 'self assignedAssessor formerAssessor',
    'copy of queued': 'self',
    'copy of released': 'self assignedAssessor auditor',
  },
  'SubmissionTransition.see': {
    'step of decided': 'self manager',
    'step of draft': 'self manager',
    'step of in marking': 'self manager',
    'step of queued': 'self manager',
    'step of released': 'self manager',
  },
};
