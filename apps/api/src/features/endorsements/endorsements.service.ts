import { createHash, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import { Endorsement } from './endorsement.entity.js';
import type { AskEndorsementInput } from './endorsement.inputs.js';
import './endorsement.policy.js';
import { askProblems, MOST_GIVEN, MOST_WAITING, REQUEST_DAYS } from './endorsement.rules.js';
import { EndorsementMail } from './endorsement-mail.service.js';
import { EndorsementAsked } from './endorsements.events.js';

const A_DAY = 24 * 60 * 60 * 1_000;
type Asked = Endorsement | InvalidInput | NotAllowed | NotFound;
type Whom = Pick<Endorsement, 'endorserId' | 'endorserName' | 'endorserEmail'>;

/** What others say for credentials: who is asked, what stands beside a credential, what strangers see of it. */
@Injectable()
export class EndorsementsService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly credentials: CredentialsService,
    private readonly mail: EndorsementMail,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(Endorsement, 'Endorsement', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<Endorsement | null> {
    return viewer.load('endorsement', id, async (ids) => {
      const rows = await viewer.tx.manager.findBy(Endorsement, { id: In([...ids]) });
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<Endorsement | null> {
    const it = isId(id) ? await this.byId(viewer, id) : null;
    if (it) await viewer.learn([it.holderId]);
    return it && can(viewer, 'see', it) ? it : null;
  }

  /** Of a credential and its other editions, newest first, as far as the viewer sees them; fifty at most. */
  async of(viewer: Viewer, credential: Credential): Promise<Endorsement[]> {
    await viewer.learn([credential.personId]);
    const found = await viewer.load('endorsements-of', credential.awardId, async (ids) => {
      const rows = await viewer.tx.manager.find(Endorsement, {
        where: { awardId: In([...ids]) },
        order: { askedAt: 'DESC', id: 'DESC' },
      });
      return new Map(ids.map((id) => [id, rows.filter(({ awardId }) => awardId === id).slice(0, 50)]));
    });
    return (found ?? []).filter((each) => can(viewer, 'see', each));
  }

  /** What the viewer was asked for, newest first; fifty at most. */
  async askedOf(viewer: Viewer): Promise<Endorsement[]> {
    return viewer.tx.manager.find(Endorsement, {
      where: { endorserId: viewer.personId ?? '', state: In(['ASKED', 'GIVEN', 'WITHDRAWN']) },
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 50,
    });
  }

  async ask(viewer: Viewer, input: AskEndorsementInput): Promise<Asked> {
    const credential = await this.credentials.find(viewer, input.credentialId);
    if (!credential) return new NotFound('This credential');
    if (!can(viewer, 'askEndorsement', credential))
      return new NotAllowed('Its holder, or whoever keeps credentials, asks for what is said for one that counts.');
    const whom = await this.whom(viewer, credential, input);
    if (whom instanceof InvalidInput || whom instanceof NotAllowed || whom instanceof NotFound) return whom;
    const message = input.message.trim();
    const problems = askProblems({ name: whom.endorserName, email: whom.endorserEmail, message });
    if (problems.length > 0)
      return new InvalidInput(problems.map(({ field, message: why }) => new InputProblem(field, why)));
    await viewer.tx.aloneIn(`endorsements of ${credential.awardId}`);
    const refused = await this.refusal(viewer, credential, whom);
    if (refused) return refused;
    const token = randomBytes(32).toString('base64url');
    const it = viewer.tx.manager.create(Endorsement, {
      ...{ id: newId(), credentialId: credential.id, awardId: credential.awardId, holderId: credential.personId },
      ...{
        askedBy: viewer.personId ?? '',
        ...whom,
        message,
        askedAt: viewer.now,
        state: 'ASKED',
        tokenHash: hashOf(token),
      },
      expiresAt: new Date(viewer.now.getTime() + REQUEST_DAYS * A_DAY),
      ...{ capacity: '', words: '', shown: true, document: null, withdrawnReason: '' },
    });
    await viewer.tx.manager.insert(Endorsement, it);
    await this.mail.ask(viewer, it, token);
    await record(viewer, new EndorsementAsked(it.id, it.holderId));
    viewer.forget('endorsements-of', credential.awardId);
    return it;
  }

  /** The link opens nothing any more. What was given stays. */
  async takeBack(viewer: Viewer, id: string): Promise<Asked> {
    const it = await this.find(viewer, id);
    if (!it) return new NotFound('This question');
    if (!can(viewer, 'takeBack', it)) return new NotAllowed('It was answered already.');
    return this.change(viewer, it, 'ASKED', { state: 'TAKEN_BACK', tokenHash: null });
  }

  /** Whether strangers see it beside the credential. */
  async show(viewer: Viewer, id: string, shown: boolean): Promise<Asked> {
    const it = await this.find(viewer, id);
    if (!it) return new NotFound('This endorsement');
    if (!can(viewer, 'show', it)) return new NotAllowed('Only its holder decides that, while it stands.');
    return this.change(viewer, it, 'GIVEN', { shown });
  }

  private async change(
    viewer: Viewer,
    it: Endorsement,
    from: Endorsement['state'],
    changed: Partial<Endorsement>,
  ): Promise<Endorsement | NotAllowed> {
    const { affected } = await viewer.tx.manager.update(Endorsement, { id: it.id, state: from }, changed);
    if (!affected) return new NotAllowed('It was answered meanwhile.');
    viewer.forget('endorsement', it.id);
    viewer.forget('endorsements-of', it.awardId);
    return Object.assign(it, changed);
  }

  /** A colleague by name, or whoever has the address. */
  private async whom(
    viewer: Viewer,
    credential: Credential,
    input: AskEndorsementInput,
  ): Promise<Whom | NotAllowed | NotFound> {
    const email = input.endorserEmail?.trim().toLowerCase() ?? '';
    const colleague = input.colleagueId
      ? await this.people.visible(viewer, input.colleagueId)
      : await this.people.byEmail(viewer, email);
    if (input.colleagueId && !colleague?.isWithUs(dayOf(viewer))) return new NotFound('This colleague');
    if (colleague?.id === credential.personId)
      return new NotAllowed('Nobody endorses what they hold themselves: somebody else has to say it.');
    if (colleague)
      return { endorserId: colleague.id, endorserName: colleague.displayName, endorserEmail: colleague.email };
    if (!this.mail.isSetUp) return new NotAllowed('No mail leaves this installation, so only colleagues can be asked.');
    return { endorserId: null, endorserName: input.endorserName?.trim() ?? '', endorserEmail: email };
  }

  private async refusal(viewer: Viewer, { awardId }: Credential, whom: Whom): Promise<NotAllowed | null> {
    if (whom.endorserId) {
      const [row] = await viewer.tx.query<{ judged: boolean }>('SELECT app_judged_for($1, $2) AS judged', [
        awardId,
        whom.endorserId,
      ]);
      if (row?.judged) return new NotAllowed(`${whom.endorserName} assessed it, and so does not speak for it as well.`);
    }
    const known = await viewer.tx.manager.findBy(Endorsement, { awardId, state: In(['ASKED', 'GIVEN']) });
    if (known.some((each) => each.endorserEmail.toLowerCase() === whom.endorserEmail.toLowerCase()))
      return new NotAllowed(`${whom.endorserName} was asked already.`);
    if (known.filter(({ state }) => state === 'ASKED').length >= MOST_WAITING)
      return new NotAllowed(`${MOST_WAITING} questions wait for an answer. Take one back before you ask another.`);
    if (known.filter(({ state }) => state === 'GIVEN').length >= MOST_GIVEN)
      return new NotAllowed(`${MOST_GIVEN} endorsements are the most of one credential.`);
    return null;
  }
}

/** The database keeps this of a link: reading it opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
