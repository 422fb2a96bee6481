import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';

export const AuditOutcomeEnum = { DONE: 'DONE', REFUSED: 'REFUSED', FAILED: 'FAILED' } as const;
export type AuditOutcome = keyof typeof AuditOutcomeEnum;
registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'How an act ended: done, refused with a reason, or failed and taken back.',
});

export const AuditActorKindEnum = { PERSON: 'PERSON', STRANGER: 'STRANGER', SYSTEM: 'SYSTEM' } as const;
export type AuditActorKind = keyof typeof AuditActorKindEnum;
registerEnumType(AuditActorKindEnum, {
  name: 'AuditActorKind',
  description: 'Who acted: a person, somebody who had not signed in, or the product itself.',
});

@ObjectType('AuditEntry', { description: 'One act that was done, refused or failed.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'When.' })
  at: Date;

  @Field({ description: 'What, by the name of the operation.' })
  operation: string;

  @Field(() => String, { nullable: true, description: 'The id of the thing it was done to.' })
  target: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of the person who acted; null for all others.' })
  actorId: string | null;

  @Field(() => AuditOutcomeEnum, { description: 'How it ended.' })
  outcome: AuditOutcome;

  @Field({ description: 'SHA-256 of the row in its canonical form, in hexadecimal.' })
  digest: string;
}

export const AuditConnection = connectionOf(AuditEntryType, 'Audit');

@ObjectType('AuditHead', {
  description: 'The end of the chained audit log. Whoever notes it down can later tell whether the end was cut off.',
})
export class AuditHeadType {
  @Field(() => Int, { description: 'The number of the last chained row; 0 while there is none.' })
  sequence: number;

  @Field({ description: 'Its hash, in hexadecimal.' })
  hash: string;

  @Field(() => Date, { nullable: true, description: 'When it was chained.' })
  chainedAt: Date | null;

  @Field(() => Int, { description: 'Rows that are written and wait for their place in the chain.' })
  unchained: number;

  @Field(() => Date, { nullable: true, description: 'The time of the oldest row that waits; null when none does.' })
  oldestUnchained: Date | null;
}
