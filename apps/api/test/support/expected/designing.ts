import { type Attempt, type Cells, tried } from './attempt.js';

export const DESIGNING_ATTEMPTS: Attempt[] = [
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
];

export const DESIGNING_ALLOWED: Cells = {
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
};
