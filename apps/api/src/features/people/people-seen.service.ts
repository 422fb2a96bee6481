import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { GrantListsService } from './grant-lists.service.js';
import { PeopleImport } from './people-import.entity.js';
import { PeopleImportService } from './people-import.service.js';
import { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { RoleGrant } from './role-grant.entity.js';

/** Tells how people, their roles and imports of people are seen. */
@Injectable()
export class PeopleSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly people: PeopleService,
    private readonly grants: GrantListsService,
    private readonly imports: PeopleImportService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Person,
      name: 'Person',
      subject: (row) => row.id,
      aspects: [
        { what: 'Name, job and unit', sees: async (viewer, id) => (await this.people.visible(viewer, id)) !== null },
        { what: 'Mail address', sees: (viewer, id) => this.maySee('seeContact', viewer, id) },
        { what: 'Former and planned jobs', sees: (viewer, id) => this.maySee('seeHistory', viewer, id) },
        { what: 'Roles', sees: (viewer, id) => this.maySee('seeRoles', viewer, id) },
      ],
    });
    this.kinds.register({
      entity: OrgUnit,
      name: 'Unit of the organisation',
      subject: () => null,
      aspects: [
        {
          what: 'The unit, where it stands and who is in it',
          sees: async (viewer, id) =>
            viewer.may('directory.read') && (await this.people.orgUnitById(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: RoleGrant,
      name: 'Role that was given',
      subject: (row) => row.personId,
      aspects: [{ what: 'The grant', sees: async (viewer, id) => (await this.grants.find(viewer, id)) !== null }],
    });
    this.kinds.register({
      entity: PeopleImport,
      name: 'Import of people',
      subject: () => null,
      involved: (_system, row) => Promise.resolve([row.createdBy]),
      aspects: [{ what: 'The import', sees: async (viewer, id) => (await this.imports.find(viewer, id)) !== null }],
    });
  }

  private async maySee(action: string, viewer: Viewer, id: string): Promise<boolean> {
    const person = await this.people.visible(viewer, id);
    if (!person) return false;
    await viewer.learn([id]);
    return can(viewer, action, person);
  }
}
