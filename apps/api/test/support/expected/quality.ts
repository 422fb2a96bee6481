import { type Attempt, type Cells, tried } from './attempt.js';

const QUALIFIED = 'assignedAssessor formerAssessor unassignedAssessor conflictedAssessor unitAssessor';

export const QUALITY_ATTEMPTS: Attempt[] = [
  ...tried(
    'INSERT INTO assessor_profile (person_id, capacity, saved_at) VALUES (#formerAssessor#, 3, now())',
    ['formerAssessor', 'lead'],
    ['assignedAssessor', 'auditor'],
  ),
  ...tried(
    'UPDATE assessor_profile SET capacity = 3 WHERE person_id = #assignedAssessor#',
    ['assignedAssessor', 'lead'],
    ['formerAssessor', 'auditor'],
  ),
  ...tried(
    `INSERT INTO assessor_leave (id, person_id, starts_on, ends_on, reason, added_at)
     VALUES (#new#, #formerAssessor#, current_date, current_date, '', now())`,
    ['formerAssessor', 'lead'],
    ['assignedAssessor', 'auditor'],
  ),
  ...tried(
    `INSERT INTO assessor_application (id, achievement_id, person_id, kind, message, asked_at, asked_by)
     VALUES (#new#, #welding#, #manager#, 'APPLIED', '', now(), #manager#)`,
    ['manager'],
    ['colleague', 'lead'],
  ),
  ...tried(
    `INSERT INTO assessor_application (id, achievement_id, person_id, kind, message, asked_at, asked_by)
     VALUES (#new#, #welding#, #manager#, 'INVITED', '', now(), #lead#)`,
    ['lead'],
    ['manager', 'auditor', 'designer'],
  ),
  ...tried(
    `UPDATE assessor_application SET answer = 'ACCEPTED', answered_at = now(), answered_by = #lead# WHERE id = #application#`,
    ['lead'],
    ['colleague', 'auditor'],
  ),
  ...tried(
    `UPDATE assessor_application SET answer = 'ACCEPTED', answered_at = now(), answered_by = #self# WHERE id = #invitation#`,
    ['self'],
    ['lead', 'colleague'],
  ),
  // Without a condition nothing is read, and only the rule for changes itself stands in the way.
  ...tried(
    `UPDATE assessor_application SET answer = 'DECLINED', answered_at = now(), answered_by = (SELECT app_person())`,
    ['lead', 'self', 'colleague'],
    ['manager', 'auditor'],
  ),
  ...tried(
    `INSERT INTO qualification_event (id, qualification_id, achievement_id, at, actor_id, kind, reason)
     VALUES (#new#, #qualification of unassignedAssessor#, #welding#, now(), #lead#, 'STATE', 'So')`,
    ['lead'],
    ['unassignedAssessor', 'auditor'],
  ),
  ...tried(
    `INSERT INTO exemplar (id, achievement_id, achievement_version_id, title, items, made_at, made_by, saved_at)
     VALUES (#new#, #welding#, #welding 2#, 'B', '[]', now(), #lead#, now())`,
    ['lead'],
    ['assignedAssessor', 'owner', 'auditor'],
  ),
  ...tried(
    'UPDATE definitive_mark SET agreed_at = now(), agreed_by = #lead# WHERE exemplar_id = #new exemplar#',
    ['lead'],
    ['owner', 'unassignedAssessor'],
  ),
  ...tried(
    `INSERT INTO calibration_round (id, achievement_id, achievement_version_id, name, exemplar_ids, needed, tolerance, opened_at, opened_by)
     VALUES (#new#, #welding#, #welding 2#, 'Autumn', ARRAY[#exemplar#]::uuid[], 1, 0, now(), #lead#)`,
    ['lead'],
    ['assignedAssessor', 'auditor'],
  ),
  ...tried(
    `INSERT INTO calibration_mark (id, round_id, exemplar_id, achievement_id, person_id, revision, criteria, saved_at)
     VALUES (#new#, #round#, #exemplar#, #welding#, #formerAssessor#, 1, '[]', now())`,
    ['formerAssessor'],
    ['lead', 'assignedAssessor'],
  ),
  ...tried(
    'UPDATE calibration_mark SET revision = 2 WHERE id = #calibration draft#',
    ['assignedAssessor'],
    ['lead', 'formerAssessor'],
  ),
  // What was handed in stays, and nobody's becomes another's.
  ...tried('UPDATE calibration_mark SET revision = 2 WHERE id = #calibration mark#', [], ['unassignedAssessor']),
  ...tried('UPDATE calibration_mark SET person_id = #formerAssessor#', [], ['assignedAssessor', 'formerAssessor']),
  // Without a condition nothing is read, and only the rule for changes itself stands in the way.
  ...tried(
    'UPDATE exemplar_consent SET answer = false, answered_at = now()',
    ['self', 'colleague'],
    ['lead', 'assignedAssessor'],
  ),
  ...tried(`UPDATE live_check SET criteria = '[]'`, ['assignedAssessor'], ['unassignedAssessor', 'lead']),
  ...tried(
    `UPDATE live_check SET state = 'HANDED_IN', content = NULL, lease_until = NULL, handed_in_at = now(), ended_at = now()
     WHERE id = #open check#`,
    ['assignedAssessor'],
    ['unassignedAssessor', 'lead'],
  ),
  ...tried(
    `INSERT INTO sampling_plan (id, achievement_id, share, seed, new_assessor, borderline, high_stakes, started_at, started_by)
     VALUES (#new#, #soldering#, 0.1, 'seed', true, true, true, now(), #lead#)`,
    ['lead'],
    ['auditor', 'assignedAssessor'],
  ),
  ...tried(
    `UPDATE sample_item SET finding = 'SOUND', found_at = now(), found_by = #lead# WHERE id = #sample#`,
    ['lead'],
    ['auditor', 'assignedAssessor'],
  ),
];

