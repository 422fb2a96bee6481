import { newId } from '../../../src/platform/database/id.js';
import type { TestApi } from '../api.js';

/** Leave, an application, exemplars of which one is agreed on, a round that one assessor has finished, a plan and a sample. */
export async function makeQuality(api: TestApi, ids: Record<string, string>): Promise<void> {
  const named = (name: string) => (ids[name] = newId());
  const qualifications = await api.sql<{ id: string }>(
    'SELECT id FROM assessor_qualification WHERE achievement_id = $1 AND person_id = $2',
    [ids.heldAchievement, ids.marker],
  );
  ids.heldQualification = qualifications[0]?.id ?? '';
  await api.sql(
    `INSERT INTO qualification_event (id, qualification_id, achievement_id, at, kind, to_state, reason)
     VALUES ($1, $2, $3, now(), 'NAMED', 'APPROVED', 'Founder')`,
    [named('qualificationEvent'), ids.heldQualification, ids.heldAchievement],
  );
  await api.sql(
    `INSERT INTO assessor_leave (id, person_id, starts_on, ends_on, reason, added_at) VALUES ($1, $2, '2091-01-01', '2091-01-09', '', now())`,
    [named('leave'), ids.marker],
  );
  await api.sql(
    `INSERT INTO assessor_application (id, achievement_id, person_id, kind, message, asked_at, asked_by)
     VALUES ($1, $2, $3, 'APPLIED', '', now(), $3)`,
    [named('application'), ids.heldAchievement, ids.colleague],
  );
  for (const name of ['exemplar', 'newExemplar']) {
    const agreed = name === 'exemplar' ? ids.designer : null;
    await api.sql(
      `INSERT INTO exemplar (id, achievement_id, achievement_version_id, title, items, made_at, made_by, saved_at, agreed_at)
       VALUES ($1, $2, $3, 'Seam', '[{"letter":"A","title":"Log","text":"Words","url":null}]', now(), $4, now(), CASE WHEN $5::uuid IS NOT NULL THEN now() END)`,
      [named(name), ids.heldAchievement, ids.heldVersion, ids.owner, agreed],
    );
    await api.sql(
      `INSERT INTO definitive_mark (exemplar_id, achievement_id, criteria, proposed_at, proposed_by, agreed_at, agreed_by)
       VALUES ($1, $2, $3, now(), $4, CASE WHEN $5::uuid IS NOT NULL THEN now() END, $5)`,
      [
        ...[
          ids[name],
          ids.heldAchievement,
          JSON.stringify([{ criterionId: ids.heldCriterion, level: 2, reason: 'So' }]),
        ],
        ...[ids.owner, agreed],
      ],
    );
  }
  await api.sql(
    `INSERT INTO calibration_round (id, achievement_id, achievement_version_id, name, exemplar_ids, needed, tolerance, opened_at, opened_by)
     VALUES ($1, $2, $3, 'Spring', $4, 1, 0, now(), $5)`,
    [named('round'), ids.heldAchievement, ids.heldVersion, [ids.exemplar], ids.lead],
  );
  await api.sql(
    `INSERT INTO calibration_mark (id, round_id, exemplar_id, achievement_id, person_id, revision, criteria, saved_at, handed_in_at)
     VALUES ($1, $2, $3, $4, $5, 1, $6, now(), now())`,
    [
      ...[named('calibrationMark'), ids.round, ids.exemplar, ids.heldAchievement, ids.otherAssessor],
      JSON.stringify([{ criterionId: ids.heldCriterion, level: 3, comment: '' }]),
    ],
  );
  await api.sql(
    `INSERT INTO exemplar_consent (exemplar_id, achievement_id, person_id, asked_at) VALUES ($1, $2, $3, now())`,
    [ids.exemplar, ids.heldAchievement, ids.cleo],
  );
  await api.sql(
    `INSERT INTO live_check (id, person_id, exemplar_id, achievement_id, achievement_version_id, slot_id, line, turn, state, ended_at, handed_in_at, tolerance)
     VALUES ($1, $2, $3, $4, $5, $6, '{}', 0, 'HANDED_IN', now(), now(), 1)`,
    [named('liveCheck'), ids.otherAssessor, ids.exemplar, ids.heldAchievement, ids.heldVersion, ids.judgedSlot],
  );
  await api.sql(
    `INSERT INTO sampling_plan (id, achievement_id, share, seed, new_assessor, borderline, high_stakes, started_at, started_by)
     VALUES ($1, $2, 0.5, 'seed', true, true, true, now(), $3)`,
    [named('samplingPlan'), ids.heldAchievement, ids.lead],
  );
  await api.sql(
    `INSERT INTO sample_item (id, plan_id, submission_id, mark_id, assessor_id, candidate_id, achievement_id, draw, strata, looked_at, chosen_at)
     SELECT $1, $2, $3, mark.id, $4, $5, $6, 0.1, '{RANDOM}', now(), now() FROM mark WHERE slot_id = $7`,
    [
      ...[named('sample'), ids.samplingPlan, ids.judgedSubmission, ids.marker, ids.cleo],
      ...[ids.heldAchievement, ids.judgedSlot],
    ],
  );
}
