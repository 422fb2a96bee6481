import type { INestApplicationContext } from '@nestjs/common';
import type { ConflictKind } from '../features/allocation/conflict-declaration.entity.js';
import { ConflictsService } from '../features/allocation/conflicts.service.js';
import { WaiversService } from '../features/allocation/waivers.service.js';
import { AppealsService } from '../features/appeals/appeals.service.js';
import { CasesService } from '../features/assessments/cases.service.js';
import { EligibilityService } from '../features/assessments/eligibility.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type Cast, daysBefore } from './cast.js';
import { acted } from './done.js';
import { INVENTED_PEOPLE } from './invented-people.js';

const LEAD = 'wanjiru';
const OBJECTS =
  'The comment asks for something that stands in my second piece of evidence, not in the first, which is the only one that it names. I ask for somebody else to read both.';
const OBJECTED =
  'I was told of the result later than of the other one, and I believe that it was marked by a different rubric.';
const ANSWERED =
  'Both attempts were marked by version 1 of the rubric, and the outcome reached you within the time that we promise. The level stands. What would meet it is in the comment on the criterion.';

/** Declared by assessors: whom they would not judge fairly. */
const CONFLICTS: readonly { by: string; of: string; kind: ConflictKind; note: string; daysAgo: number }[] = [
  { by: 'marcus', of: 'freya', kind: 'FRIENDSHIP', note: 'We share a flat.', daysAgo: 60 },
  { by: 'gwen', of: 'kirsty', kind: 'FAMILY', note: 'My cousin.', daysAgo: 31 },
];

/** What comes after marks: objections and their answers, a decision that is checked, work that stands still, and who is too near to judge. */
export async function fillAfterTheMark(app: INestApplicationContext, cast: Cast, now: Date): Promise<void> {
  await appeal(app, cast);
  await moderation(app, cast);
  await conflicts(app, cast, now);
  await waiver(app, cast);
}

/** The last two who did not pass, and in time, object; the earlier of them has been answered. */
async function appeal(app: INestApplicationContext, cast: Cast): Promise<void> {
  const recent = await cast.system.tx.query<{ submissionId: string; personId: string }>(
    `SELECT submission.id AS "submissionId", submission.person_id AS "personId"
     FROM decision it JOIN submission ON submission.id = it.submission_id
     WHERE it.outcome = 'NOT_YET' AND it.released_at IS NOT NULL ORDER BY it.released_at DESC LIMIT 5`,
  );
  const appeals = app.get(AppealsService);
  const objecting: { viewer: Viewer; submissionId: string }[] = [];
  for (const { submissionId, personId } of recent) {
    const person = INVENTED_PEOPLE.find(({ key }) => cast.idOf(key) === personId);
    if (!person) continue;
    const viewer = cast.as(person.key);
    if (await appeals.until(viewer, submissionId)) objecting.push({ viewer, submissionId });
  }
  const [last, before] = objecting;
  if (last)
    await acted(last.viewer, 'lodgeAppeal', appeals.lodge(last.viewer, last.submissionId, 'MARKING_ERROR', OBJECTS));
  if (!before) return;
  const lodged = appeals.lodge(before.viewer, before.submissionId, 'PROCEDURE', OBJECTED);
  const { id } = await acted(before.viewer, 'lodgeAppeal', lodged);
  const leading = cast.as(LEAD);
  await acted(leading, 'checkAppeal', appeals.check(leading, id, true, ''));
  await acted(leading, 'decideAppeal', appeals.decide(leading, id, 'DISMISSED', ANSWERED, []));
}

/** One of the outcomes that wait for release is looked at first, and one stands still until a question is answered. */
async function moderation(app: INestApplicationContext, cast: Cast): Promise<void> {
  const [checked, held] = await cast.system.tx.query<{ id: string }>(
    `SELECT id FROM submission WHERE state = 'READY_FOR_RELEASE' ORDER BY submitted_at LIMIT 2`,
  );
  const cases = app.get(CasesService);
  const leading = cast.as(LEAD);
  if (checked) await acted(leading, 'askModeration', cases.askModeration(leading, checked.id));
  const why = 'We ask a colleague who is named in it whether it may be shown. Nothing is needed from you.';
  if (held) await acted(leading, 'holdSubmission', cases.hold(leading, held.id, why));
}

async function conflicts(app: INestApplicationContext, cast: Cast, now: Date): Promise<void> {
  for (const { by, of, kind, note, daysAgo } of CONFLICTS) {
    const declaring = cast.as(by, daysBefore(now, daysAgo));
    const declared = app.get(ConflictsService).declare(declaring, { otherPersonId: cast.idOf(of), kind, note });
    await acted(declaring, 'declareConflict', declared);
  }
}

/** The oldest work that somebody may only judge because a rule is set aside for them. */
async function waiver(app: INestApplicationContext, cast: Cast): Promise<void> {
  const leading = cast.as(LEAD);
  const eligibility = app.get(EligibilityService);
  const open = await cast.system.tx.query<{ id: string }>(
    `SELECT id FROM marking_slot WHERE state = 'OPEN' AND purpose = 'FIRST' ORDER BY due_at, id LIMIT 5`,
  );
  const reason = 'The two others who know this work are away this week, and it has waited longest of all.';
  for (const { id: slotId } of open) {
    const near = (await eligibility.takersOf(leading, slotId)).find(
      ({ rules }) =>
        rules.some(({ ok, rule }) => !ok && eligibility.isWaivable(rule)) &&
        rules.every(({ ok, rule }) => ok || eligibility.isWaivable(rule)),
    );
    if (!near) continue;
    const waived = app.get(WaiversService).waive(leading, { slotId, personId: near.personId, reason });
    await acted(leading, 'waiveConflict', waived);
    return;
  }
}
