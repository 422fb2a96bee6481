import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';

/** What provisioning decides about a person; everything else is kept beside it. */
export interface ProvisionedPerson {
  displayName: string;
  email: string;
  personNumber: string | null;
}

@Injectable()
export class ProvisionedPeopleService {
  async add(viewer: Viewer, given: ProvisionedPerson & { id: string; active: boolean }): Promise<string> {
    await viewer.tx.query(
      'INSERT INTO person (id, display_name, email, person_number, active, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [given.id, given.displayName, given.email, given.personNumber, given.active, viewer.now],
    );
    return given.id;
  }

  async change(viewer: Viewer, id: string, given: ProvisionedPerson): Promise<void> {
    await viewer.tx.query('UPDATE person SET display_name = $2, email = $3, person_number = $4 WHERE id = $1', [
      id,
      given.displayName,
      given.email,
      given.personNumber,
    ]);
  }

  /** Whether that changed anything. */
  async setActive(viewer: Viewer, id: string, active: boolean, _reason: string | null): Promise<boolean> {
    const rows = await viewer.tx.query(
      `WITH changed AS (UPDATE person SET active = $2 WHERE id = $1 AND active <> $2 RETURNING id) SELECT id FROM changed`,
      [id, active],
    );
    return rows.length > 0;
  }
}
