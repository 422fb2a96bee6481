import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { asText, type Letter } from '../../platform/mail/letter.rules.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { CredentialsService } from './credentials.service.js';
import { ShareGrant } from './share-grant.entity.js';
import { sendingProblem, shareLetter, wordsProblem } from './share-mail.rules.js';
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
    await this.mail.send(viewer, 'BADGE_SHOWN', { address }, await this.letter(viewer, grant, words));
    const sent = [...grant.sent, { address: address.toLowerCase(), at: viewer.now.toISOString() }];
    await viewer.tx.query('UPDATE share_grant SET sent = $2 WHERE id = $1', [grant.id, JSON.stringify(sent)]);
    viewer.forget('share-grants', grant.credentialId);
    return Object.assign(grant, { sent });
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
        ...{ expiresAt: grant.expiresAt, url: this.shares.urlOf(grant) },
      },
      words,
    );
  }
}

interface Signed {
  credentialSubject?: { achievement?: { name?: string } };
}
