import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { inWords } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { MailState } from '../../platform/mail/mail.entity.js';
import { asText, type Letter } from '../../platform/mail/letter.rules.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { CredentialsService } from './credentials.service.js';
import { ShareGrant } from './share-grant.entity.js';
import { sendingProblem, shareLetter, whyNotSent, wordsProblem } from './share-mail.rules.js';
import { SharesService } from './shares.service.js';

/** A holder sends a link to their badge from here: to a recruiter, or to the system that takes applications. */
@Injectable()
export class ShareMailService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly mail: MailService,
    private readonly organisations: OrganisationService,
    private readonly people: PeopleService,
    private readonly shares: SharesService,
  ) {}

  /** The letter as it would leave; null where there is no such link of the viewer's. */
  async preview(viewer: Viewer, shareId: string, words: string): Promise<{ subject: string; text: string } | null> {
    const grant = await this.own(viewer, shareId);
    if (!grant) return null;
    const letter = await this.letter(viewer, grant, words.trim());
    return { subject: letter.subject, text: asText(letter) };
  }

  async send(
    viewer: Viewer,
    { shareId, ...wish }: { shareId: string; address: string; words: string },
  ): Promise<ShareGrant | InvalidInput | NotAllowed | NotFound> {
    const [address, words] = [wish.address.trim(), wish.words.trim()];
    // Two at once would both be the last of a day.
    await viewer.tx.aloneIn(`links sent by ${viewer.personId}`);
    const grant = await this.own(viewer, shareId);
    if (!grant) return new NotFound('This link');
    if (grant.revokedAt || (grant.expiresAt && grant.expiresAt <= viewer.now))
      return new NotAllowed('This link has ended. Make another one.');
    if (!this.mail.isSetUp) return new NotAllowed('No mail leaves from here yet. Copy the link instead.');
    const wrong = wordsProblem(words) ?? sendingProblem(address, grant.sent, await this.sentToday(viewer), viewer.now);
    if (wrong) return InvalidInput.of(wrong.field, wrong.message);
    const mailId = await this.mail.send(viewer, 'BADGE_SHOWN', { address }, await this.letter(viewer, grant, words));
    const sent = [...grant.sent, { address: address.toLowerCase(), at: viewer.now.toISOString(), mailId }];
    await viewer.tx.query('UPDATE share_grant SET sent = $2 WHERE id = $1', [grant.id, JSON.stringify(sent)]);
    viewer.forget('share-grants', grant.credentialId);
    return Object.assign(grant, { sent });
  }

  /** Tries a letter again that failed. */
  async again(viewer: Viewer, shareId: string, letterId: string): Promise<ShareGrant | NotAllowed | NotFound> {
    const grant = await this.own(viewer, shareId);
    if (!grant || !isId(letterId)) return new NotFound('This letter');
    if (grant.revokedAt || (grant.expiresAt && grant.expiresAt <= viewer.now))
      return new NotAllowed('This link has ended. Make another one.');
    const [waits] = await viewer.tx.query<{ attempts: number }>('SELECT attempts FROM app_letter_again($1, $2)', [
      ...[grant.id, letterId],
    ]);
    if (!waits) return new NotFound('A letter that failed');
    await this.mail.tryAgain(viewer, letterId, waits.attempts);
    viewer.forget('sent-letters', grant.id);
    return grant;
  }

  /** To whom a link was sent and whether the letter left; nothing is known of letters that were sent before they were followed. */
  async sentOf(viewer: Viewer, grant: ShareGrant): Promise<ShareSending[]> {
    if (grant.sent.length === 0) return [];
    const letters = await viewer.load('sent-letters', grant.id, async (ids) => {
      const rows = await viewer.tx.query<SentLetter>('SELECT * FROM app_sent_letters($1)', [[...ids]]);
      return new Map(ids.map((id) => [id, rows.filter(({ grantId }) => grantId === id)]));
    });
    return grant.sent.map(({ address, at, mailId = null }) => {
      const letter = letters?.find((each) => each.mailId === mailId);
      const problem = letter?.state === 'SENT' ? null : whyNotSent(letter?.problem ?? null);
      return { address, at: new Date(at), letterId: letter ? mailId : null, state: letter?.state ?? null, problem };
    });
  }

  private async own(viewer: Viewer, shareId: string): Promise<ShareGrant | null> {
    const grant = isId(shareId) ? await viewer.tx.manager.findOneBy(ShareGrant, { id: shareId }) : null;
    const credential = grant && (await this.credentials.find(viewer, grant.credentialId));
    return credential && can(viewer, 'share', credential) ? grant : null;
  }

  private async sentToday(viewer: Viewer): Promise<number> {
    const [row] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM share_grant it JOIN credential ON credential.id = it.credential_id,
         jsonb_array_elements(it.sent) AS each
       WHERE credential.person_id = $1 AND (each ->> 'at')::timestamptz > $2::timestamptz - interval '1 day'`,
      [viewer.personId, viewer.now],
    );
    return row?.n ?? 0;
  }

  private async letter(viewer: Viewer, grant: ShareGrant, words: string): Promise<Letter> {
    const [holder, organisation, credential] = await Promise.all([
      this.people.byId(viewer, viewer.personId ?? ''),
      this.organisations.current(viewer),
      this.credentials.byId(viewer, grant.credentialId),
    ]);
    const { credentialSubject } = JSON.parse(credential?.document ?? '{}') as Signed;
    return shareLetter(
      {
        ...{ holder: holder?.displayName ?? 'Somebody', organisation: organisation.name },
        ...{ badge: credentialSubject?.achievement?.name ?? 'A badge', others: grant.furtherIds.length },
        ...{ lastDay: grant.expiresAt && inWords(grant.expiresAt), url: this.shares.urlOf(grant) },
      },
      words,
    );
  }
}

/** A sending as its holder sees it. */
export interface ShareSending {
  address: string;
  at: Date;
  letterId: string | null;
  state: MailState | null;
  problem: string | null;
}

interface SentLetter {
  grantId: string;
  mailId: string;
  state: MailState;
  problem: string | null;
}

interface Signed {
  credentialSubject?: { achievement?: { name?: string } };
}
