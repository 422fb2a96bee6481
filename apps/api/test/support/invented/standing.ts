import type { Inventing } from './inventing.js';

/** What people say of their skills, what others saw, and what they aim at. */
export function inventStanding(it: Inventing, people: string[]): void {
  const skills = (it.rows.skill ?? []).map((row) => row.id as string);
  const levels = (it.rows.job_role_level ?? []).map((row) => row.id as string);
  for (const person_id of people) {
    const others = people.filter((each) => each !== person_id);
    const about = () => ({ person_id, skill_id: it.of(skills), ordinal: it.number(1, 4), words: 'A' });
    if (skills.length > 0 && it.chance(0.5))
      it.add('skill_claim', { ...about(), ordinal: it.chance(0.2) ? null : 1, claimed_at: it.hour() });
    if (skills.length > 0 && others.length > 0 && it.chance(0.5))
      it.add('skill_observation', {
        ...{
          ...about(),
          observer_id: it.of(others),
          capacity: it.of(['MANAGER', 'PEER']),
          used_on_job: it.chance(0.5),
        },
        ...{ seen_on: it.day(-1), observed_at: it.hour(), withdrawn_at: it.chance(0.3) ? it.hour() : null },
      });
    if (skills.length > 0 && it.chance(0.3))
      it.add('mentor_offer', {
        ...{ person_id, skill_id: it.of(skills), offered_at: it.hour() },
        ended_at: it.chance(0.3) ? it.hour() : null,
      });
    if (it.chance(0.2))
      it.add('saved_report', {
        ...{
          owner_id: person_id,
          name: 'R',
          definition: {},
          shared: it.chance(0.5),
          revision: 1,
          changed_at: it.hour(),
        },
      });
    if (levels.length > 0 && it.chance(0.5)) {
      const chosen_by = it.chance(0.6) || others.length === 0 ? person_id : it.of(others);
      const goal_id = it.add('goal', {
        ...{ person_id, job_role_level_id: it.of(levels), chosen_by, created_at: it.hour() },
        shared: chosen_by !== person_id || it.chance(0.5),
        ended_at: it.chance(0.3) ? it.hour() : null,
      });
      if (it.chance(0.5)) inventPlan(it, { goal_id, person_id }, others);
    }
  }
}

function inventPlan(it: Inventing, whose: { goal_id: string; person_id: string }, others: string[]): void {
  const state = it.of(['PROPOSED', 'SUPERSEDED']);
  const review_id = it.add('plan_review', { ...whose, state, steps: [], asked: [], proposed_at: it.hour() });
  const { person_id } = whose;
  const author_id = others.length > 0 ? it.of(others) : person_id;
  it.add('plan_comment', { review_id, person_id, author_id, words: 'A', said_at: it.hour() });
}
