import type { INestApplicationContext } from '@nestjs/common';
import { AchievementsService } from '../features/achievements/achievements.service.js';
import type { AchievementVersion } from '../features/achievements/achievement-version.entity.js';
import { QualificationsService } from '../features/assessments/qualifications.service.js';
import { AssessorApplication } from '../features/quality/assessor-application.entity.js';
import { AssessorProfilesService } from '../features/quality/assessor-profiles.service.js';
import { CalibrationMarksService } from '../features/quality/calibration-marks.service.js';
import { CalibrationRoundsService } from '../features/quality/calibration-rounds.service.js';
import { ExemplarsService } from '../features/quality/exemplars.service.js';
import { QualificationKeepingService } from '../features/quality/qualification-keeping.service.js';
import { SamplingService } from '../features/quality/sampling.service.js';
import { idFor } from '../platform/database/id.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type Cast, daysAfter, daysBefore } from './cast.js';
import { acted } from './done.js';

const LEAD = 'wanjiru';
const SECOND = 'ingrid';

/** Work of two qualities, as somebody would write it down for others to judge. */
const WORKS = [
  {
    title: 'A duplicate found and kept out',
    text: 'In March two meters shared one serial number. I compared the register with the last three readings, found 41 such pairs, and wrote a rule that refuses a second one. The rule has run for eight weeks; it stopped 6 and was wrong once, which I looked into and noted.',
    level: 3,
    reason: 'Finds the cause, changes what lets it happen, and checks whether the change holds.',
  },
  {
    title: 'A report on missing readings',
    text: 'I made a list of all meters without a reading since January and sent it to the regions. There were 312. Some have answered.',
    level: 2,
    reason: 'Describes the fault, but neither looks for its cause nor follows up what came of it.',
  },
] as const;

/** What a lead of assessment keeps: exemplars with a round under way, a plan of samples, leave, somebody on watch. */
export async function fillQuality(
  app: INestApplicationContext,
  cast: Cast,
  versions: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const version = await app.get(AchievementsService).versionById(cast.system, versions.get('quality') ?? '');
  if (!version) throw new Error('The demonstration has no achievement about quality.');
  await calibrate(app, cast, version, now);
  await standIn(app, cast, versions, now);
  await sample(app, cast, now);
  await keepAssessors(app, cast, version, now);
}

async function calibrate(
  app: INestApplicationContext,
  cast: Cast,
  version: AchievementVersion,
  now: Date,
): Promise<void> {
  const exemplars = app.get(ExemplarsService);
  const { achievementId, rubric } = version;
  const made = daysBefore(now, 20);
  const as = (key: string, at: number) => cast.as(key, daysAfter(made, at));
  const ids: string[] = [];
  for (const [index, { title, text, level, reason }] of WORKS.entries()) {
    const making = as(LEAD, index / 10);
    const { id } = await acted(making, 'createExemplar', exemplars.create(making, achievementId, title, null));
    const items = [{ letter: 'A', title, text, url: null }];
    const saving = as(LEAD, index / 10 + 0.01);
    await acted(saving, 'saveExemplar', exemplars.save(saving, id, { title, items, expectedRevision: 1 }));
    const judging = as(LEAD, index / 10 + 0.02);
    const levels = rubric.criteria.map((criterion) => ({ criterionId: criterion.id, level, reason }));
    await acted(judging, 'proposeDefinitiveMark', exemplars.propose(judging, id, levels));
    const agreeing = as(SECOND, 2 + index / 10);
    await acted(agreeing, 'agreeDefinitiveMark', exemplars.agree(agreeing, id));
    ids.push(id);
  }
  const opening = as(LEAD, 3);
  const round = await acted(
    opening,
    'openCalibrationRound',
    app
      .get(CalibrationRoundsService)
      .open(opening, { achievementId, name: 'Autumn round', exemplarIds: ids, needed: 2, tolerance: 1 }),
  );
  await judge(app, as('rahul', 5), round.id, ids, version, [3, 3]);
  await judge(app, as('chiara', 6), round.id, ids.slice(0, 1), version, [4]);
}

