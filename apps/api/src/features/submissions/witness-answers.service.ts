import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { digestOf } from './snapshot-digest.js';
import './submission.policy.js';
import { WitnessAnswered } from './submissions.events.js';
import { WitnessStatement } from './witness-statement.entity.js';
import { answerProblems, stateOf, whyNotAnswerable } from './witness.rules.js';
import type { WitnessAnswerInput, WitnessRequestType } from './witness.type.js';
import { hashOf } from './witnesses.service.js';

type Request = Omit<WitnessRequestType, 'state'> & {
  id: string;
  ownerId: string;
  itemId: string;
  answer: 'CONFIRMED' | 'DECLINED' | null;
  revokedAt: Date | null;
};
type Refused = InvalidInput | NotAllowed | NotFound;
const TOKEN = /^[\w-]{43}$/;

/** What witnesses say: by the link of a mail without an account, or as colleagues who are signed in. */
@Injectable()
export class WitnessAnswersService {
  /** What a link opens; null for one that nobody was sent, or that was replaced. */
  async opened(viewer: Viewer, token: string): Promise<WitnessRequestType | null> {
    const request = await this.byToken(viewer, token);
    return request && { ...request, state: stateOf(request, viewer.now) };
  }

  async answerByLink(viewer: Viewer, token: string, input: WitnessAnswerInput): Promise<WitnessRequestType | Refused> {
    const request = await this.byToken(viewer, token);
    if (!request) return new NotFound('This question');
    if (viewer.isSelf(request.ownerId))
      return new NotAllowed('Somebody else has to say it: this is your own evidence.');
    const refused = this.refusalOf(viewer, request, input);
    if (refused) return refused;
    if (!(await this.write(viewer, request, hashOf(token), input))) return answeredMeanwhile();
    return { ...request, state: input.confirms ? 'CONFIRMED' : 'DECLINED' };
  }

  async answer(viewer: Viewer, id: string, input: WitnessAnswerInput): Promise<WitnessStatement | Refused> {
    const said = isId(id) ? await viewer.tx.manager.findOneBy(WitnessStatement, { id }) : null;
    if (!said || !can(viewer, 'answer', said)) return new NotFound('This question');
    const refused = this.refusalOf(viewer, said, input);
    if (refused) return refused;
    if (!(await this.write(viewer, said, null, input))) return answeredMeanwhile();
    viewer.forget('witness-of-item', said.itemId);
    return viewer.tx.manager.findOneByOrFail(WitnessStatement, { id });
  }

  private async byToken(viewer: Viewer, token: string): Promise<Request | null> {
    if (!TOKEN.test(token)) return null;
    const [request] = await viewer.tx.query<Request>(
      `SELECT id, "itemId", "ownerId", "ownerName", "organisationName", "witnessName", "isColleague", about, question, "keptAt",
         "madeOn"::text, "askedAt", "expiresAt", "revokedAt", "answeredAt", answer
       FROM app_witness_request($1)`,
      [hashOf(token)],
    );
    return request ?? null;
  }

  private refusalOf(
    viewer: Viewer,
    asked: Pick<WitnessStatement, 'answer' | 'revokedAt' | 'expiresAt'>,
    input: WitnessAnswerInput,
  ): InvalidInput | NotAllowed | null {
    const closed = whyNotAnswerable(stateOf(asked, viewer.now));
    if (closed) return new NotAllowed(closed);
    const problems = answerProblems(input, viewer.now.toISOString().slice(0, 10));
    return problems.length
      ? new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)))
      : null;
  }

  /** False: somebody else was quicker with the same link. */
  private async write(
    viewer: Viewer,
    asked: Pick<
      WitnessStatement,
      'id' | 'ownerId' | 'itemId' | 'about' | 'question' | 'keptAt' | 'madeOn' | 'witnessName'
    >,
    hash: string | null,
    input: WitnessAnswerInput,
  ): Promise<boolean> {
    const { about, question, keptAt, madeOn, witnessName } = asked;
    const said = {
      answer: input.confirms ? 'CONFIRMED' : 'DECLINED',
      answeredAt: viewer.now.toISOString(),
      capacity: input.capacity?.trim() || null,
      sawOn: input.sawOn ?? null,
      words: input.words?.trim() || null,
    };
    const digest = digestOf({ about, question, keptAt, madeOn, witnessName, ...said });
    const [row] = await viewer.tx.query<{ done: boolean }>('SELECT app_answer_witness($1, $2, $3) AS done', [
      asked.id,
      hash,
      JSON.stringify({ ...said, digest }),
    ]);
    if (!row?.done) return false;
    await record(viewer, new WitnessAnswered(asked.id, asked.ownerId, asked.itemId, input.confirms));
    return true;
  }
}

const answeredMeanwhile = () => new NotAllowed('This was answered meanwhile. What a witness said does not change.');
