import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PeopleService } from '../people/people.service.js';
import { hashOf, newSecret } from './claim-secret.js';
import { LeavingMail } from './leaving-mail.service.js';
import { addressProblem, hinted, PROOF_HOURS } from './leaving.rules.js';
import type { PersonalAddressType, ProvedAddressType } from './leaving.type.js';

interface Row extends PersonalAddressType {
  askedAt: Date;
}

const HOUR_MS = 3_600_000;
const AGAIN_MS = 60_000;

/** Where somebody is reached after leaving. Proved by a link that only that mailbox gets; read by its owner alone. */
@Injectable()
export class PersonalAddressService {
  constructor(
    private readonly people: PeopleService,
    private readonly mail: LeavingMail,
  ) {}

  async own(viewer: Viewer): Promise<PersonalAddressType> {
    return (await this.row(viewer)) ?? { address: null, provedAt: null, waiting: null, waitingUntil: null };
  }

  async ask(viewer: Viewer, given: string): Promise<PersonalAddressType | InvalidInput | NotAllowed | NotFound> {
    const me = await this.people.byId(viewer, viewer.personId ?? '');
    if (!me) return new NotFound();
    const wished = given.trim();
    const problem = addressProblem(wished, me.email);
    if (problem) return InvalidInput.of('address', problem);
    if (!this.mail.isSetUp) return new NotAllowed('No mail leaves this installation, so no address can be proved.');
    const before = await this.row(viewer);
    if (before?.address?.toLowerCase() === wished.toLowerCase())
      return InvalidInput.of('address', 'This address is proved already.');
    if (before?.waiting && viewer.now.getTime() - before.askedAt.getTime() < AGAIN_MS)
      return new NotAllowed('A link was sent less than a minute ago. Look into that mailbox first.');
    const { token, hash } = newSecret();
    const until = new Date(viewer.now.getTime() + PROOF_HOURS * HOUR_MS);
    await viewer.tx.query('SELECT app_ask_address($1, $2, $3, $4)', [wished, hash, viewer.now, until]);
    await this.mail.prove(viewer, me, wished, token, until);
    return this.own(viewer);
  }

  async forget(viewer: Viewer): Promise<PersonalAddressType> {
    await viewer.tx.query('SELECT app_drop_address()');
    return this.own(viewer);
  }

  /** By whoever holds the link, signed in or not. Used, over and unknown links are the same nothing. */
  async prove(viewer: Viewer, token: string): Promise<ProvedAddressType | NotFound> {
    const [row] = await viewer.tx.query<{ address: string | null }>('SELECT app_prove_address($1) AS address', [
      hashOf(token),
    ]);
    return row?.address ? { hint: hinted(row.address) } : new NotFound('This link');
  }

  private async row(viewer: Viewer): Promise<Row | null> {
    const [row] = await viewer.tx.query<Row>('SELECT * FROM app_own_address()');
    return row ?? null;
  }
}
