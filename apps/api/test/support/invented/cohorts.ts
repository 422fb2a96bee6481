import type { Inventing } from './inventing.js';

/** Programmes, and cohorts that people came into and left. */
export function inventCohorts(it: Inventing, people: string[], achievements: { id: string }[]): void {
  if (achievements.length === 0 || it.chance(0.3)) return;
  const made = () => ({ created_by: it.of(people), created_at: it.hour() });
  const programme_id = it.add('programme', {
    ...{ ...made(), name: 'P', summary: '', lead_id: it.of(people), achievement_ids: [it.of(achievements).id] },
    ended_at: it.chance(0.3) ? it.hour() : null,
  });
  for (let n = it.of([0, 1, 2]); n > 0; n--) {
    const cohort_id = it.add('cohort', {
      ...{ ...made(), programme_id, name: 'C', starts_on: it.day(-9), ends_on: it.day(9) },
      closed_at: it.chance(0.3) ? it.hour() : null,
    });
    for (const person_id of people)
      if (it.chance(0.4))
        it.put('cohort_member', {
          ...{ cohort_id, person_id, enrolled_by: it.of(people), enrolled_at: it.hour() },
          left_at: it.chance(0.3) ? it.hour() : null,
        });
  }
}
