import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { GroupRolesService } from './group-roles.service.js';
import { ProvisionedPeopleService } from './provisioned-people.service.js';
import { UserEmploymentService } from './user-employment.service.js';
import type { ScimCall } from './scim-call.js';
import { ScimError } from './scim-error.rules.js';
import type { UserRow } from './scim-user-rows.js';
import type { ScimDocument } from './scim-values.rules.js';
import { attributesOf, factsOf, noMail, placeIn, type UserFacts } from './user-facts.rules.js';

type MailSource = 'EMAILS' | 'USER_NAME' | 'NONE';

interface FoundPerson {
  id: string;
  /** Whether this client had deleted the user of this person. */
  deleted: boolean;
}

/** Writes users: the person's own row through the people feature, the rest beside it. */
@Injectable()
export class UserWriterService {
  constructor(
    private readonly people: ProvisionedPeopleService,
    private readonly employment: UserEmploymentService,
    private readonly groupRoles: GroupRolesService,
  ) {}

  /** A new user: somebody new, somebody who was here before, or somebody whom people here had added by hand. */
  async create(call: ScimCall, document: ScimDocument): Promise<string> {
    const { viewer } = call;
    await viewer.tx.aloneIn('people');
    const facts = factsOf(document);
    await this.refuseTakenName(call, facts.userName, null);
    const found = await this.find(call, facts);
    const { id, source } = found
      ? { id: found.id, source: await this.changePerson(call, found.id, facts) }
      : await this.addPerson(call, facts);
    await viewer.tx.query(
      `INSERT INTO scim_user (person_id, client_id, user_name, external_id, mail_source, attributes, made_person, created_at, modified_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
       ON CONFLICT (person_id) DO UPDATE SET client_id = excluded.client_id, user_name = excluded.user_name,
         external_id = excluded.external_id, mail_source = excluded.mail_source, attributes = excluded.attributes,
         made_person = scim_user.made_person AND scim_user.client_id = excluded.client_id,
         version = scim_user.version + 1, created_at = excluded.created_at, modified_at = excluded.modified_at, deleted_at = NULL`,
      [
        id,
        call.client.id,
        facts.userName,
        facts.externalId,
        source,
        JSON.stringify(attributesOf(document)),
        found === null,
        viewer.now,
      ],
    );
    await this.employment.follow(call, id, facts, null);
    return id;
  }

  async change(call: ScimCall, row: UserRow, document: ScimDocument): Promise<void> {
    const { viewer } = call;
    const facts = factsOf(document);
    await this.refuseTakenName(call, facts.userName, row.id);
    const source = await this.changePerson(call, row.id, facts);
    await viewer.tx.query(
      `UPDATE scim_user SET user_name = $2, external_id = $3, mail_source = $4, attributes = $5, version = version + 1, modified_at = $6
       WHERE person_id = $1`,
      [row.id, facts.userName, facts.externalId, source, JSON.stringify(attributesOf(document)), viewer.now],
    );
    await this.employment.follow(call, row.id, facts, placeIn(row.doc));
  }

  async remove(call: ScimCall, row: UserRow): Promise<void> {
    await this.people.setActive(call.viewer, row.id, false, `Deleted by ${call.client.name}.`);
    await call.viewer.tx.query(
      'UPDATE scim_user SET deleted_at = $2, modified_at = $2, version = version + 1 WHERE person_id = $1',
      [row.id, call.viewer.now],
    );
  }

  private async addPerson(call: ScimCall, facts: UserFacts): Promise<{ id: string; source: MailSource }> {
    const { email, source } = await this.mailFor(call, facts, null);
    await this.refuseTakenNumber(call, facts, null);
    const { displayName, personNumber, active } = facts;
    return { id: await this.people.add(call.viewer, { displayName, email, personNumber, active }), source };
  }

  private async changePerson(call: ScimCall, id: string, facts: UserFacts): Promise<MailSource> {
    const { email, source } = await this.mailFor(call, facts, id);
    await this.refuseMailOfOffice(call, id, email);
    await this.refuseTakenNumber(call, facts, id);
    const { displayName, personNumber, active } = facts;
    await this.people.change(call.viewer, id, { displayName, email, personNumber });
    const changed = await this.people.setActive(call.viewer, id, active, `Deactivated by ${call.client.name}.`);
    if (changed && active) await this.groupRoles.renew(call.viewer, id);
    return source;
  }

