import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { dayOf } from '../../platform/access/day.js';
import { PeopleService } from '../people/people.service.js';
import { MentorNote, MentorRequest, PriorLearningMentor } from './mentoring.entity.js';
import type { Submission } from './submission.entity.js';
import { isEditable } from './submission.lifecycle.js';
import { MENTORED } from './submission.policy.js';
import { MentorAnswered, MentorAsked, MentoringEnded, MentorNoted } from './submissions.events.js';
import { SubmissionsService } from './submissions.service.js';

type Changed = Submission | InvalidInput | NotAllowed | NotFound;
const HELP_ASKED = 'help that the viewer is asked for';
const MOST_SHOWN = 100;
const MOST_CHARACTERS = 5_000;

/** Who asks for help, and with what; open as long as it can be answered. */
interface HelpAsked {
  readonly submissionId: string;
  readonly candidateId: string;
  readonly achievementVersionId: string;
  readonly open: boolean;
}

/** Who helps somebody to document what they could before. Whoever helped never assesses that person. */
@Injectable()
export class MentoringService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Requests to the viewer, the newest first. */
  async askedOf(viewer: Viewer): Promise<MentorRequest[]> {
    return viewer.tx.manager.find(MentorRequest, {
      where: { personId: viewer.personId ?? '' },
      order: { askedAt: 'DESC', submissionId: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  requestsFor(viewer: Viewer, submissionId: string): Promise<MentorRequest[]> {
    return this.parts(viewer, MentorRequest, submissionId, 'askedAt');
  }

  notesFor(viewer: Viewer, submissionId: string): Promise<MentorNote[]> {
    return this.parts(viewer, MentorNote, submissionId, 'at');
  }

  async mentorshipOf(viewer: Viewer, request: MentorRequest): Promise<PriorLearningMentor | null> {
    const all = await this.parts(viewer, PriorLearningMentor, request.submissionId, 'since');
    return all.find(({ personId }) => personId === request.personId) ?? null;
  }

  /** Who asks the viewer for help and with what, also before they said yes; null where nobody did. */
  whatIsAsked(viewer: Viewer, submissionId: string): Promise<HelpAsked | null> {
    return viewer.load(HELP_ASKED, submissionId, async (ids) => {
      const rows = await viewer.tx.query<HelpAsked>('SELECT * FROM app_help_asked($1)', [[...ids]]);
      return new Map(rows.map((row) => [row.submissionId, row]));
    });
  }

  /** A draft that the viewer helps with; null for anything else. */
  async mentored(viewer: Viewer, id: string): Promise<Submission | null> {
    const submission = isId(id) ? await this.submissions.submissionById(viewer, id) : null;
    if (!submission) return null;
    await this.learn(viewer, id);
    return can(viewer, 'mentor', submission) ? submission : null;
  }

  /** Whether the viewer helps with it now; for rules that ask. */
  learn(viewer: Viewer, submissionId: string): Promise<boolean | null> {
    return viewer.load(MENTORED, submissionId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; mentors: boolean }>(
        'SELECT id, app_mentors(id) AS mentors FROM unnest($1::uuid[]) AS each (id)',
        [[...ids]],
      );
      return new Map(rows.map(({ id, mentors }) => [id, mentors]));
    });
  }

  async ask(viewer: Viewer, submissionId: string, personId: string, message: string): Promise<Changed> {
    const submission = await this.own(viewer, submissionId);
    if (!submission) return new NotFound('This submission');
    if (submission.route !== 'PRIOR_LEARNING' || !isEditable(submission.state))
      return new NotAllowed('Only prior learning that is still being written has a mentor.');
    const mentor = await this.people.visible(viewer, personId);
    if (!mentor?.isWithUs(dayOf(viewer))) return new NotFound('This colleague');
    if (viewer.isSelf(mentor.id)) return InvalidInput.of('personId', 'Somebody else has to help.');
    if (message.length > MOST_CHARACTERS) return InvalidInput.of('message', 'A message has at most 5,000 characters.');
    const key = { submissionId: submission.id, personId: mentor.id };
    if (await viewer.tx.manager.existsBy(MentorRequest, key))
      return new NotAllowed(`${mentor.displayName} was asked about this already.`);
    if ((await viewer.tx.manager.countBy(MentorRequest, { submissionId: submission.id })) >= MOST_REQUESTS)
      return new NotAllowed(`${MOST_REQUESTS} people were asked about this. That is enough.`);

    await viewer.tx.manager.insert(MentorRequest, { ...key, askedAt: viewer.now, message: message.trim() });
    viewer.forget('MentorRequest', submission.id);
    await record(viewer, new MentorAsked(submission.id, submission.personId, mentor.id));
    return submission;
  }

  async answer(viewer: Viewer, submissionId: string, accepts: boolean): Promise<MentorRequest | NotAllowed | NotFound> {
    const key = { submissionId, personId: viewer.personId ?? '' };
    const request = isId(submissionId) ? await viewer.tx.manager.findOneBy(MentorRequest, key) : null;
    if (!request) return new NotFound('This request');
    if (request.answeredAt) return new NotAllowed('You answered this already.');
    const [row] = await viewer.tx.query<{ done: boolean }>('SELECT app_answer_mentoring($1, $2, $3) AS done', [
      submissionId,
      accepts,
      viewer.now,
    ]);
    if (!row?.done) return new NotAllowed('It was handed in meanwhile; there is nothing left to help with.');
    forgetAll(viewer, submissionId);
    await record(viewer, new MentorAnswered(submissionId, viewer.personId ?? '', accepts));
    return viewer.tx.manager.findOneByOrFail(MentorRequest, key);
  }

  /** By either of the two. */
  async end(viewer: Viewer, submissionId: string): Promise<MentorRequest | NotFound> {
    const [row] = isId(submissionId)
      ? await viewer.tx.query<{ personId: string }>(
          `SELECT person_id AS "personId" FROM prior_learning_mentor WHERE submission_id = $1 AND ended_at IS NULL`,
          [submissionId],
        )
      : [];
    if (!row) return new NotFound('This help');
    const [ended] = await viewer.tx.query<{ done: boolean }>('SELECT app_end_mentoring($1, $2) AS done', [
      submissionId,
      viewer.now,
    ]);
    if (!ended?.done) return new NotFound('This help');
    forgetAll(viewer, submissionId);
    await record(viewer, new MentoringEnded(submissionId, row.personId));
    return viewer.tx.manager.findOneByOrFail(MentorRequest, { submissionId, personId: row.personId });
  }

  /** Candidate and mentor write to each other while it is written. */
  async note(
    viewer: Viewer,
    submissionId: string,
    criterionId: string | null,
    words: string,
  ): Promise<MentorNote | InvalidInput | NotAllowed | NotFound> {
    const submission = (await this.own(viewer, submissionId)) ?? (await this.mentored(viewer, submissionId));
    if (!submission) return new NotFound('This submission');
    if (!isEditable(submission.state)) return new NotAllowed('It was handed in; notes end there.');
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    if (criterionId !== null && !version?.rubric.criteria.some(({ id }) => id === criterionId))
      return new NotFound('This criterion');
    if (!words.trim() || words.length > MOST_CHARACTERS)
      return InvalidInput.of('words', 'A note has 1 to 5,000 characters.');
    const note = viewer.tx.manager.create(MentorNote, {
      ...{ id: newId(), submissionId: submission.id, authorId: viewer.personId ?? '' },
      ...{ criterionId, words: words.trim(), at: viewer.now },
    });
    await viewer.tx.manager.insert(MentorNote, note);
    viewer.forget('MentorNote', submission.id);
    await record(viewer, new MentorNoted(note.id, submission.id, note.authorId));
    return note;
  }

  private own(viewer: Viewer, id: string): Promise<Submission | null> {
    return this.submissions.find(viewer, id);
  }

  private async parts<Part extends MentorRequest | MentorNote | PriorLearningMentor>(
    viewer: Viewer,
    kind: new () => Part,
    submissionId: string,
    order: string,
  ): Promise<Part[]> {
    await this.submissions.submissionById(viewer, submissionId);
    await this.learn(viewer, submissionId);
    const found = await viewer.load(kind.name, submissionId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(kind, 'part')
        .where('part.submissionId = ANY (:ids)', { ids: [...ids] })
        .orderBy(`part.${order}`)
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((row) => row.submissionId === id)]));
    });
    return (found ?? []).filter((part) => can(viewer, 'read', part)).slice(-MOST_SHOWN);
  }
}

const MOST_REQUESTS = 10;

function forgetAll(viewer: Viewer, submissionId: string): void {
  for (const what of ['submission', MENTORED, HELP_ASKED, 'MentorRequest', 'PriorLearningMentor', 'MentorNote'])
    viewer.forget(what, submissionId);
}
