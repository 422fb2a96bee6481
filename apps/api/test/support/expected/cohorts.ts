import { type Attempt, type Cells, tried } from './attempt.js';

const RUN = 'designer';
const WRONG = ['self', 'colleague', 'manager', 'hrInScope', 'lead', 'owner', 'administrator'] as const;
const programme = `INSERT INTO programme (id, name, summary, lead_id, achievement_ids, created_by, created_at)
  VALUES (#new#, 'P', '', (SELECT app_person()), ARRAY[#welding#]::uuid[], (SELECT app_person()), now())`;
const cohort = `INSERT INTO cohort (id, programme_id, name, starts_on, ends_on, created_by, created_at)
  VALUES (#new#, #programme#, 'C', current_date, current_date, (SELECT app_person()), now())`;
const member = `INSERT INTO cohort_member (cohort_id, person_id, enrolled_by, enrolled_at)
  VALUES (#cohort#, #manager#, (SELECT app_person()), now())`;

export const COHORTS_ATTEMPTS: Attempt[] = [
  ...tried(programme, ['designer'], [...WRONG]),
  ...tried(`UPDATE programme SET ended_at = now()`, ['designer'], [...WRONG]),
  ...tried(cohort, ['designer'], [...WRONG]),
  ...tried(`UPDATE cohort SET closed_at = now()`, ['designer'], [...WRONG]),
  ...tried(`UPDATE cohort SET remind_at = NULL`, ['designer'], [...WRONG]),
  ...tried(member, ['designer'], [...WRONG]),
  ...tried(`UPDATE cohort_member SET left_at = now()`, ['designer'], [...WRONG]),
  ...tried(`SELECT id FROM cohort WHERE id = #cohort#`, ['self', 'colleague', 'designer'], ['manager', 'hrInScope']),
  ...tried(`SELECT id FROM cohort WHERE id = #closed cohort#`, ['designer'], ['self', 'colleague']),
  ...tried(
    `SELECT person_id FROM cohort_member WHERE cohort_id = #cohort# AND person_id = #self#`,
    ['self', 'designer'],
    ['colleague', 'manager'],
  ),
  // How far somebody is is told to themselves and to those who run it.
  ...tried(
    `SELECT "personId" FROM app_cohort_places(ARRAY[#cohort#]::uuid[], now()) WHERE "personId" = #self#`,
    ['self', 'designer'],
    ['colleague', 'manager', 'hrInScope', 'anonymous'],
  ),
];

export const COHORTS_ALLOWED: Cells = {
  'Cohort.reopen': { 'closed cohort': RUN },
  'Cohort.run': { cohort: RUN },
  'Cohort.see': { 'closed cohort': RUN, cohort: `self colleague ${RUN}` },
  'CohortMember.see': { colleague: 'colleague designer', formerManager: 'designer', self: 'self designer' },
  'Programme.edit': { programme: RUN },
  'Programme.read': { programme: 'everybody signed in' },
};
