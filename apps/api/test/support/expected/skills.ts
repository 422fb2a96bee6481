import { type Attempt, type Cells, tried } from './attempt.js';

export const SKILLS_ATTEMPTS: Attempt[] = [
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
];

export const SKILLS_ALLOWED: Cells = {
  'AcceptedConversion.read': {
    conversion: 'self manager',
    'conversion of what is asked': 'designer',
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
  'ScaleCrosswalk.agree': {
    crosswalk: 'designer',
  },
  'ScaleCrosswalk.edit': {
    crosswalk: 'designer',
    'own crosswalk': 'designer',
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
  'StrategyNote.read': {
    plan: 'designer',
  },
};
