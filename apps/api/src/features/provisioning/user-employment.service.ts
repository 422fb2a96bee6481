import { Injectable } from '@nestjs/common';
import { isId } from '../../platform/database/id.js';
import { EmploymentsService } from '../people/employments.service.js';
import { PeopleService } from '../people/people.service.js';
import { UnitsService } from '../people/units.service.js';
import { done } from './provisioned-people.service.js';
import type { ScimCall } from './scim-call.js';
import { badRequest } from './scim-error.rules.js';
import type { UserFacts } from './user-facts.rules.js';

type Place = Pick<UserFacts, 'title' | 'department' | 'managerId'>;

/** Somebody's first employment needs a title; directories do not always know one. */
const NO_TITLE = 'Not stated';

/** Lets title, department and manager become a dated employment from today on, where the client is trusted with that. */
@Injectable()
export class UserEmploymentService {
  constructor(
    private readonly people: PeopleService,
    private readonly employments: EmploymentsService,
    private readonly units: UnitsService,
  ) {}

  async follow(call: ScimCall, personId: string, after: UserFacts, before: Place | null): Promise<void> {
    const { viewer, client } = call;
    if (!client.managesEmployment || !after.active) return;
    if (before && same(before, after)) return;
    if (!after.title && !after.department && !after.managerId && !before) return;
    const current = await this.people.employmentOf(viewer, personId);
    const jobTitle = after.title ?? (current ? undefined : NO_TITLE);
    const place = {
      personId,
      from: viewer.now.toISOString().slice(0, 10),
      jobTitle,
      orgUnitId: after.department
        ? (await this.units.named(viewer, after.department)).id
        : gone(before?.department, after.department),
      managerId: after.managerId
        ? await this.managerOf(call, after.managerId)
        : gone(before?.managerId, after.managerId),
    };
    done(await this.employments.change(viewer, place));
  }

  private async managerOf(call: ScimCall, id: string): Promise<string> {
    const [known] = isId(id)
      ? await call.viewer.tx.query(
          'SELECT 1 FROM scim_user WHERE person_id = $1 AND client_id = $2 AND deleted_at IS NULL',
          [id, call.client.id],
        )
      : [];
    if (!known) throw badRequest('invalidValue', `There is no user “${id.slice(0, 100)}” to be the manager.`);
    return id;
  }
}

/** What the directory took away is taken away; what it never named stays as people here recorded it. */
function gone(before: string | null | undefined, after: string | null): null | undefined {
  return before && !after ? null : undefined;
}

function same(before: Place, after: Place): boolean {
  return before.title === after.title && before.department === after.department && before.managerId === after.managerId;
}
