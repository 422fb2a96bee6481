import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { EditionsService } from '../credentials/editions.service.js';
import { PeopleService } from '../people/people.service.js';
import { corrected } from './correction.rules.js';
import { CredentialChange } from './credential-change.entity.js';
import { CredentialChangeProposed } from './credential-life.events.js';
import type { ChangeCredentialInput, CorrectCredentialInput } from './credential-life.inputs.js';
import { CHANGE_KINDS, type ChangeKind, causesOf, needsTwo } from './credential-life.lifecycle.js';
import { OPEN_CHANGE } from './credential-life.policy.js';

const CHANGES = 'credential-changes';
const MOST_CHARACTERS = 1_000;

const ACT: Record<ChangeKind, string> = {
  SUSPEND: 'suspend',
  REINSTATE: 'reinstate',
  REVOKE: 'revoke',
  CORRECT: 'correct',
};

type Asked = CredentialChange | InvalidInput | NotAllowed | NotFound;

/** Suspends, takes up again, withdraws and corrects what was signed: asked for here, carried out by the worker. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly editions: EditionsService,
    private readonly people: PeopleService,
  ) {}

  byId(viewer: Viewer, id: string): Promise<CredentialChange | null> {
    return viewer.tx.manager.findOneBy(CredentialChange, { id });
  }

  /** Everything that was done to it and to its other editions, oldest first; what is only proposed is not for its holder. */
  async of(viewer: Viewer, credential: Credential): Promise<CredentialChange[]> {
    const changes = await viewer.load(CHANGES, credential.awardId, async (awardIds) => {
      const editions = await viewer.tx.manager.findBy(Credential, { awardId: In([...awardIds]) });
      const awardOf = new Map(editions.map(({ id, awardId }) => [id, awardId]));
      const rows = await viewer.tx.manager.find(CredentialChange, {
        where: { credentialId: In([...awardOf.keys()]) },
        order: { askedAt: 'ASC', id: 'ASC' },
      });
      await viewer.learn(rows.map(({ personId }) => personId));
      const seen = rows.filter((row) => can(viewer, 'see', row));
      return new Map(
        awardIds.map((awardId) => [awardId, seen.filter((row) => awardOf.get(row.credentialId) === awardId)]),
      );
    });
    return changes ?? [];
  }

  /** What the viewer may do to it now. */
  async actsOn(viewer: Viewer, credential: Credential): Promise<ChangeKind[]> {
    await this.look(viewer, credential);
    return CHANGE_KINDS.filter((kind) => can(viewer, ACT[kind], credential));
  }

  /** Whether the viewer keeps it at all. */
  async keeps(viewer: Viewer, credential: Credential): Promise<boolean> {
    await viewer.learn([credential.personId]);
    return can(viewer, 'govern', credential);
  }

  async change(viewer: Viewer, input: ChangeCredentialInput): Promise<Asked> {
    const { kind, cause } = input;
    const credential = await this.found(viewer, input.credentialId, kind);
    if (!(credential instanceof Credential)) return credential;
    const reason = input.reason.trim();
    const problem = this.problemWith(reason);
    if (problem) return problem;
    if (kind === 'CORRECT') return InvalidInput.of('kind', 'A correction says what is to be different.');
    if (!causesOf(kind).includes(cause)) return InvalidInput.of('cause', 'This is no reason for that.');
    return this.ask(viewer, credential, { kind, cause, reason, corrections: [], plan: null });
  }

  async correct(viewer: Viewer, input: CorrectCredentialInput): Promise<Asked> {
    const credential = await this.found(viewer, input.credentialId, 'CORRECT');
    if (!(credential instanceof Credential)) return credential;
    const reason = input.reason.trim();
    const problem = this.problemWith(reason);
    if (problem) return problem;
    const own = `urn:uuid:${credential.id}`;
    const madeBy = (await this.of(viewer, credential)).find(({ plan }) => plan?.credentialId === own);
    const signed = await this.editions.planOf(viewer, credential, madeBy?.plan ?? null);
    const person = await this.people.byId(viewer, credential.personId);
    const { corrections, problems } = corrected(
      { name: signed.subject.name, validFrom: signed.validFrom, validUntil: signed.validUntil ?? null },
      {
        ...(input.nameFromDirectory && person && { name: person.displayName }),
        ...{ firstDay: input.firstDay, lastDay: input.lastDay, endless: input.endless },
      },
      dayOf(viewer),
    );
    const [first] = problems;
    if (first) return InvalidInput.of(first.field, first.message);
    const to = (field: string) => corrections.find((each) => each.field === field);
    const [name, from, until] = [to('HOLDER_NAME'), to('VALID_FROM'), to('VALID_UNTIL')];
    const plan = await this.editions.next(viewer, credential, signed, {
      ...(name?.becomes && { personName: name.becomes }),
      ...(from?.becomes && { validFrom: new Date(from.becomes) }),
      ...(until && { validUntil: until.becomes === null ? null : new Date(until.becomes) }),
    });
    return this.ask(viewer, credential, { kind: 'CORRECT', cause: 'CORRECTED', reason, corrections, plan });
  }

  /** The second person confirms what was proposed, or declines it. */
  async decide(viewer: Viewer, id: string, confirmed: boolean): Promise<CredentialChange | NotAllowed | NotFound> {
    const change = isId(id) ? await this.byId(viewer, id) : null;
    if (!change) return new NotFound('This change');
    await viewer.learn([change.personId]);
    if (!can(viewer, 'see', change)) return new NotFound('This change');
    if (change.state !== 'PROPOSED') return new NotAllowed('This was decided already.');
    if (confirmed && viewer.isSelf(change.askedBy))
      return new NotAllowed('You proposed it. Somebody else who keeps credentials confirms it.');
    if (!can(viewer, confirmed ? 'confirm' : 'decline', change))
      return new NotAllowed('You may not decide about this credential.');
    const decided = { decidedBy: viewer.personId, decidedAt: viewer.now };
    const state = confirmed ? ('DECIDED' as const) : ('DECLINED' as const);
    const { affected } = await viewer.tx.manager.update(
      CredentialChange,
      { id, state: 'PROPOSED' },
      { ...decided, state },
    );
    if (!affected) return new NotAllowed('This was decided already.');
    if (confirmed) await this.queue(viewer, id);
    viewer.forget(OPEN_CHANGE, change.credentialId);

    return Object.assign(change, decided, { state });
  }

  private async ask(
    viewer: Viewer,
    credential: Credential,
    what: Pick<CredentialChange, 'kind' | 'cause' | 'reason' | 'corrections' | 'plan'>,
  ): Promise<CredentialChange> {
    const waits = needsTwo(what.cause);
    const change = viewer.tx.manager.create(CredentialChange, {
      ...{ id: newId(), credentialId: credential.id, personId: credential.personId, ...what },
      ...{ state: waits ? 'PROPOSED' : 'DECIDED', askedBy: viewer.personId ?? '', askedAt: viewer.now },
      ...(waits ? { decidedBy: null, decidedAt: null } : { decidedBy: viewer.personId, decidedAt: viewer.now }),
      doneAt: null,
    });
    await viewer.tx.manager.insert(CredentialChange, change);
    if (waits) await record(viewer, new CredentialChangeProposed(change.id, credential.id, viewer.personId ?? ''));
    else await this.queue(viewer, change.id);
    viewer.forget(OPEN_CHANGE, credential.id);
    viewer.forget(CHANGES, credential.awardId);
    return change;
  }

  private queue(viewer: Viewer, changeId: string): Promise<void> {
    return enqueue(viewer.tx, { name: 'credentials.change', id: `change-${changeId}`, payload: { changeId } });
  }

  private async found(viewer: Viewer, id: string, kind: ChangeKind): Promise<Credential | NotAllowed | NotFound> {
    const credential = await this.credentials.find(viewer, id);
    if (!credential || !(await this.keeps(viewer, credential))) return new NotFound('This credential');
    // Two who ask at once: the second waits here and finds the first one's.
    await viewer.tx.aloneIn(`credential ${credential.id}`);
    await this.look(viewer, credential);
    if (can(viewer, ACT[kind], credential)) return credential;
    const { open } = viewer.loaded<{ open: CredentialChange | null }>(OPEN_CHANGE, credential.id) ?? { open: null };
    return new NotAllowed(
      open
        ? 'Something else is being done to this credential. Wait until that is through.'
        : REFUSED[credential.status],
    );
  }

  private async look(viewer: Viewer, { id, personId }: Credential): Promise<void> {
    await viewer.learn([personId]);
    await viewer.load(OPEN_CHANGE, id, async (ids) => {
      const rows = await viewer.tx.manager.findBy(CredentialChange, {
        credentialId: In([...ids]),
        state: In(['PROPOSED', 'DECIDED']),
      });
      return new Map(ids.map((each) => [each, { open: rows.find((row) => row.credentialId === each) ?? null }]));
    });
  }

  private problemWith(reason: string): InvalidInput | null {
    if (!reason) return InvalidInput.of('reason', 'Say why; its holder reads it.');
    if (reason.length > MOST_CHARACTERS) return InvalidInput.of('reason', 'At most 1,000 characters fit here.');
    return null;
  }
}

const REFUSED: Record<Credential['status'], string> = {
  ACTIVE: 'This cannot be done to it as it stands today.',
  SUSPENDED: 'It is suspended. It can be taken up again or withdrawn.',
  REVOKED: 'It was withdrawn, and that is final.',
};
