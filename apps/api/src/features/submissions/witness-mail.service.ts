import { Injectable } from '@nestjs/common';
import { inWords } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import type { WitnessStatement } from './witness-statement.entity.js';

/** The mail with the link. The token stands after the `#`, which no server is told when the link is opened. */
@Injectable()
export class WitnessMail {
  constructor(
    private readonly mail: MailService,
    private readonly organisations: OrganisationService,
    private readonly people: PeopleService,
  ) {}

  /** Without mail only colleagues can be asked: they find the question when they sign in. */
  get isSetUp(): boolean {
    return this.mail.isSetUp;
  }

  async ask(viewer: Viewer, said: WitnessStatement, token: string): Promise<void> {
    if (!this.isSetUp) return;
    const owner = await this.people.byId(viewer, said.ownerId);
    const organisation = await this.organisations.current(viewer);
    const who = `${owner?.displayName ?? 'Somebody'}${organisation ? ` of ${organisation.name}` : ''}`;
    await this.mail.send(
      viewer,
      'WITNESS_ASKED',
      { address: said.witnessEmail, ...(said.witnessPersonId ? { personId: said.witnessPersonId } : {}) },
      {
        subject: `${owner?.displayName ?? 'Somebody'} asks what you saw: ${said.about}`,
        greets: said.witnessName,
        paragraphs: [
          `${who} asks you to say what you saw of their work, so that it can be assessed: “${said.about}”.`,
          said.question,
          'You need no account. You can confirm it in your own words or decline, and you need not say why. What you write cannot be changed afterwards by anybody.',
        ],
        act: { label: 'Answer the question', url: this.mail.addressOf(`/w#${token}`) },
        closing: `The link can be used until ${inWords(said.expiresAt)}, once, by whoever holds it. If you do not know the person who asks, do nothing.`,
      },
    );
  }
}
