import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { Config } from '../../platform/config/config.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { IN_USE } from './providers.service.js';
import { problemsOfSetup, type SetupAnswers, type SetupProblem } from './setup-answers.rules.js';
import { sha256 } from './sign-in-desk.service.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What the setup page has to know before anybody is anybody. */
export interface SetupView {
  organisationName: string;
  /** Whom the link signs in; null: the page asks. */
  administrator: { displayName: string } | null;
}

/**
 * The link by which the first administrator comes in. It is printed where only the operator reads, at every start until an
 * administrator came in, and again while there is no other way to sign in. Of its token only the SHA-256 is kept.
 */
@Injectable()
export class SetupLinkService {
  constructor(
    private readonly config: Config,
    private readonly organisations: OrganisationService,
    private readonly people: PeopleService,
  ) {}

  /** A new address for the operator, which ends the former one; null when none is needed. */
  async issue(system: Viewer): Promise<string | null> {
    if (this.config.demo || !(await this.isNeeded(system))) return null;
    const token = randomBytes(32).toString('base64url');
    await system.tx.query('UPDATE first_sign_in SET token_sha256 = $1, token_ends_at = $2', [
      sha256(token),
      new Date(system.now.getTime() + DAY_MS),
    ]);
    // In the fragment, which browsers keep to themselves: it reaches no server's log and no other site.
    return `${this.config.publicUrl}/sign-in/setup#${token}`;
  }

  async look(system: Viewer, token: string): Promise<SetupView | null> {
    if (!(await this.isGood(system, token))) return null;
    const { name } = await this.organisations.current(system);
    const personId = await this.organisations.administrator(system);
    const known = personId ? await this.people.byId(system, personId) : null;
    const administrator = this.config.firstAdministrator ?? known;
    return { organisationName: name, administrator: administrator && { displayName: administrator.displayName } };
  }

  /** Uses the link up. Null: it is no good (any more). Problems: nothing was written and it stays good. */
  async redeem(system: Viewer, token: string, answers: SetupAnswers): Promise<string | SetupProblem[] | null> {
    if (!(await this.isGood(system, token, true))) return null;
    const asked = await this.whoIsKnown(system);
    const problems = asked ? [] : problemsOfSetup(answers);
    if (problems.length > 0) return problems;
    if (!asked && answers.organisationName) await this.organisations.rename(system, answers.organisationName.trim());
    const personId =
      asked ??
      (await this.organisations.addAdministrator(system, {
        displayName: answers.displayName.trim(),
        email: answers.email.trim(),
      }));
    await system.tx.query('UPDATE first_sign_in SET token_sha256 = NULL, token_ends_at = NULL');
    await audit(system, { operation: 'useSetupLink', target: personId, detail: {} });
    return personId;
  }

  private async isNeeded(system: Viewer): Promise<boolean> {
    const [row] = await system.tx.query<{ came: boolean; ways: boolean }>(
      `SELECT administrator_came_at IS NOT NULL AS came, EXISTS (SELECT FROM identity_provider WHERE ${IN_USE}) AS ways
       FROM first_sign_in`,
    );
    return !row?.came || !(row.ways || this.config.oidc !== null);
  }

  private async isGood(system: Viewer, token: string, lock = false): Promise<boolean> {
    const rows = await system.tx.query(
      `SELECT FROM first_sign_in WHERE token_sha256 = $1 AND token_ends_at > $2${lock ? ' FOR UPDATE' : ''}`,
      [sha256(token), system.now],
    );
    // Another way in may have come up since it was printed: then nobody comes in by it any more.
    return rows.length > 0 && this.isNeeded(system);
  }

  /** The person of the configuration, who is made when not there yet; else whoever administrates already. */
  private whoIsKnown(system: Viewer): Promise<string | null> {
    const { firstAdministrator } = this.config;
    return firstAdministrator
      ? this.organisations.addAdministrator(system, firstAdministrator)
      : this.organisations.administrator(system);
  }
}
