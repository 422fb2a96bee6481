import type { Inventing } from './inventing.js';

type Offered = { id: string; versionId: string };

/** Assessors' time, who asks to assess, exemplars, rounds of calibration, and what was sampled. */
export function inventQuality(it: Inventing, people: string[], achievements: Offered[]): void {
  for (const person_id of people) {
    if (it.chance(0.3))
      it.put('assessor_profile', { person_id, capacity: 4, paused: false, revision: 1, saved_at: it.hour() });
    if (it.chance(0.2))
      it.add('assessor_leave', {
        ...{ person_id, starts_on: it.day(-1), ends_on: it.day(1), reason: '', added_at: it.hour() },
      });
    const { id: achievement_id } = it.of(achievements);
    if (it.chance(0.3))
      it.add('assessor_application', {
        ...{ person_id, achievement_id, kind: it.of(['APPLIED', 'INVITED']), message: '', asked_at: it.hour() },
        ...{ asked_by: it.of(people), answer_reason: '' },
      });
  }
  for (const { id: qualification_id, achievement_id } of it.rows.assessor_qualification ?? [])
    if (it.chance(0.4))
      it.add('qualification_event', {
        ...{ qualification_id, achievement_id, at: it.hour(), kind: 'NAMED', reason: 'Founder' },
      });
  for (const achievement of achievements) if (it.chance(0.7)) calibrated(it, people, achievement);
  standingIn(it, people);
  sampled(it, people, achievements);
}

/** Work whose worth is known, agreed on or not, and who judged it in a round. */
function calibrated(it: Inventing, people: string[], { id: achievement_id, versionId }: Offered): void {
  const exemplars = [1, 2].map(() => {
    const agreed = it.chance(0.6);
    const exemplar_id = it.add('exemplar', {
      ...{ achievement_id, achievement_version_id: versionId, title: 'A', items: [], revision: 1, made_at: it.hour() },
      ...{ made_by: it.of(people), saved_at: it.hour(), agreed_at: agreed ? it.hour() : null },
      retired_at: it.chance(0.2) ? it.hour() : null,
    });
    const proposer = it.of(people);
    it.put('definitive_mark', {
      ...{ exemplar_id, achievement_id, criteria: [], proposed_at: it.hour(), proposed_by: proposer },
      agreed_at: agreed ? it.hour() : null,
      agreed_by: agreed ? it.of(people.filter((each) => each !== proposer)) : null,
    });
    return exemplar_id;
  });
  const round_id = it.add('calibration_round', {
    ...{ achievement_id, achievement_version_id: versionId, name: 'Spring', exemplar_ids: exemplars, needed: 1 },
    ...{ tolerance: 0, opened_at: it.hour(), opened_by: it.of(people), closed_at: it.chance(0.3) ? it.hour() : null },
  });
  for (const exemplar_id of exemplars)
    for (const person_id of people)
      if (it.chance(0.15))
        it.add('calibration_mark', {
          ...{ round_id, exemplar_id, achievement_id, person_id, revision: 1, criteria: [], saved_at: it.hour() },
          handed_in_at: it.chance(0.5) ? it.hour() : null,
        });
}

/** Whose work may stand in for live work, and who judged it so. */
function standingIn(it: Inventing, people: string[]): void {
  const places = it.rows.marking_slot ?? [];
  const used = new Set<string>();
  for (const { id: exemplar_id, achievement_id, achievement_version_id } of it.rows.exemplar ?? []) {
    if (!it.chance(0.6)) continue;
    const answer = it.of([true, false, null]);
    it.put('exemplar_consent', {
      ...{ exemplar_id, achievement_id, person_id: it.of(people), asked_at: it.hour(), answer },
      answered_at: answer === null ? null : it.hour(),
    });
    for (const person_id of people) {
      if (places.length === 0 || !it.chance(0.2)) continue;
      const place = it.of(places);
      const slot_id = place.id;
      const state = it.of(['OPEN', 'PUT_BACK', 'WITHDRAWN', 'HANDED_IN', 'OVER']);
      if (used.has(`${person_id} ${String(slot_id)}`) || (state === 'OPEN' && used.has(person_id))) continue;
      used.add(`${person_id} ${String(slot_id)}`);
      if (state === 'OPEN') used.add(person_id);
      const isOver = state !== 'OPEN' && state !== 'PUT_BACK';
      it.add('live_check', {
        ...{ person_id, exemplar_id, achievement_id, achievement_version_id, slot_id, line: place, turn: 0, state },
        ...{ criteria: [], content: isOver ? null : {}, ended_at: isOver ? it.hour() : null },
        ...{ lease_until: state === 'OPEN' ? it.hour() : null, handed_in_at: state === 'HANDED_IN' ? it.hour() : null },
      });
    }
  }
  for (const person_id of people) if (it.chance(0.3)) it.put('live_check_turn', { person_id, seed: 'seed' });
}

/** Plans of samples, for one achievement or for all, and what they drew. */
function sampled(it: Inventing, people: string[], achievements: Offered[]): void {
  for (const achievement of [null, it.of(achievements).id]) {
    const plan_id = it.add('sampling_plan', {
      ...{ achievement_id: achievement, share: 0.1, seed: 'seed', new_assessor: true, borderline: true },
      ...{ high_stakes: true, started_at: it.hour(), started_by: it.of(people) },
    });
    const drawn = new Set<unknown>();
    for (const mark of it.rows.mark ?? []) {
      const slot = (it.rows.marking_slot ?? []).find(({ id }) => id === mark.slot_id);
      if (!slot || drawn.has(slot.submission_id) || !it.chance(0.3)) continue;
      drawn.add(slot.submission_id);
      it.add('sample_item', {
        ...{ plan_id, submission_id: slot.submission_id, achievement_id: slot.achievement_id, mark_id: mark.id },
        ...{ assessor_id: mark.assessor_id, candidate_id: slot.candidate_id, draw: 0.01, strata: ['RANDOM'] },
        ...{ looked_at: it.hour(), chosen_at: it.chance(0.6) ? it.hour() : null },
      });
    }
  }
}
