import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { newId } from '../../platform/database/id.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { hashOf, newSecret } from './claim-secret.js';
import { LeavingMail } from './leaving-mail.service.js';
import { CLAIM_AGAIN_MINUTES, CLAIM_DAYS } from './leaving.rules.js';

const DAY_MS = 86_400_000;
const MOST_AT_ONCE = 200;

/** What the page behind a link is told before anybody is let in. */
export interface ClaimView {
  organisationName: string;
  state: 'GOOD' | 'USED' | 'EXPIRED' | 'BACK';
}

interface Link {
  id: string;
  personId: string;
  address: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  endedAt: Date | null;
  withUs: boolean;
}

/** Links by which people who left come to what they earned. Everything here is done by the product itself. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationService,
    private readonly mail: LeavingMail,
  ) {}

  async look(system: Viewer, token: string): Promise<ClaimView | null> {
    const link = await this.find(system, token);
    if (!link) return null;
    const { name } = await this.organisations.current(system);
    return { organisationName: name, state: stateOf(link, system.now) };
  }

  /** Uses the link up; whose it is. Null: it lets nobody in (any more). */
  async redeem(system: Viewer, token: string): Promise<string | null> {
    const link = await this.find(system, token, 'FOR UPDATE OF link');
    if (!link || stateOf(link, system.now) !== 'GOOD') return null;
    await system.tx.query('UPDATE claim_link SET used_at = $2 WHERE id = $1', [link.id, system.now]);
    // Whoever was written to at an address that somebody else named has shown that it is theirs.
    if (link.address)
      await system.tx.query(
        `INSERT INTO personal_address (person_id, address, proved_at, asked_at) VALUES ($1, $2, $3, $3)
         ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, proved_at = excluded.proved_at`,
        [link.personId, link.address, system.now],
      );
    await audit(system, { operation: 'useClaimLink', target: link.personId, detail: {} });
    return link.personId;
  }

  /** A link that was used or is over asks for the next one. It goes to the address that was proved, whoever asks. */
  async again(system: Viewer, token: string): Promise<void> {
    const link = await this.find(system, token, 'FOR UPDATE OF link');
    if (!link || !['USED', 'EXPIRED'].includes(stateOf(link, system.now))) return;
    const asked = await system.tx.query<{ id: string }>(
      `INSERT INTO claim_link (id, person_id, asked_at) SELECT $1::uuid, $2::uuid, $3::timestamptz
       WHERE EXISTS (SELECT FROM personal_address WHERE person_id = $2::uuid AND address IS NOT NULL)
         AND NOT EXISTS (SELECT FROM claim_link WHERE person_id = $2::uuid AND asked_at > $3::timestamptz - make_interval(mins => $4))
       RETURNING id`,
      [newId(), link.personId, system.now, CLAIM_AGAIN_MINUTES],
    );
    if (asked.length > 0) await this.hurry(system, link.personId);
  }

  /** What is asked for is sent now and not with the next look. */
  async hurry(viewer: Viewer, personId: string): Promise<void> {
    await enqueue(viewer.tx, { name: 'leaving.send-claim-links', id: `claim-${personId}-${newId()}`, payload: {} });
  }

  /**
   * Finds out who left, by whichever way it became known, and sends every link that waits. Who came back needs none:
   * what they had ends.
   */
  async sendDue(system: Viewer): Promise<number> {
    const { tx } = system;
    await tx.aloneIn('claim links');
    await tx.query(
      `UPDATE claim_link link SET ended_at = $1 FROM person
       WHERE person.id = link.person_id AND link.ended_at IS NULL AND app_is_with_us(person.active, person.last_day)`,
      [system.now],
    );
    if (!this.mail.isSetUp) return 0;
    await this.notice(system);
    const due = await tx.query<{ id: string; personId: string; address: string }>(
      `SELECT link.id, link.person_id AS "personId", coalesce(link.address, own.address) AS address
       FROM claim_link link LEFT JOIN personal_address own ON own.person_id = link.person_id
       WHERE link.sent_at IS NULL AND link.ended_at IS NULL AND coalesce(link.address, own.address) IS NOT NULL
       ORDER BY link.asked_at, link.id LIMIT $1`,
      [MOST_AT_ONCE],
    );
    for (const each of due) await this.send(system, each);
    return due.length;
  }

  private async notice(system: Viewer): Promise<void> {
    const left = await system.tx.query<{ id: string }>(
      `SELECT person.id FROM personal_address own JOIN person ON person.id = own.person_id
       WHERE own.address IS NOT NULL AND NOT app_is_with_us(person.active, person.last_day)
         AND EXISTS (SELECT FROM credential WHERE credential.person_id = person.id)
         AND NOT EXISTS (SELECT FROM claim_link link WHERE link.person_id = person.id AND link.ended_at IS NULL)
       ORDER BY person.id LIMIT $1`,
      [MOST_AT_ONCE],
    );
    for (const { id } of left)
      await system.tx.query('INSERT INTO claim_link (id, person_id, asked_at) VALUES ($1, $2, $3)', [
        newId(),
        id,
        system.now,
      ]);
  }

  private async send(system: Viewer, link: { id: string; personId: string; address: string }): Promise<void> {
    const person = await this.people.byId(system, link.personId);
    if (!person) return;
    const { token, hash } = newSecret();
    const until = new Date(system.now.getTime() + CLAIM_DAYS * DAY_MS);
    await system.tx.query(
      'UPDATE claim_link SET ended_at = $2 WHERE person_id = $1 AND id <> $3 AND ended_at IS NULL',
      [link.personId, system.now, link.id],
    );
    await system.tx.query('UPDATE claim_link SET token_hash = $2, sent_at = $3, expires_at = $4 WHERE id = $1', [
      link.id,
      hash,
      system.now,
      until,
    ]);
    await this.mail.claim(system, person, link.address, token, until);
  }

  private async find(system: Viewer, token: string, lock = ''): Promise<Link | null> {
    const [link] = await system.tx.query<Link>(
      `SELECT link.id, link.person_id AS "personId", link.address, link.expires_at AS "expiresAt", link.used_at AS "usedAt",
         link.ended_at AS "endedAt", app_is_with_us(person.active, person.last_day) AS "withUs"
       FROM claim_link link JOIN person ON person.id = link.person_id WHERE link.token_hash = $1 ${lock}`,
      [hashOf(token)],
    );
    return link ?? null;
  }
}

function stateOf(link: Link, now: Date): ClaimView['state'] {
  if (link.withUs) return 'BACK';
  if (link.usedAt || link.endedAt) return 'USED';
  return link.expiresAt <= now ? 'EXPIRED' : 'GOOD';
}
