import { Injectable } from '@nestjs/common';
import { inWords } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import type { Person } from '../people/person.entity.js';

/** The mails to addresses of people's own. Tokens stand after the `#`, which no server is told when a link is opened. */
@Injectable()
export class LeavingMail {
  constructor(
    private readonly mail: MailService,
    private readonly organisations: OrganisationService,
  ) {}

  get isSetUp(): boolean {
    return this.mail.isSetUp;
  }

  async prove(viewer: Viewer, me: Person, address: string, token: string, until: Date): Promise<void> {
    const { name } = await this.organisations.current(viewer);
    await this.mail.send(
      viewer,
      'ADDRESS_PROOF',
      { address, personId: me.id },
      {
        subject: `Confirm that this address is yours (${name})`,
        greets: me.displayName,
        paragraphs: [
          `You named this address so that you can reach your badges of ${name} after you leave. Nobody at ${name} sees it.`,
          'Confirm that it is yours.',
        ],
        act: { label: 'Confirm this address', url: this.mail.addressOf(`/claim/address#${token}`) },
        closing: `The link can be used until ${inWords(until)}. If you did not ask for it, do nothing.`,
      },
    );
  }

  async claim(system: Viewer, person: Person, address: string, token: string, until: Date): Promise<void> {
    const { name } = await this.organisations.current(system);
    await this.mail.send(
      system,
      'CLAIM_LINK',
      { address, personId: person.id },
      {
        subject: `Your badges of ${name} stay yours`,
        greets: person.displayName,
        paragraphs: [
          `You no longer work for ${name}, and what you earned there stays yours. With this link you see your badges without an account, download all of them to keep, and decide who else sees them.`,
          'Pages that you shared go on working.',
        ],
        act: { label: 'Open your badges', url: this.mail.addressOf(`/claim#${token}`) },
        closing: `The link can be used once, until ${inWords(until)}. Should you need another, the page behind it sends you one.`,
      },
    );
  }
}