/** Work that was handed in as an exemplar: one author said yes, and an assessor had it as a check; another is asked. */
async function standIn(
  app: INestApplicationContext,
  cast: Cast,
  versions: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const given = await exemplarOf(app, cast, versions.get('quality') ?? '', 'kwabena', daysBefore(now, 18));
  await exemplarOf(app, cast, versions.get('leak') ?? '', 'bartek', daysBefore(now, 3));
  const { tx } = cast.system;
  await tx.query(
    `INSERT INTO exemplar_consent (exemplar_id, achievement_id, person_id, asked_at, answer, answered_at)
     SELECT id, achievement_id, $2, $3, true, $4 FROM exemplar WHERE id = $1`,
    [given, cast.idOf('kwabena'), daysBefore(now, 17), daysBefore(now, 15)],
  );
  // What a check leaves once it is handed in: a level too high here, and the same there.
  await tx.query(
    `INSERT INTO live_check (id, person_id, exemplar_id, achievement_id, achievement_version_id, slot_id, line, turn, state, begun_at,
       ended_at, handed_in_at, revision, mark_id, saved_at, criteria, overall, tolerance)
     SELECT $2, $3, it.id, it.achievement_id, it.achievement_version_id,
       (SELECT id FROM marking_slot WHERE achievement_version_id = it.achievement_version_id ORDER BY id LIMIT 1), '{}', 0, 'HANDED_IN',
       $4, $4, $4, 1, $5, $4,
       (SELECT jsonb_agg(jsonb_build_object('criterionId', each->>'criterionId',
          'level', (each->>'level')::int + CASE WHEN nth = 1 THEN 1 ELSE 0 END, 'comment', CASE WHEN nth = 1 THEN $6::text ELSE '' END))
        FROM jsonb_array_elements(worth.criteria) WITH ORDINALITY AS one (each, nth)), 'PASS', 1
     FROM exemplar it JOIN definitive_mark worth ON worth.exemplar_id = it.id WHERE it.id = $1`,
    [
      ...[given, idFor('check', given), cast.idOf('chiara'), daysBefore(now, 8), idFor('check mark', given)],
      'The change was looked at again for eight weeks afterwards, and it held.',
    ],
  );
}

/** What somebody handed in, in words where it was a file, with what it is worth. */
async function exemplarOf(
  app: INestApplicationContext,
  cast: Cast,
  versionId: string,
  author: string,
  at: Date,
): Promise<string> {
  const exemplars = app.get(ExemplarsService);
  const version = await app.get(AchievementsService).versionById(cast.system, versionId);
  const [work] = await cast.system.tx.query<{ id: string }>(
    `SELECT submission_id AS id FROM marking_slot WHERE candidate_id = $1 AND achievement_version_id = $2 AND purpose = 'FIRST' LIMIT 1`,
    [cast.idOf(author), versionId],
  );
  if (!version || !work) throw new Error(`The demonstration has no work of ${author} for this.`);
  const making = cast.as(LEAD, at);
  // The transaction is the product's own; what can become an exemplar the database asks of a person.
  await making.tx.query(`SELECT set_config('app.person_id', $1, true)`, [making.personId]);
  const creating = exemplars.create(making, version.achievementId, `${version.name}, handed in`, work.id);
  const { id, items } = await acted(making, 'createExemplar', creating);
  await making.tx.query(`SELECT set_config('app.person_id', '', true)`);
  const said = items.map((item) => ({
    ...item,
    text: item.text.replace('A file was handed in here. Describe what it showed.', 'The log of the work, day by day.'),
  }));
  const saving = cast.as(LEAD, daysAfter(at, 0.01));
  const draft = { title: `${version.name}, handed in`, items: said, expectedRevision: 1 };
  await acted(saving, 'saveExemplar', exemplars.save(saving, id, draft));
  const levels = version.rubric.criteria.map(({ id: criterionId, levels: all }) => ({
    criterionId,
    level: Math.max(...all.map(({ ordinal }) => ordinal)) - 1,
    reason: 'Does the whole of it, and says why it was done this way.',
  }));
  const judging = cast.as(LEAD, daysAfter(at, 0.02));
  await acted(judging, 'proposeDefinitiveMark', exemplars.propose(judging, id, levels));
  const agreeing = cast.as(SECOND, daysAfter(at, 1));
  await acted(agreeing, 'agreeDefinitiveMark', exemplars.agree(agreeing, id));
  return id;
}

