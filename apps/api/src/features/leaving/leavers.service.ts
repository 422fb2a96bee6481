import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { ClaimsService } from './claims.service.js';
import { LeavingMail } from './leaving-mail.service.js';
import { addressProblem, claimState } from './leaving.rules.js';
import type { LeaverType, LeavingSettingType } from './leaving.type.js';

type Row = Pick<LeaverType, 'addressProved' | 'credentials' | 'sentAt' | 'expiresAt' | 'usedAt'> & {
  askedAt: Date | null;
};

/** What whoever keeps people can do for somebody who left: send the link, never read where to. */
@Injectable()
export class LeaversService {
  constructor(
    private readonly people: PeopleService,
    private readonly claims: ClaimsService,
    private readonly mail: LeavingMail,
  ) {}

  /** Null for whoever is with us, and for whom the viewer does not keep. */
  async of(viewer: Viewer, personId: string): Promise<LeaverType | null> {
    const person = await this.kept(viewer, personId);
    if (!person || person.isWithUs(dayOf(viewer))) return null;
    const row = await this.row(viewer, person.id);
    return row && { ...row, state: claimState(row, viewer.now) };
  }

  async sendLink(
    viewer: Viewer,
    personId: string,
    given: { address: string | null; reason: string | null },
  ): Promise<LeaverType | InvalidInput | NotAllowed | NotFound> {
    const person = await this.kept(viewer, personId);
    const row = person && (await this.row(viewer, person.id));
    if (!person || !row) return new NotFound('This person');
    if (person.isWithUs(dayOf(viewer)))
      return new NotAllowed(`${person.displayName} is with us and signs in as always.`);
    if (!this.mail.isSetUp) return new NotAllowed('No mail leaves this installation, so no link can be sent.');
    if (row.credentials === 0) return new NotAllowed(`${person.displayName} holds no badge.`);
    const address = given.address?.trim() || null;
    const reason = given.reason?.trim() || null;
    const refused = refusalOf(row.addressProved, address, reason, person);
    if (refused) return refused;
    const [done] = await viewer.tx.query<{ asked: boolean }>('SELECT app_ask_claim($1, $2, $3, $4, $5) AS asked', [
      newId(),
      person.id,
      address,
      address && reason,
      viewer.now,
    ]);
    if (!done?.asked) return new NotAllowed('Your role does not reach this person.');
    await this.claims.hurry(viewer, person.id);
    return (await this.of(viewer, person.id)) ?? new NotFound('This person');
  }

  async setting(viewer: Viewer): Promise<LeavingSettingType> {
    const [row] = await viewer.tx.query<LeavingSettingType>('SELECT app_leaving_setting() AS "takesEvidence"');
    return row ?? { takesEvidence: false };
  }

  async changeSetting(viewer: Viewer, takesEvidence: boolean): Promise<LeavingSettingType | NotAllowed> {
    const [row] = await viewer.tx.query<{ done: boolean }>('SELECT app_change_leaving_setting($1) AS done', [
      takesEvidence,
    ]);
    return row?.done ? { takesEvidence } : new NotAllowed('This is for administrators of the whole organisation.');
  }

  private async kept(viewer: Viewer, personId: string): Promise<Person | null> {
    const person = await this.people.visible(viewer, personId);
    return person && can(viewer, 'change', person) && !viewer.isSelf(person.id) ? person : null;
  }

  private async row(viewer: Viewer, personId: string): Promise<Row | null> {
    const [row] = await viewer.tx.query<Row>('SELECT * FROM app_leaver($1)', [personId]);
    return row ?? null;
  }
}

function refusalOf(proved: boolean, address: string | null, reason: string | null, person: Person) {
  if (proved)
    return address === null
      ? null
      : InvalidInput.of('address', 'An address was proved before leaving: the link goes there and nowhere else.');
  if (address === null)
    return InvalidInput.of('address', 'No address was proved. Name the one that this person gave you.');
  const problem = addressProblem(address, person.email);
  if (problem) return InvalidInput.of('address', problem);
  if (!reason) return InvalidInput.of('reason', 'Say how you know that this address is theirs.');
  return reason.length > 1_000 ? InvalidInput.of('reason', 'A reason has at most 1,000 characters.') : null;
}