  /**
   * Who a new user is, when it is nobody new: whoever had this user name before, has the same employee number, or has the
   * same mail address here and is with us. An address alone never finds somebody who left: addresses are given again.
   */
  private async find(call: ScimCall, facts: UserFacts): Promise<FoundPerson | null> {
    const [found] = await call.viewer.tx.query<FoundPerson & { number: string | null; elsewhere: boolean }>(
      `SELECT p.id, u.deleted_at IS NOT NULL AS deleted, p.person_number AS number,
         u.person_id IS NOT NULL AND u.deleted_at IS NULL AS elsewhere
       FROM person p LEFT JOIN scim_user u ON u.person_id = p.id
       WHERE (u.client_id = $1 AND u.deleted_at IS NOT NULL AND lower(u.user_name) = lower($2))
         OR lower(p.person_number) = lower($3)
         OR (lower(p.email) = ANY (SELECT lower(it) FROM unnest($4::text[]) it) AND p.active AND u.person_id IS NULL)
       ORDER BY (u.client_id = $1 AND u.deleted_at IS NOT NULL AND lower(u.user_name) = lower($2)) IS TRUE DESC,
         (lower(p.person_number) = lower($3)) IS TRUE DESC, u.deleted_at DESC NULLS LAST, p.id
       LIMIT 1`,
      [call.client.id, facts.userName, facts.personNumber, facts.mails.map(({ address }) => address)],
    );
    if (!found) return null;
    if (found.elsewhere) throw new ScimError(409, 'uniqueness', 'This employee number belongs to another user.');
    if (found.number && facts.personNumber && found.number.toLowerCase() !== facts.personNumber.toLowerCase())
      throw new ScimError(409, 'uniqueness', 'Somebody with another employee number has this user name or address.');
    return found;
  }

  private async refuseTakenName(call: ScimCall, userName: string, except: string | null): Promise<void> {
    const [taken] = await call.viewer.tx.query(
      `SELECT 1 FROM scim_user WHERE client_id = $1 AND lower(user_name) = lower($2) AND deleted_at IS NULL
         AND person_id IS DISTINCT FROM $3`,
      [call.client.id, userName, except],
    );
    if (taken) throw new ScimError(409, 'uniqueness', 'Another user has this user name.');
  }

  /**
   * An address may be what somebody signs in by. A directory that found a person here, and did not make them, must not
   * come by that person's roles with an address of its own. Assessors are named by one administrator alone, so they are
   * left to it; a role that waits or begins later counts as held.
   */
  private async refuseMailOfOffice(call: ScimCall, id: string, email: string): Promise<void> {
    const [refused] = await call.viewer.tx.query(
      `SELECT 1 FROM person p WHERE p.id = $1 AND lower(p.email) <> lower($2)
         AND EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND g.role <> 'ASSESSOR' AND g.declined_at IS NULL
           AND (g.ends_at IS NULL OR g.ends_at > $4))
         AND NOT EXISTS (SELECT FROM scim_user u WHERE u.person_id = p.id AND u.client_id = $3 AND u.made_person)`,
      [id, email, call.client.id, call.viewer.now],
    );
    if (refused)
      throw new ScimError(
        409,
        'mutability',
        'This person has a role in the programme and was not created by this client: an administrator changes the mail address in Assay. Nothing was changed.',
      );
  }

  private async refuseTakenNumber(call: ScimCall, { personNumber }: UserFacts, id: string | null): Promise<void> {
    if (!personNumber) return;
    const [taken] = await call.viewer.tx.query(
      'SELECT 1 FROM person WHERE lower(person_number) = lower($1) AND id IS DISTINCT FROM $2::uuid',
      [personNumber, id],
    );
    if (taken) throw new ScimError(409, 'uniqueness', 'This employee number belongs to somebody else.');
  }

  /** The first address that can be the person's own. Directories share addresses; here each belongs to one person. */
  private async mailFor(
    call: ScimCall,
    { mails }: UserFacts,
    id: string | null,
  ): Promise<{ email: string; source: MailSource }> {
    for (const { address, source } of mails) {
      const [taken] = await call.viewer.tx.query(
        'SELECT 1 FROM person WHERE lower(email) = lower($1) AND id IS DISTINCT FROM $2::uuid',
        [address, id],
      );
      if (!taken) return { email: address, source };
    }
    // Whoever has one keeps it.
    const [known] = await call.viewer.tx.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [id]);
    return { email: known?.email ?? noMail(newId()), source: 'NONE' };
  }
}
