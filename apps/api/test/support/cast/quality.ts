import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** Availability, an application and an invitation, exemplars of which one is agreed on, a round, plans and a sample. */
export function castQuality({ day, hour, put, add }: Stage): void {
  put('assessor_profile', {
    person_id: idOf('assignedAssessor'),
    capacity: 4,
    paused: false,
    revision: 1,
    saved_at: hour(),
  });
  add('assessor_leave', 'leave', {
    ...{ person_id: idOf('assignedAssessor'), starts_on: day(10), ends_on: day(20), reason: '', added_at: hour() },
  });
  const asked = { achievement_id: idOf('welding'), message: '', asked_at: hour(), answer_reason: '' };
  add('assessor_application', 'application', {
    ...{ ...asked, person_id: idOf('colleague'), kind: 'APPLIED', asked_by: idOf('colleague') },
  });
  add('assessor_application', 'invitation', {
    ...{ ...asked, person_id: idOf('self'), kind: 'INVITED', asked_by: idOf('lead') },
  });
  add('qualification_event', 'qualification event', {
    ...{ qualification_id: idOf('qualification of assignedAssessor'), achievement_id: idOf('welding'), at: hour() },
    ...{ kind: 'NAMED', reason: 'Founder' },
  });
  for (const name of ['exemplar', 'new exemplar']) {
    const agreed = name === 'exemplar';
    add('exemplar', name, {
      ...{
        achievement_id: idOf('welding'),
        achievement_version_id: idOf('welding 2'),
        title: 'A',
        items: [],
        revision: 1,
      },
      ...{ made_at: hour(), made_by: idOf('owner'), saved_at: hour(), agreed_at: agreed ? hour() : null },
    });
    put('definitive_mark', {
      ...{ exemplar_id: idOf(name), achievement_id: idOf('welding'), criteria: [], proposed_at: hour() },
      ...{ proposed_by: idOf('owner'), agreed_at: agreed ? hour() : null, agreed_by: agreed ? idOf('designer') : null },
    });
  }
  add('calibration_round', 'round', {
    ...{ achievement_id: idOf('welding'), achievement_version_id: idOf('welding 2'), name: 'Spring' },
    ...{ exemplar_ids: [idOf('exemplar')], needed: 1, tolerance: 0, opened_at: hour(), opened_by: idOf('owner') },
  });
  for (const [name, by] of [
    ['calibration mark', 'unassignedAssessor'],
    ['calibration draft', 'assignedAssessor'],
  ] as const)
    add('calibration_mark', name, {
      ...{
        round_id: idOf('round'),
        exemplar_id: idOf('exemplar'),
        achievement_id: idOf('welding'),
        person_id: idOf(by),
      },
      ...{ revision: 1, criteria: [], saved_at: hour(), handed_in_at: name === 'calibration mark' ? hour() : null },
    });
  for (const [name, author, answer] of [
    ['exemplar', 'self', true],
    ['new exemplar', 'colleague', null],
  ] as const)
    put('exemplar_consent', {
      ...{
        exemplar_id: idOf(name),
        achievement_id: idOf('welding'),
        person_id: idOf(author),
        asked_at: hour(),
        answer,
      },
      answered_at: answer === null ? null : hour(),
    });
  for (const [name, by, state] of [
    ['check', 'unassignedAssessor', 'HANDED_IN'],
    ['open check', 'assignedAssessor', 'OPEN'],
  ] as const)
    add('live_check', name, {
      ...{ person_id: idOf(by), exemplar_id: idOf('exemplar'), achievement_id: idOf('welding'), turn: 0, state },
      ...{ achievement_version_id: idOf('welding 2'), slot_id: idOf('slot of released'), criteria: [] },
      line: { candidate_id: idOf('self'), achievement_id: idOf('welding') },
      ...(state === 'OPEN' ? { content: {}, lease_until: hour(1) } : { handed_in_at: hour(), ended_at: hour() }),
    });
  put('live_check_turn', { person_id: idOf('assignedAssessor'), seed: 'seed' });
  for (const [name, achievement] of [
    ['plan of samples', idOf('welding')],
    ['general plan of samples', null],
  ] as const)
    add('sampling_plan', name, {
      ...{
        achievement_id: achievement,
        share: 0.1,
        seed: 'seed',
        new_assessor: true,
        borderline: true,
        high_stakes: true,
      },
      ...{ started_at: hour(), started_by: idOf('owner') },
    });
  add('sample_item', 'sample', {
    ...{ plan_id: idOf('plan of samples'), submission_id: idOf('released'), achievement_id: idOf('welding') },
    ...{ mark_id: idOf('mark of assignedAssessor on released'), assessor_id: idOf('assignedAssessor') },
    ...{ candidate_id: idOf('self'), draw: 0.01, strata: ['RANDOM'], looked_at: hour(), chosen_at: hour() },
  });
}