export const QUALITY_ALLOWED: Cells = {
  'AssessorApplication.accept': {
    application: 'lead',
    invitation: 'self',
  },
  'AssessorApplication.decline': {
    application: 'colleague lead',
    invitation: 'self lead',
  },
  'AssessorApplication.see': {
    application: 'colleague lead',
    invitation: 'self lead',
  },
  'AssessorLeave.see': {
    leave: 'assignedAssessor lead',
  },
  'AssessorProfile.see': {
    assignedAssessor: 'assignedAssessor lead',
  },
  'AssessorQualification.keep': {
    'qualification of assignedAssessor': 'lead',
    'qualification of conflictedAssessor': 'lead',
    'qualification of formerAssessor': 'lead',
    'qualification of unassignedAssessor': 'lead',
    'qualification of unitAssessor': 'lead',
  },
  'CalibrationMark.see': {
    'calibration draft': 'assignedAssessor',
    'calibration mark': 'unassignedAssessor lead',
  },
  'CalibrationRound.close': {
    round: 'lead',
  },
  'CalibrationRound.see': {
    round: `${QUALIFIED} lead`,
  },
  'DefinitiveMark.agree': {
    'new exemplar': 'lead',
  },
  'DefinitiveMark.see': {
    exemplar: 'unassignedAssessor lead',
    'new exemplar': 'lead',
  },
  'Exemplar.edit': {
    'new exemplar': 'lead',
  },
  'Exemplar.retire': {
    exemplar: 'lead',
    'new exemplar': 'lead',
  },
  'Exemplar.see': {
    exemplar: `${QUALIFIED} lead`,
    'new exemplar': 'lead',
  },
  'ExemplarConsent.answer': {
    'exemplar, self': 'self',
    'new exemplar, colleague': 'colleague',
  },
  'ExemplarConsent.see': {
    'exemplar, self': 'self lead',
    'new exemplar, colleague': 'colleague lead',
  },
  'LiveCheck.see': {
    check: 'unassignedAssessor lead auditor',
    'open check': 'assignedAssessor',
  },
  'LiveCheck.watch': {
    check: 'lead auditor',
  },
  'QualificationEvent.see': {
    'qualification event': 'assignedAssessor lead auditor',
  },
  'SampleItem.find': {
    sample: 'lead',
  },
  'SampleItem.see': {
    sample: 'lead auditor',
  },
  'SamplingPlan.end': {
    'general plan of samples': 'lead',
    'plan of samples': 'lead',
  },
  'SamplingPlan.see': {
    'general plan of samples': 'lead auditor',
    'plan of samples': 'lead auditor',
  },
};
