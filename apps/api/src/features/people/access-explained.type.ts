import type { Permission, Role } from '@assay/access';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AccessReason } from './access-explained.rules.js';
import { RoleEnum } from './person.type.js';

export const AccessReasonKindEnum = {
  EVERYBODY: 'EVERYBODY',
  REPORTING_LINES: 'REPORTING_LINES',
  GRANT: 'GRANT',
} satisfies { [K in AccessReason['kind']]: K };
registerEnumType(AccessReasonKindEnum, {
  name: 'AccessReasonKind',
  description: 'What a permission comes from: being here, leading somebody today, or a role that was given.',
});

@ObjectType('AccessReason', { description: 'One reason why somebody may do something.' })
export class AccessReasonType {
  @Field(() => AccessReasonKindEnum, { description: 'What it comes from.' })
  kind: AccessReason['kind'];

  @Field({ description: 'The reason in a sentence.' })
  sentence: string;

  @Field(() => ID, { nullable: true, description: 'The grant it comes from.' })
  grantId: string | null;

  @Field({ description: 'Whether it reaches only a unit or an achievement.' })
  limited: boolean;
}

@ObjectType('PermissionExplanation', { description: 'One thing one can do here; whether this person may, and why.' })
export class PermissionExplanationType {
  @Field(() => String, { description: 'Its name, e.g. submission.mark.' })
  name: Permission;

  @Field({ description: 'What it lets a person do, in plain words.' })
  what: string;

  @Field({ description: 'Whether the person may, at least somewhere.' })
  held: boolean;

  @Field(() => [AccessReasonType], { description: 'Why; empty when not held.' })
  reasons: AccessReasonType[];

  @Field(() => [RoleEnum], { description: 'The roles that carry it.' })
  roles: Role[];

  @Field(() => String, { nullable: true, description: 'Why it is not held, and what would open it; null when held.' })
  missing: string | null;
}

@ObjectType('AccessExplanation', { description: 'What somebody may do today, and why.' })
export class AccessExplanationType {
  @Field(() => ID, { description: 'Of whom.' })
  personId: string;

  @Field(() => [PermissionExplanationType], {
    description: 'Everything there is to be allowed, in the same order for all.',
  })
  permissions: PermissionExplanationType[];

  @Field(() => [String], { description: 'What these roles do not open, in sentences.' })
  notOpened: string[];
}
