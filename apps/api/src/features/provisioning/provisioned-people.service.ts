import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, Refusal } from '../../platform/graphql/refusal.js';
import { LeavingService } from '../people/leaving.service.js';
import { PeopleService } from '../people/people.service.js';
import { StaffService } from '../people/staff.service.js';
import { badRequest, ScimError } from './scim-error.rules.js';

/** What provisioning decides about a person; everything else is kept beside it. */
export interface ProvisionedPerson {
  displayName: string;
  email: string;
  personNumber: string | null;
}

/** The person's own row, written by the people feature as for anybody else; its refusals are SCIM's errors. */
@Injectable()
export class ProvisionedPeopleService {
  constructor(
    private readonly people: PeopleService,
    private readonly staff: StaffService,
    private readonly leaving: LeavingService,
  ) {}

  async add(viewer: Viewer, given: ProvisionedPerson & { active: boolean }): Promise<string> {
    const { id } = done(await this.staff.provision(viewer, given));
    return id;
  }

  async change(viewer: Viewer, id: string, given: ProvisionedPerson): Promise<void> {
    const person = await this.people.byId(viewer, id);
    const { displayName, email, personNumber } = given;
    if (person?.displayName === displayName && person.email === email && person.personNumber === personNumber) return;
    done(await this.staff.changePerson(viewer, id, { displayName, email, personNumber }));
  }

  /** Shuts out or lets in, at once. Says whether that changed anything. */
  async setActive(viewer: Viewer, id: string, active: boolean, reason: string): Promise<boolean> {
    const person = await this.people.byId(viewer, id);
    const day = viewer.now.toISOString().slice(0, 10);
    if (!person || (active ? person.isWithUs(day) : !person.active)) return false;
    done(active ? await this.leaving.reactivate(viewer, id) : await this.leaving.deactivate(viewer, id, reason));
    return true;
  }
}

/** What was done, or the error that says why it was not. */
export function done<T>(result: T): Exclude<T, Refusal> {
  if (result instanceof InvalidInput) throw badRequest('invalidValue', result.message);
  if (result instanceof Refusal) throw new ScimError(409, null, result.message);
  return result as Exclude<T, Refusal>;
}
