import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

/** Somebody whom a visitor of the demonstration may be, with what they can do there. */
export interface DemoPerson {
  personId: string;
  displayName: string;
  role: Role;
  note: string;
}

const MOST_DEMO_PEOPLE = 500;
const INVENTED = 'A demonstration. The company and all its people are invented.';

const WHAT_A_ROLE_DOES: Record<Role, string> = {
  EMPLOYEE: 'keeps evidence, submits it, holds badges',
  ASSESSOR: 'claims submissions and marks them',
  ASSESSMENT_LEAD: 'names founding assessors',
  MANAGER: 'sees what the team can really do',
  HR_DESIGNER: 'imports frameworks and designs achievements',
  PROGRAMME_OWNER: 'runs the programme and watches issuance',
  ADMINISTRATOR: 'adds people, grants roles, watches jobs',
  AUDITOR: 'reads the audit log',
};

@Injectable()
export class OrganisationService {
  find(viewer: Viewer): Promise<Organisation | null> {
    return viewer.tx.manager.findOneBy(Organisation, {});
  }

  /** The organisation of a founded installation; the set-up founds it before any door opens. */
  async current(viewer: Viewer): Promise<Organisation> {
    const organisation = await this.find(viewer);
    if (!organisation) throw new Error('No organisation was founded here. Run the set-up first.');
    return organisation;
  }

  /** Founds the organisation of an empty installation, with the first administrator where one is named. */
  async found(
    system: Viewer,
    given: {
      organisationName: string | null;
      isDemo?: boolean;
      firstAdministrator: { displayName: string; email: string } | null;
    },
  ): Promise<Organisation> {
    const isDemo = given.isDemo ?? false;
    const organisation = system.tx.manager.create(Organisation, {
      id: newId(),
      name: given.organisationName ?? 'Your organisation',
      isDemo,
      notice: isDemo ? INVENTED : null,
    });
    await system.tx.manager.insert(Organisation, organisation);
    if (given.firstAdministrator) await this.addAdministrator(system, given.firstAdministrator);
    return organisation;
  }

  /** Makes somebody administrator; whoever is known by the mail address already stays the same person. Gives the id. */
  async addAdministrator(system: Viewer, named: { displayName: string; email: string }): Promise<string> {
    const [known] = await system.tx.query<{ id: string }>('SELECT id FROM person WHERE lower(email) = lower($1)', [
      named.email,
    ]);
    const id = known?.id ?? newId();
    if (!known) await system.tx.manager.insert(Person, { id, ...named, active: true, createdAt: system.now });
    if (id === (await this.administrator(system, id))) return id;
    await system.tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
      newId(),
      id,
      'ADMINISTRATOR' satisfies Role,
      system.now,
    ]);
    return id;
  }

  /** Whoever has been an administrator without limits for longest; with an id, whether this person is one. */
  async administrator(system: Viewer, personId: string | null = null): Promise<string | null> {
    const [row] = await system.tx.query<{ id: string }>(
      `SELECT person_id AS id FROM role_grant JOIN person ON person.id = person_id
       WHERE role = 'ADMINISTRATOR' AND active AND scope_unit_id IS NULL AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())
         AND ($1::uuid IS NULL OR person_id = $1) ORDER BY starts_at, role_grant.id LIMIT 1`,
      [personId],
    );
    return row?.id ?? null;
  }

  async rename(system: Viewer, name: string): Promise<void> {
    await system.tx.query('UPDATE organisation SET name = $1', [name]);
  }

  /** Suggests somebody to be first, with what they will find. */
  async suggestPersona(system: Viewer, persona: { personId: string; role: Role; note: string }): Promise<void> {
    await system.tx.query('INSERT INTO demo_persona (person_id, role, note) VALUES ($1, $2, $3)', [
      persona.personId,
      persona.role,
      persona.note,
    ]);
  }

  /** Whom a visitor may be: suggested people first, then by role and name; so many as somebody can choose from. */
  async demoPeople(viewer: Viewer): Promise<DemoPerson[]> {
    const rows = await viewer.tx.query<{ personId: string; displayName: string; role: Role; note: string | null }>(`
      WITH roles AS (
        SELECT person_id, role FROM role_grant WHERE starts_at <= now() AND (ends_at IS NULL OR ends_at > now())
        UNION SELECT DISTINCT manager_id, 'MANAGER' FROM employment
          WHERE manager_id IS NOT NULL AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)
        UNION SELECT id, 'EMPLOYEE' FROM person
      )
      SELECT person.id AS "personId", display_name AS "displayName", role, persona.note
      FROM roles JOIN person ON person.id = person_id LEFT JOIN demo_persona persona USING (person_id, role)
      WHERE active ORDER BY persona.note IS NULL, array_position(ARRAY['HR_DESIGNER','PROGRAMME_OWNER','ASSESSOR','ASSESSMENT_LEAD','MANAGER','ADMINISTRATOR','AUDITOR','EMPLOYEE'], role), display_name
      LIMIT ${MOST_DEMO_PEOPLE}`);
    return rows.map((row) => ({ ...row, note: row.note ?? WHAT_A_ROLE_DOES[row.role] }));
  }
}
