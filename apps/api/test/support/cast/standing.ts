import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** What Cleo says of the own skills, what was seen of them, what is aimed at, and the reports that others keep. */
export function castStanding({ day, hour, add, put }: Stage): void {
  const about = { skill_id: idOf('skill PUBLISHED'), ordinal: 2, words: 'A' };
  add('skill_claim', 'claim', { ...about, person_id: idOf('self'), claimed_at: hour() });
  const seen = { ...about, used_on_job: true, seen_on: day(-9), observed_at: hour() };
  add('skill_observation', 'observation', {
    ...{ ...seen, person_id: idOf('self'), observer_id: idOf('formerManager'), capacity: 'MANAGER' },
  });
  add('skill_observation', 'observation of another', {
    ...{ ...seen, person_id: idOf('stayed'), observer_id: idOf('self'), capacity: 'PEER' },
  });
  const aim = { job_role_level_id: idOf('level 1 PUBLISHED'), created_at: hour() };
  add('goal', 'goal', { ...aim, person_id: idOf('self'), chosen_by: idOf('self'), shared: true });
  put('goal_keeping', {
    ...{ framework_id: idOf('framework PUBLISHED'), kept_until: day(30), set_by: idOf('designer'), set_at: hour() },
  });
  const kept = { definition: {}, revision: 1, changed_at: hour() };
  add('saved_report', 'shared report', { ...kept, owner_id: idOf('designer'), name: 'R', shared: true });
  add('saved_report', 'own report', { ...kept, owner_id: idOf('lead'), name: 'R', shared: false });
  // Whoever kept one and reads no insights any more still has it, and nobody else.
  add('saved_report', 'report of Cleo', { ...kept, owner_id: idOf('self'), name: 'R', shared: true });
  add('goal', 'private goal', { ...aim, person_id: idOf('stayed'), chosen_by: idOf('stayed'), shared: false });
  const help = { skill_id: idOf('skill PUBLISHED'), offered_at: hour() };
  add('mentor_offer', 'mentor offer', { ...help, person_id: idOf('self') });
  add('mentor_offer', 'mentor offer of another', { ...help, person_id: idOf('stayed') });
  const plan = { goal_id: idOf('goal'), person_id: idOf('self'), proposed_at: hour(), steps: [], asked: [] };
  add('plan_review', 'plan', { ...plan, state: 'PROPOSED' });
  add('plan_review', 'plan before', { ...plan, state: 'SUPERSEDED' });
  const words = { person_id: idOf('self'), words: 'A', said_at: hour() };
  add('plan_comment', 'plan comment', { ...words, review_id: idOf('plan'), author_id: idOf('manager') });
}
