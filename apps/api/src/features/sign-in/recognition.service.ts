import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { Person } from '../people/person.entity.js';
import { StaffService } from '../people/staff.service.js';
import { type Account, accountOf, type Claims, mayJoin } from './account.rules.js';
import { issuerKey } from './identity-provider.entity.js';
import type { UsableProvider } from './usable-provider.js';
import type { SignInProblem } from './sign-in.refusals.js';

/** Whom an account is, or why nobody; `personId` beside a problem says whom it would have been. */
export type Recognised =
  | { personId: string; linked: boolean; problem?: undefined }
  | { problem: SignInProblem; personId?: string };

interface Candidate {
  id: string;
  personNumber: string | null;
  withUs: boolean;
}

/** Finds the person behind a provider's account: by what was linked before, else by mail address or personnel number, else somebody new. */
@Injectable()
export class RecognitionService {
  constructor(private readonly staff: StaffService) {}

  async recognise(
    system: Viewer,
    provider: UsableProvider,
    { subject, claims }: { subject: string; claims: Claims },
  ): Promise<Recognised> {
    const issuer = issuerKey(provider.issuer);
    // Two first arrivals of one account at once would each link it, or each make a person of it.
    await system.tx.aloneIn(`identity ${issuer} ${subject}`);
    const linked = await this.linkedTo(system, issuer, subject);
    if (linked) return { personId: linked, linked: true };

    const account = accountOf(claims, provider);
    const candidates = await this.candidates(system, account);
    const found = candidates.filter(({ withUs }) => withUs);
    // Their address or number may have passed to somebody new, who must not become them when they come back.
    const [former] = candidates;
    if (former && found.length === 0) return { problem: 'inactive', personId: former.id };
    if (found.length > 1) return { problem: 'conflict' };
    const personId = found[0]?.id ?? (await this.join(system, provider, account));
    if (personId === null) return { problem: account.emailUnverified ? 'unverified' : 'unknown' };
    // The address may have passed to somebody new: what the former owner earned must not go with it.
    const isOther = found[0] !== undefined && numbersDiffer(found[0], account);
    if (isOther || (await this.hasOtherAccount(system, issuer, personId))) return { problem: 'conflict', personId };
    return { personId, linked: false };
  }

  /** For good, hence only once the person was let in. */
  async link(system: Viewer, provider: UsableProvider, subject: string, personId: string): Promise<void> {
    await system.tx.query(
      'INSERT INTO identity_link (id, issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4, $5)',
      [newId(), issuerKey(provider.issuer), subject, personId, system.now],
    );
  }

  private async linkedTo(system: Viewer, issuer: string, subject: string): Promise<string | null> {
    const [link] = await system.tx.query<{ personId: string }>(
      'SELECT person_id AS "personId" FROM identity_link WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return link?.personId ?? null;
  }

  private candidates(system: Viewer, { email, personNumber }: Account): Promise<Candidate[]> {
    return system.tx.query<Candidate>(
      `SELECT id, person_number AS "personNumber", app_is_with_us(active, last_day) AS "withUs" FROM person
       WHERE lower(email) = lower($1) OR lower(person_number) = lower($2)`,
      [email, personNumber],
    );
  }

  private async hasOtherAccount(system: Viewer, issuer: string, personId: string): Promise<boolean> {
    const links = await system.tx.query('SELECT FROM identity_link WHERE issuer = $1 AND person_id = $2', [
      issuer,
      personId,
    ]);
    return links.length > 0;
  }

  private async join(system: Viewer, provider: UsableProvider, account: Account): Promise<string | null> {
    if (!mayJoin(account, provider)) return null;
    const { email, personNumber } = account;
    const displayName = account.displayName ?? email.slice(0, email.lastIndexOf('@'));
    const added = await this.staff.provision(system, { displayName, email, personNumber, active: true });
    return added instanceof Person ? added.id : null;
  }
}

/** Two numbers are two people, whatever the mail address says. */
function numbersDiffer(person: Candidate, account: Account): boolean {
  if (person.personNumber === null || account.personNumber === null) return false;
  return person.personNumber.toLowerCase() !== account.personNumber.toLowerCase();
}
