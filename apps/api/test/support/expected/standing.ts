import { type Attempt, type Cells, tried } from './attempt.js';

const claim = (person: string) =>
  `INSERT INTO skill_claim (id, person_id, skill_id, ordinal, words, claimed_at)
   VALUES (#new#, #${person}#, #skill PUBLISHED#, 1, '', now())`;
const observation = (person: string, capacity: string) =>
  `INSERT INTO skill_observation (id, person_id, observer_id, skill_id, ordinal, capacity, used_on_job, seen_on, words, observed_at)
   VALUES (#new#, #${person}#, (SELECT app_person()), #skill PUBLISHED#, 1, '${capacity}', false, current_date, '', now())`;
const goal = (person: string) =>
  `INSERT INTO goal (id, person_id, job_role_level_id, chosen_by, shared, created_at, ended_at)
   VALUES (#new#, #${person}#, #level 1 PUBLISHED#, (SELECT app_person()), true, now(), now())`;

const plan = (person: string) =>
  `INSERT INTO plan_review (id, goal_id, person_id, state, steps, asked, proposed_at)
   VALUES (#new#, #private goal#, #${person}#, 'PROPOSED', '[]', '[]', now())`;
const said = (person: string) =>
  `INSERT INTO plan_comment (id, review_id, person_id, author_id, words, said_at)
   VALUES (#new#, #plan#, #${person}#, (SELECT app_person()), 'A', now())`;
const help = (person: string) =>
  `INSERT INTO mentor_offer (id, person_id, skill_id, offered_at, ended_at)
   VALUES (#new#, #${person}#, #skill PUBLISHED#, now(), now())`;
const report = (owner: string) =>
  `INSERT INTO saved_report (id, owner_id, name, definition, shared, revision, changed_at)
   VALUES (#new#, #${owner}#, 'R', '{}', true, 1, now())`;

export const STANDING_ATTEMPTS: Attempt[] = [
  ...tried(
    `INSERT INTO goal_keeping (framework_id, kept_until, set_by, set_at)
     VALUES (#framework DRAFT#, current_date, (SELECT app_person()), now())`,
    ['designer'],
    ['self', 'owner', 'manager', 'hrInScope'],
  ),
  ...tried('DELETE FROM goal_keeping', ['designer'], ['self', 'owner', 'manager', 'hrInScope']),
  ...tried(claim('self'), ['self'], ['manager', 'colleague']),
  ...tried(observation('self', 'MANAGER'), ['manager'], ['self', 'colleague', 'formerManager']),
  ...tried(observation('self', 'PEER'), [], ['manager', 'colleague', 'conflictedAssessor']),
  ...tried(observation('shutOut', 'PEER'), ['conflictedAssessor'], ['self', 'colleague']),
  ...tried(
    `UPDATE skill_observation SET withdrawn_at = now() WHERE id = #observation#`,
    ['formerManager'],
    ['self', 'manager'],
  ),
  ...tried(report('designer'), ['designer'], ['lead', 'self']),
  ...tried(
    `UPDATE saved_report SET name = 'Other' WHERE id = #shared report#`,
    ['designer'],
    ['lead', 'self', 'owner'],
  ),
  ...tried(`DELETE FROM saved_report`, ['designer', 'lead', 'self'], ['colleague', 'owner']),
  ...tried(goal('self'), ['self', 'manager'], ['colleague', 'formerManager']),
  ...tried(`UPDATE goal SET ended_at = now() WHERE id = #goal#`, ['self', 'manager'], ['colleague', 'formerManager']),
  // Without looking for one first: then only the rule of the change stands in between.
  ...tried(`UPDATE goal SET ended_at = now()`, ['self', 'manager'], ['colleague', 'formerManager']),
  ...tried(`UPDATE goal SET ended_at = now() WHERE id = #private goal#`, [], ['self', 'otherManager']),
  ...tried(plan('self'), ['self'], ['manager', 'colleague']),
  ...tried(said('self'), ['self', 'manager'], ['colleague', 'formerManager']),
  ...tried(`UPDATE plan_review SET state = 'SUPERSEDED'`, ['self'], ['manager', 'colleague']),
  ...tried(
    `UPDATE plan_review SET state = 'AGREED', agreed_by = (SELECT app_person()), agreed_at = now() WHERE id = #plan#`,
    ['manager'],
    ['self', 'colleague', 'formerManager'],
  ),
  // What was replaced is agreed no longer.
  ...tried(
    `UPDATE plan_review SET state = 'AGREED', agreed_by = (SELECT app_person()), agreed_at = now() WHERE id = #plan before#`,
    [],
    ['self', 'manager'],
  ),
  ...tried(help('self'), ['self'], ['manager', 'colleague']),
  ...tried(`UPDATE mentor_offer SET ended_at = now()`, ['self'], ['manager', 'colleague']),
];

export const STANDING_ALLOWED: Cells = {
  'Goal.end': { goal: 'self manager' },
  'Goal.move': { goal: 'self' },
  'Goal.read': { goal: 'self manager' },
  'MentorOffer.read': { 'mentor offer': 'self' },
  'PlanComment.read': { 'plan comment': 'self manager' },
  'PlanReview.agree': { plan: 'manager' },
  'PlanReview.comment': { plan: 'self manager' },
  'PlanReview.read': { plan: 'self manager', 'plan before': 'self manager' },
  'Person.assignGoal': {
    conflictedAssessor: 'self',
    self: 'manager',
    shutOut: 'self',
    stayed: 'otherManager',
  },
  'SavedReport.change': { 'own report': 'lead', 'report of Cleo': 'self', 'shared report': 'designer' },
  'SavedReport.read': {
    'own report': 'lead',
    'report of Cleo': 'self designer lead',
    'shared report': 'designer lead',
  },
  'SkillClaim.read': { claim: 'self manager' },
  'SkillObservation.read': { observation: 'self manager formerManager', 'observation of another': 'self otherManager' },
  'SkillObservation.withdraw': { observation: 'formerManager', 'observation of another': 'self' },
};
