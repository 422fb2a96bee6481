import { Injectable } from '@nestjs/common';
import { inWords } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Endorsement } from './endorsement.entity.js';

/** The mail with the link, to people without an account. The token stands after the `#`, which no server is told. */
@Injectable()
export class EndorsementMail {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly mail: MailService,
    private readonly organisations: OrganisationService,
    private readonly people: PeopleService,
  ) {}

  get isSetUp(): boolean {
    return this.mail.isSetUp;
  }

  /** Colleagues find the question when they sign in, and are told as they like to be told. */
  async ask(viewer: Viewer, it: Endorsement, token: string): Promise<void> {
    if (!this.isSetUp || it.endorserId) return;
    const holder = (await this.people.byId(viewer, it.holderId))?.displayName ?? 'Somebody';
    const credential = await this.credentials.byId(viewer, it.credentialId);
    const version = credential && (await this.achievements.versionById(viewer, credential.achievementVersionId));
    const { name: organisation } = await this.organisations.current(viewer);
    await this.mail.send(
      viewer,
      'ENDORSEMENT_ASKED',
      { address: it.endorserEmail },
      {
        subject: `Would you speak for ${holder}’s work?`,
        greets: it.endorserName,
        paragraphs: [
          `${holder} of ${organisation} holds the credential “${version?.name ?? ''}” and asks you to endorse it: to say in your own words what you know of this work.`,
          ...(it.message ? [it.message] : []),
          'You need no account. What you write is signed with your name beside the credential, and its holder may show it to others. You can decline, and need not say why. By the same link you can withdraw it later.',
        ],
        act: { label: 'Answer', url: this.mail.addressOf(`/e#${token}`) },
        closing: `It can be answered until ${inWords(it.expiresAt)}, once, by whoever holds the link. If you do not know the person, do nothing.`,
      },
    );
  }
}
