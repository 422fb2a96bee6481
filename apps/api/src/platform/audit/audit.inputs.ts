import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { type AuditActorKind, AuditActorKindEnum, type AuditOutcome, AuditOutcomeEnum } from './audit-entry.type.js';

/** Which rows of the audit log; everything that is given must hold. */
export interface AuditFilters {
  search?: string | null;
  actorId?: string | null;
  operation?: string | null;
  targetId?: string | null;
  from?: Date | null;
  to?: Date | null;
  outcome?: AuditOutcome | null;
  kind?: AuditActorKind | null;
}

@ArgsType()
export class AuditEntriesArgs implements AuditFilters {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, at most 100.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of an operation's name, or the id of an actor or target.",
  })
  search: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  actorId: string | null;

  @Field(() => String, { nullable: true, description: 'Only this operation, by its whole name.' })
  operation: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to the thing with this id.' })
  targetId: string | null;

  @Field(() => Date, { nullable: true, description: 'From this moment on.' })
  from: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  to: Date | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: 'Only acts that ended like this.' })
  outcome: AuditOutcome | null;

  @Field(() => AuditActorKindEnum, { nullable: true, description: 'Only acts of this kind of actor.' })
  kind: AuditActorKind | null;
}
