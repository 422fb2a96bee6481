import type { Role } from '@assay/access';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { RoleEnum } from '../people/person.type.js';

export type ScimTokenState = 'IN_FORCE' | 'EXPIRED' | 'REVOKED';
export const ScimTokenStateEnum = {
  IN_FORCE: 'IN_FORCE',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
} satisfies { [S in ScimTokenState]: S };
registerEnumType(ScimTokenStateEnum, {
  name: 'ScimTokenState',
  description: 'Whether a token lets its client in.',
  valuesMap: {
    IN_FORCE: { description: 'It lets the client in.' },
    EXPIRED: { description: 'Its time is over.' },
    REVOKED: { description: 'Somebody ended it.' },
  },
});

@ObjectType('ScimToken', {
  description: 'What a client shows to get in. The token itself is told once and kept nowhere.',
})
export class ScimTokenType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its first characters, to recognise it by.' })
  prefix: string;

  @Field({ description: 'When it was issued.' })
  createdAt: Date;

  @Field({ description: 'When it ends by itself.' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute; null: never.' })
  lastUsedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  revokedAt: Date | null;
}

@ObjectType('ScimClient', { description: 'A directory that provisions people here by SCIM.' })
export class ScimClientType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Whether department and manager become dated employments, or are only kept.' })
  managesEmployment: boolean;

  @Field({ description: 'Since when it may provision.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was removed; null while it may provision.' })
  removedAt: Date | null;
}

@ObjectType('IssuedScimToken', { description: 'A new token, with its words for the one time they are told.' })
export class IssuedScimTokenType {
  @Field(() => ScimClientType, { description: 'Whose it is.' })
  client: ScimClientType;

  @Field(() => ScimTokenType, { description: 'The token as it is kept.' })
  token: ScimTokenType;

  @Field({ description: 'The token itself. It is told now and never again.' })
  secret: string;
}

@ObjectType('WithheldScimRole', { description: 'A member of a group who did not get its role.' })
export class WithheldScimRoleType {
  personId: string;

  @Field({ description: 'Why not.' })
  reason: string;
}

@ObjectType('ScimGroup', { description: 'A group of a directory, and the role its members have here.' })
export class ScimGroupType {
  @Field(() => ID, { description: 'Its id, as the directory knows it, too.' })
  id: string;

  @Field({ description: 'Its name in the directory.' })
  displayName: string;

  @Field(() => RoleEnum, { nullable: true, description: 'The role that members have; null: none.' })
  role: Role | null;

  @Field(() => Date, { nullable: true, description: 'Since when.' })
  mappedAt: Date | null;

  @Field(() => RoleEnum, { nullable: true, description: 'A role that waits for a second administrator.' })
  wantedRole: Role | null;

  @Field(() => Date, { nullable: true, description: 'When that role was asked for.' })
  wantedAt: Date | null;
}

@ObjectType('ScimRequest', { description: 'One of the last requests of a client, without its contents.' })
export class ScimRequestType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'When it was answered.' })
  at: Date;

  @Field({ description: 'GET, POST, PUT, PATCH or DELETE.' })
  method: string;

  @Field({ description: 'The address, with :id where an id stood.' })
  path: string;

  @Field(() => Int, { description: 'The status of the answer.' })
  status: number;

  @Field(() => String, { nullable: true, description: 'The kind of failure, as SCIM names it.' })
  scimType: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was not done, as the client was told.' })
  detail: string | null;

  @Field(() => Int, { description: 'How long the answer took.' })
  milliseconds: number;
}

export const ScimGroupConnection = connectionOf(ScimGroupType, 'ScimGroup');
