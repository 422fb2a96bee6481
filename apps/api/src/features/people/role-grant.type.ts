import type { Permission, Role } from '@assay/access';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import { RoleEnum } from './person.type.js';
import type { GrantApproval, GrantOrigin } from './role-grant.entity.js';
import type { GrantState } from './role-grant.rules.js';

export const GrantStateEnum = {
  PROPOSED: 'PROPOSED',
  PLANNED: 'PLANNED',
  IN_FORCE: 'IN_FORCE',
  ENDED: 'ENDED',
  DECLINED: 'DECLINED',
} satisfies { [S in GrantState]: S };
registerEnumType(GrantStateEnum, {
  name: 'GrantState',
  description: 'Where a grant stands today.',
  valuesMap: {
    PROPOSED: { description: 'Waits for a second person, and gives nothing until then.' },
    PLANNED: { description: 'Begins on a later day.' },
    IN_FORCE: { description: 'Holds now.' },
    ENDED: { description: 'Held once, or was taken back before it began.' },
    DECLINED: { description: 'A second person said no.' },
  },
});

export const GrantOriginEnum = {
  PERSON: 'PERSON',
  SCIM: 'SCIM',
  SETUP: 'SETUP',
  IMPORT: 'IMPORT',
  COMMAND: 'COMMAND',
} satisfies { [O in GrantOrigin]: O };
registerEnumType(GrantOriginEnum, {
  name: 'GrantOrigin',
  description: 'Where a grant came from.',
  valuesMap: {
    PERSON: { description: 'Somebody gave it by hand.' },
    SCIM: { description: 'The provisioning client put the person into a group that carries it.' },
    SETUP: { description: 'It was there when the installation was set up.' },
    IMPORT: { description: 'It came with an imported file.' },
    COMMAND: { description: 'The operator gave it on the host, by the command line.' },
  },
});

export const GrantApprovalEnum = {
  NOT_NEEDED: 'NOT_NEEDED',
  NOBODY_ELSE: 'NOBODY_ELSE',
  SECOND_PERSON: 'SECOND_PERSON',
} satisfies { [A in GrantApproval]: A };
registerEnumType(GrantApprovalEnum, {
  name: 'GrantApproval',
  description: 'Whether a second person has to agree.',
  valuesMap: {
    NOT_NEEDED: { description: 'This role, or this origin, asks for none.' },
    NOBODY_ELSE: { description: 'One would have been needed, but nobody else could approve.' },
    SECOND_PERSON: { description: 'A second administrator agrees before it gives anything.' },
  },
});

@ObjectType('GrantedAchievement', { description: 'The achievement that a role is limited to, in all its versions.' })
export class GrantedAchievementType {
  @Field(() => ID, { description: 'Its id, the same for every version.' })
  id: string;

  @Field({ description: 'The name of its newest version.' })
  name: string;
}

@ObjectType('RoleGrant', {
  implements: () => [NodeType],
  description: 'A role that somebody was given, from one time to another, everywhere or within limits.',
})
export class RoleGrantType implements NodeType {
  id: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => Date, { nullable: true, description: 'When it begins; null while it waits for a second person.' })
  startsAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is over; null: without an end.' })
  endsAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is to begin once it is approved; null: at once.' })
  wantedFrom: Date | null;

  @Field({ description: 'When it was given or asked for.' })
  grantedAt: Date;

  @Field(() => String, { nullable: true, description: 'Why the person needs it.' })
  reason: string | null;

  @Field(() => GrantOriginEnum, { description: 'Where it came from.' })
  origin: GrantOrigin;

  @Field(() => GrantApprovalEnum, { description: 'Whether a second person has to agree.' })
  approval: GrantApproval;

  @Field(() => Date, { nullable: true, description: 'When the second person agreed.' })
  approvedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When somebody said no.' })
  declinedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why somebody said no.' })
  declineReason: string | null;

  @Field(() => String, { nullable: true, description: 'Why it ended.' })
  endReason: string | null;
}

export const RoleGrantConnection = connectionOf(RoleGrantType, 'RoleGrant');

@ObjectType('PermissionDescription', { description: 'One thing that a role opens.' })
export class PermissionDescriptionType {
  @Field(() => String, { description: 'Its name, e.g. submission.mark.' })
  name: Permission;

  @Field({ description: 'What it lets a person do, in plain words.' })
  what: string;

  @Field({ description: 'Whether it stays when the role is limited to a unit.' })
  byUnit: boolean;

  @Field({ description: 'Whether it stays when the role is limited to an achievement.' })
  byAchievement: boolean;
}

@ObjectType('RoleDescription', { description: 'A role, what it opens, and how one gets it.' })
export class RoleDescriptionType {
  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field({ description: 'What it is for, in a sentence.' })
  what: string;

  @Field({ description: 'What it does not open, in a sentence.' })
  not: string;

  @Field(() => [PermissionDescriptionType], { description: 'Everything it opens.' })
  permissions: PermissionDescriptionType[];

  @Field({ description: 'Whether it can be granted; the others follow from facts.' })
  grantable: boolean;

  @Field({ description: 'Whether a second person would have to agree if the viewer granted it now.' })
  approval: boolean;

  @Field(() => [RoleEnum], { description: 'Roles that nobody has together with it.' })
  apart: Role[];

  @Field(() => Int, { description: 'How many people of those the viewer sees have it today.' })
  holders: number;
}
