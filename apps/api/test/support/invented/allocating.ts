import type { Inventing } from './inventing.js';

/** Who is too near to whom, whom a rule kept away, what was waived, and how work was given out. */
export function inventAllocation(it: Inventing, people: string[]): void {
  if (it.chance(0.5)) it.put('assessment_setting', { only_one: true, team_is_conflict: it.chance(0.5), revision: 1 });
  for (const person of people) {
    const others = people.filter((each) => each !== person);
    if (it.chance(0.15))
      it.add('conflict_declaration', {
        ...{ person_id: person, other_person_id: it.of(others), kind: 'FAMILY', note: '', since: it.hour() },
        ended_at: it.chance(0.3) ? it.hour() : null,
      });
    if (it.chance(0.2)) it.add('comment_snippet', { person_id: person, words: 'Say which.', saved_at: it.hour() });
  }
  for (const { id: slot_id } of it.rows.marking_slot ?? []) {
    const person = it.of(people);
    if (it.chance(0.3))
      it.put('slot_exclusion', { slot_id, person_id: it.of(people), rule: 'not-report', at: it.hour() });
    if (it.chance(0.2))
      it.put('slot_waiver', {
        ...{ slot_id, person_id: person, rule: 'not-team', reason: 'Alone', at: it.hour() },
        by_id: it.of(people.filter((each) => each !== person)),
      });
  }
  if (it.chance(0.5))
    it.add('allocation_run', {
      ...{ at: it.hour(), kind: 'NIGHTLY', seed: 's', rule: 'FAIREST', inputs: {}, inputs_digest: '0', result: [] },
    });
}
