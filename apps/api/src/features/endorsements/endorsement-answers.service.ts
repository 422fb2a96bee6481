import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { Endorsement } from './endorsement.entity.js';
import type { EndorsementAnswerInput } from './endorsement.inputs.js';
import { answerProblems, whyNotAnswerable } from './endorsement.rules.js';
import type { EndorsementRequestType } from './endorsement.type.js';
import { EndorsementAnswered, EndorsementWithdrawn } from './endorsements.events.js';
import { EndorsementsService, hashOf } from './endorsements.service.js';

type Request = EndorsementRequestType & { id: string; holderId: string };
type Refused = InvalidInput | NotAllowed | NotFound;
const TOKEN = /^[\w-]{43}$/;
const MOST_REASON = 1_000;

/** What endorsers say, and that they say it no more: by the link of a mail without an account, or signed in. */
@Injectable()
export class EndorsementAnswersService {
  constructor(private readonly endorsements: EndorsementsService) {}

  /** What a link opens; null for one that nobody was sent, or that was taken back. */
  async opened(viewer: Viewer, token: string): Promise<Request | null> {
    if (!TOKEN.test(token)) return null;
    const [request] = await viewer.tx.query<Request>('SELECT * FROM app_endorsement_request($1)', [hashOf(token)]);
    return request ?? null;
  }

  async answerByLink(viewer: Viewer, token: string, input: EndorsementAnswerInput): Promise<Request | Refused> {
    const request = await this.opened(viewer, token);
    if (!request) return new NotFound('This question');
    if (viewer.isSelf(request.holderId))
      return new NotAllowed('Nobody endorses what they hold themselves: somebody else has to say it.');
    const refused = refusalOf(viewer, request, input);
    if (refused) return refused;
    if (!(await this.write(viewer, request, hashOf(token), input))) return meanwhile();
    return (await this.opened(viewer, token)) ?? request;
  }

  async answer(viewer: Viewer, id: string, input: EndorsementAnswerInput): Promise<Endorsement | Refused> {
    const it = await this.endorsements.find(viewer, id);
    if (!it) return new NotFound('This question');
    const refused = refusalOf(viewer, it, input);
    if (refused) return refused;
    if (!can(viewer, 'answer', it)) return new NotAllowed('Only whoever was asked can answer.');
    if (!(await this.write(viewer, it, null, input))) return meanwhile();
    return this.reread(viewer, it);
  }

  async withdrawByLink(viewer: Viewer, token: string): Promise<Request | NotAllowed | NotFound> {
    const request = await this.opened(viewer, token);
    if (!request) return new NotFound('This endorsement');
    if (!(await this.end(viewer, request, hashOf(token), ''))) return new NotAllowed('There is nothing to withdraw.');
    return (await this.opened(viewer, token)) ?? request;
  }

  async withdraw(viewer: Viewer, id: string, reason: string): Promise<Endorsement | Refused> {
    const it = await this.endorsements.find(viewer, id);
    if (!it) return new NotFound('This endorsement');
    if (!can(viewer, 'withdraw', it))
      return new NotAllowed('Whoever gave it withdraws it, or somebody else who keeps credentials, while it stands.');
    const why = reason.trim();
    if (why.length > MOST_REASON) return InvalidInput.of('reason', 'At most 1,000 characters.');
    if (why === '' && it.endorserId !== viewer.personId)
      return InvalidInput.of('reason', 'Say why: its holder reads it.');
    if (!(await this.end(viewer, it, null, why))) return new NotAllowed('It was withdrawn meanwhile.');
    return this.reread(viewer, it);
  }

  /** False: somebody else was quicker with the same link. */
  private async write(
    viewer: Viewer,
    { id, holderId }: { id: string; holderId: string },
    hash: string | null,
    input: EndorsementAnswerInput,
  ): Promise<boolean> {
    const [row] = await viewer.tx.query<{ done: boolean }>(
      'SELECT app_answer_endorsement($1, $2, $3, $4, $5) AS done',
      [...[id, hash, input.gives, input.capacity.trim(), input.words.trim()]],
    );
    if (!row?.done) return false;
    if (input.gives) await enqueue(viewer.tx, { name: 'endorsements.sign', id: `endorsement-${id}`, payload: {} });
    await record(viewer, new EndorsementAnswered(id, holderId));
    return true;
  }

  private async end(
    viewer: Viewer,
    { id, holderId }: { id: string; holderId: string },
    hash: string | null,
    why: string,
  ): Promise<boolean> {
    const [row] = await viewer.tx.query<{ done: boolean }>('SELECT app_withdraw_endorsement($1, $2, $3) AS done', [
      ...[id, hash, why],
    ]);
    if (!row?.done) return false;
    await enqueue(viewer.tx, { name: 'endorsements.sign', id: `endorsement-${id}-withdrawn`, payload: {} });
    await record(viewer, new EndorsementWithdrawn(id, holderId));
    return true;
  }

  private async reread(viewer: Viewer, it: Endorsement): Promise<Endorsement> {
    viewer.forget('endorsement', it.id);
    viewer.forget('endorsements-of', it.awardId);
    return (await this.endorsements.byId(viewer, it.id)) ?? it;
  }
}

function refusalOf(
  viewer: Viewer,
  { state, expiresAt }: Pick<Endorsement, 'state' | 'expiresAt'>,
  input: EndorsementAnswerInput,
): InvalidInput | NotAllowed | null {
  const closed = whyNotAnswerable(state, expiresAt, viewer.now);
  if (closed) return new NotAllowed(closed);
  const said = { gives: input.gives, capacity: input.capacity.trim(), words: input.words.trim() };
  const problems = answerProblems(said);
  return problems.length > 0
    ? new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)))
    : null;
}

const meanwhile = () => new NotAllowed('It was answered meanwhile.');
