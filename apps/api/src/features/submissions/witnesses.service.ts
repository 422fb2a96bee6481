import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { dayOf } from '../../platform/access/day.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { EvidenceService } from './evidence.service.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import './submission.policy.js';
import { WitnessAsked } from './submissions.events.js';
import { WitnessMail } from './witness-mail.service.js';
import { WitnessStatement } from './witness-statement.entity.js';
import { MOST_WAITING, questionProblems, REQUEST_DAYS, stateOf } from './witness.rules.js';
import type { AskWitnessInput, AttestedEvidenceInput } from './witness.type.js';

const MOST_SHOWN = 50;
type Asked = EvidenceItem | InvalidInput | NotAllowed | NotFound;
type Whom = Pick<WitnessStatement, 'witnessPersonId' | 'witnessEmail' | 'witnessName'>;

/** Asking others about evidence: by mail whoever saw it, by name the colleague who can confirm what never leaves the workplace. */
@Injectable()
export class WitnessesService {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly mail: WitnessMail,
    private readonly people: PeopleService,
  ) {}

  /** What is said, or still asked, about an item. */
  ofItem(viewer: Viewer, itemId: string): Promise<WitnessStatement | null> {
    return viewer.load('witness-of-item', itemId, async (ids) => {
      const found = await viewer.tx.manager.findBy(WitnessStatement, { itemId: In([...ids]) });
      return new Map(found.filter((said) => can(viewer, 'read', said)).map((said) => [said.itemId, said]));
    });
  }

  /** Questions to the viewer, those that wait first. */
  async askedOf(viewer: Viewer): Promise<WitnessStatement[]> {
    const asked = await viewer.tx.manager.find(WitnessStatement, {
      where: { witnessPersonId: viewer.personId ?? '', revokedAt: IsNull() },
      order: { answeredAt: { direction: 'DESC', nulls: 'FIRST' }, askedAt: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
    return asked.filter((each) => can(viewer, 'read', each));
  }

  async ask(viewer: Viewer, input: AskWitnessInput): Promise<Asked> {
    const me = await this.people.byId(viewer, viewer.personId ?? '');
    if (!me) return new NotFound();
    const refused = await this.refusalTo(viewer, input, me);
    if (refused) return refused;
    const witnessEmail = input.witnessEmail.trim().toLowerCase();
    const colleague = await this.people.byEmail(viewer, witnessEmail);
    if (!colleague && !this.mail.isSetUp)
      return new NotAllowed('No mail leaves this installation, so only colleagues can be asked.');
    const whom = colleague ? named(colleague) : { ...NOBODY, witnessEmail, witnessName: input.witnessName.trim() };
    const item = await this.evidence.keepUnsaid(viewer, 'WITNESS', input);
    return this.send(viewer, item, input.question, whom);
  }

  async attest(viewer: Viewer, input: AttestedEvidenceInput): Promise<Asked> {
    const me = await this.people.byId(viewer, viewer.personId ?? '');
    const colleague = isId(input.colleagueId) ? await this.people.visible(viewer, input.colleagueId) : null;
    if (!me || !colleague?.isWithUs(dayOf(viewer))) return new NotFound('This colleague');
    if (viewer.isSelf(colleague.id)) return InvalidInput.of('colleagueId', 'Somebody else has to confirm it.');
    const refused = await this.refusalTo(viewer, input, me);
    if (refused) return refused;
    const item = await this.evidence.keepUnsaid(viewer, 'ATTESTED', input);
    return this.send(viewer, item, input.question, named(colleague));
  }

  /** The link opens nothing any more. What was answered stays. */
  async takeBack(viewer: Viewer, itemId: string): Promise<Asked> {
    const found = await this.waiting(viewer, itemId);
    if (!('said' in found)) return found;
    await viewer.tx.manager.update(WitnessStatement, { id: found.said.id }, { revokedAt: viewer.now, tokenHash: null });
    viewer.forget('witness-of-item', itemId);
    return found.item;
  }

  /** A new link; the one before opens nothing any more. */
  async askAgain(viewer: Viewer, itemId: string): Promise<Asked> {
    const found = await this.waiting(viewer, itemId);
    if (!('said' in found)) return found;
    const { said, item } = found;
    if (stateOf(said, viewer.now) === 'WAITING' && viewer.now.getTime() - said.askedAt.getTime() < A_DAY)
      return new NotAllowed('It was sent less than a day ago. Give them a little time.');
    const { token, hash } = secret();
    const changes = { askedAt: viewer.now, expiresAt: lastsFrom(viewer.now), tokenHash: hash, revokedAt: null };
    await viewer.tx.manager.update(WitnessStatement, { id: said.id }, changes);
    viewer.forget('witness-of-item', itemId);
    await this.tell(viewer, Object.assign(said, changes), token);
    return item;
  }

  private async waiting(
    viewer: Viewer,
    itemId: string,
  ): Promise<{ said: WitnessStatement; item: EvidenceItem } | NotAllowed | NotFound> {
    const item = await this.evidence.find(viewer, itemId);
    const said = item && (await this.ofItem(viewer, item.id));
    if (!item || !said) return new NotFound('This question');
    if (said.answeredAt) return new NotAllowed('It was answered already. What a witness said does not change.');
    return { said, item };
  }

  private async refusalTo(
    viewer: Viewer,
    input: Parameters<typeof questionProblems>[0] & { madeOn?: string | null; note?: string | null },
    me: Person,
  ): Promise<InvalidInput | NotAllowed | null> {
    const problems = [
      ...questionProblems(input, me.email).map(({ field, message }) => new InputProblem(field, message)),
      ...this.evidence.problemsOf(viewer, { madeOn: input.madeOn, note: input.note }),
    ];
    if (problems.length) return new InvalidInput(problems);
    await viewer.tx.aloneIn(`witnesses of ${me.id}`);
    const waiting = await viewer.tx.manager.countBy(WitnessStatement, {
      ownerId: me.id,
      answeredAt: IsNull(),
      revokedAt: IsNull(),
    });
    return waiting < MOST_WAITING
      ? null
      : new NotAllowed(`${MOST_WAITING} of your questions wait for an answer. Take one back before you ask another.`);
  }

  private async send(viewer: Viewer, item: EvidenceItem, question: string, whom: Whom): Promise<EvidenceItem> {
    const { token, hash } = secret();
    const said = viewer.tx.manager.create(WitnessStatement, {
      id: newId(),
      ownerId: item.personId,
      itemId: item.id,
      ...whom,
      about: item.title,
      question: question.trim(),
      keptAt: item.keptAt,
      madeOn: item.madeOn,
      askedAt: viewer.now,
      expiresAt: lastsFrom(viewer.now),
      tokenHash: hash,
    });
    await viewer.tx.manager.insert(WitnessStatement, said);
    viewer.forget('witness-of-item', item.id);
    await this.tell(viewer, said, token);
    return item;
  }

  /** The link goes to the witness alone: whoever asks never sees it, or they could answer in their place. */
  private async tell(viewer: Viewer, said: WitnessStatement, token: string): Promise<void> {
    await this.mail.ask(viewer, said, token);
    await record(viewer, new WitnessAsked(said.id, said.ownerId, said.itemId, said.witnessPersonId));
  }
}

const A_DAY = 24 * 60 * 60 * 1_000;
const NOBODY = { witnessPersonId: null };
const lastsFrom = (now: Date) => new Date(now.getTime() + REQUEST_DAYS * A_DAY);
const named = (person: Person): Whom => ({
  witnessPersonId: person.id,
  witnessEmail: person.email,
  witnessName: person.displayName,
});

function secret(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** The database keeps this of a link: reading it opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
