import type { INestApplicationContext } from '@nestjs/common';
import { AppealsService } from '../features/appeals/appeals.service.js';
import { CasesService } from '../features/assessments/cases.service.js';
import type { Cast } from './cast.js';
import { acted } from './done.js';
import { INVENTED_PEOPLE } from './invented-people.js';

const LEAD = 'wanjiru';

/** What comes after marks: an outcome that somebody objects to, and a decision that waits to be checked. */
export async function fillAfterTheMark(app: INestApplicationContext, cast: Cast): Promise<void> {
  await appeal(app, cast);
  await moderation(app, cast);
}

/** The last who did not pass, and in time, objects. */
async function appeal(app: INestApplicationContext, cast: Cast): Promise<void> {
  const recent = await cast.system.tx.query<{ submissionId: string; personId: string }>(
    `SELECT submission.id AS "submissionId", submission.person_id AS "personId"
     FROM decision it JOIN submission ON submission.id = it.submission_id
     WHERE it.outcome = 'NOT_YET' AND it.released_at IS NOT NULL ORDER BY it.released_at DESC LIMIT 5`,
  );
  const appeals = app.get(AppealsService);
  for (const { submissionId, personId } of recent) {
    const person = INVENTED_PEOPLE.find(({ key }) => cast.idOf(key) === personId);
    if (!person) continue;
    const objecting = cast.as(person.key);
    if (!(await appeals.until(objecting, submissionId))) continue;
    const words =
      'The assessor writes that the limits of the data are not named. They are, in the last paragraph of my note, with the two weeks that are missing. I ask for somebody else to read that page.';
    await acted(objecting, 'lodgeAppeal', appeals.lodge(objecting, submissionId, 'MARKING_ERROR', words));
    return;
  }
}

/** One of the outcomes that wait for release is looked at first. */
async function moderation(app: INestApplicationContext, cast: Cast): Promise<void> {
  const [ready] = await cast.system.tx.query<{ id: string }>(
    `SELECT id FROM submission WHERE state = 'READY_FOR_RELEASE' ORDER BY submitted_at LIMIT 1`,
  );
  if (!ready) return;
  const leading = cast.as(LEAD);
  await acted(leading, 'askModeration', app.get(CasesService).askModeration(leading, ready.id));
}