async function judge(
  app: INestApplicationContext,
  assessor: Viewer,
  roundId: string,
  exemplarIds: readonly string[],
  { rubric }: AchievementVersion,
  levels: readonly number[],
): Promise<void> {
  const marks = app.get(CalibrationMarksService);
  // The transaction is the product's own; for what an assessor is qualified the database asks of a person.
  await assessor.tx.query(`SELECT set_config('app.person_id', $1, true)`, [assessor.personId]);
  for (const [index, exemplarId] of exemplarIds.entries()) {
    const criteria = rubric.criteria.map((criterion) => {
      const most = Math.max(...criterion.levels.map(({ ordinal }) => ordinal));
      return { criterionId: criterion.id, level: Math.min(most, levels[index] ?? 1), comment: '' };
    });
    const draft = { criteria, expectedRevision: 0 };
    await acted(assessor, 'saveCalibrationMark', marks.save(assessor, roundId, exemplarId, draft));
    await acted(assessor, 'handInCalibrationMark', marks.handIn(assessor, roundId, exemplarId));
  }
  await assessor.tx.query(`SELECT set_config('app.person_id', '', true)`);
}

/** A plan that is in force from now on, and what it would have looked at in the last year. */
async function sample(app: INestApplicationContext, cast: Cast, now: Date): Promise<void> {
  const starting = cast.as(LEAD, daysBefore(now, 1));
  const wanted = { achievementId: null, share: 0.15, newAssessor: true, borderline: true, highStakes: true };
  const plan = await acted(starting, 'startSamplingPlan', app.get(SamplingService).start(starting, wanted));
  const marks = await cast.system.tx.query<{ id: string; submissionId: string }>(
    `SELECT DISTINCT ON (slot.submission_id) mark.id, slot.submission_id AS "submissionId" FROM mark
     JOIN marking_slot slot ON slot.id = mark.slot_id AND slot.state = 'HANDED_IN' AND slot.purpose = 'FIRST'
     WHERE mark.handed_in_at > $1 ORDER BY slot.submission_id, mark.id`,
    [daysBefore(now, 365)],
  );
  await cast.system.tx.query(
    `INSERT INTO sample_item (id, plan_id, submission_id, mark_id, assessor_id, candidate_id, achievement_id, draw, strata, looked_at, chosen_at)
     SELECT wanted.id, $1, slot.submission_id, mark.id, slot.assessor_id, slot.candidate_id, slot.achievement_id, drawn.at,
       CASE WHEN drawn.at < 0.15 THEN '{RANDOM}'::text[] ELSE '{}' END, $4, CASE WHEN drawn.at < 0.15 THEN $4::timestamptz END
     FROM unnest($2::uuid[], $3::uuid[]) AS wanted (id, mark_id) JOIN mark ON mark.id = wanted.mark_id
     JOIN marking_slot slot ON slot.id = mark.slot_id
     CROSS JOIN LATERAL (SELECT app_draw((SELECT seed FROM sampling_plan WHERE id = $1), slot.submission_id) AS at) drawn`,
    [
      plan.id,
      marks.map(({ submissionId }) => idFor('sample', plan.id, submissionId)),
      marks.map(({ id }) => id),
      daysBefore(now, 1),
    ],
  );
}

async function keepAssessors(
  app: INestApplicationContext,
  cast: Cast,
  { achievementId }: AchievementVersion,
  now: Date,
): Promise<void> {
  const away = cast.as('hiroshi', daysBefore(now, 4));
  const days = { startsOn: dayOf(daysAfter(now, 20)), endsOn: dayOf(daysAfter(now, 34)), reason: 'Parental leave' };
  await acted(away, 'addLeave', app.get(AssessorProfilesService).addLeave(away, cast.idOf('hiroshi'), days));
  const watching = cast.as(LEAD, daysBefore(now, 9));
  const qualification = await app.get(QualificationsService).current(cast.system, achievementId, cast.idOf('siobhan'));
  if (!qualification) throw new Error('Siobhan is a founding assessor of the demonstration.');
  const why = 'Two of her last marks were adjusted by a moderator; a second mark for now, and a talk in two weeks.';
  const keeping = app.get(QualificationKeepingService);
  await acted(watching, 'changeAssessorState', keeping.changeState(watching, qualification.id, 'WATCH', why));
  // Who asks holds the skill; the badge that proves it is struck by the worker a moment later.
  await cast.system.tx.manager.insert(AssessorApplication, {
    ...{ id: idFor('application', 'anamaria', achievementId), achievementId, personId: cast.idOf('kwabena') },
    ...{ kind: 'APPLIED', message: 'I have used this rubric on my own work for a year.', askedAt: daysBefore(now, 2) },
    ...{ askedBy: cast.idOf('kwabena'), answer: null, answerReason: '', answeredAt: null, answeredBy: null },
  });
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
