import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { AwardBasis, AwardState } from './award.entity.js';

export const AwardStateEnum = {
  PENDING: 'PENDING',
  ISSUED: 'ISSUED',
  QUARANTINED: 'QUARANTINED',
  CANCELLED: 'CANCELLED',
} as const satisfies { [S in AwardState]: S };
registerEnumType(AwardStateEnum, {
  name: 'AwardState',
  description: 'Where an award is on its way to a signed credential. QUARANTINED waits for a person.',
});

export const AwardBasisEnum = {
  DECISION: 'DECISION',
  STACK: 'STACK',
  COMPLETION: 'COMPLETION',
  BULK: 'BULK',
  LEGACY: 'LEGACY',
} as const satisfies { [B in AwardBasis]: B };
registerEnumType(AwardBasisEnum, {
  name: 'AwardBasis',
  description:
    'What an award rests on: a released outcome, other badges, a completion, a list, or what was there before.',
});

@ObjectType('Award', { implements: () => [NodeType], description: 'A person has earned an achievement version.' })
export class AwardType implements NodeType {
  id: string;

  @Field(() => AwardStateEnum, { description: 'Where it is on its way to a signed credential.' })
  state: AwardState;

  @Field(() => AwardBasisEnum, { description: 'What it rests on.' })
  basis: AwardBasis;

  @Field({ description: 'When it was made.' })
  createdAt: Date;
}

export const AwardConnection = connectionOf(AwardType, 'Award');

@ObjectType('Issuance', { description: 'How issuing the credential of an award stands. For operators.' })
export class IssuanceType {
  @Field(() => Int, { description: 'Tries that failed.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  lastError: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words, with what to do about it.' })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was last tried.' })
  lastTriedAt: Date | null;

  @Field({ description: 'WAITING, TRYING, FAILED, QUARANTINED, CANCELLED or DONE.' })
  stage: string;
}

@ObjectType('IssuanceCounts', { description: 'How many awards stand where.' })
export class IssuanceCountsType {
  @Field(() => Int, { description: 'Not tried yet.' })
  waiting: number;

  @Field(() => Int, { description: 'Tried in vain, and tried again by itself.' })
  failed: number;

  @Field(() => Int, { description: 'Given up; a person has to look.' })
  quarantined: number;

  @Field(() => Int, { description: 'Issued.' })
  issued: number;
}

@ObjectType('IssuancesRetried', { description: 'What came of trying several awards again.' })
export class IssuancesRetriedType {
  @Field(() => Int, { description: 'Are tried again.' })
  retried: number;

  @Field(() => Int, { description: 'Were issued or cancelled meanwhile, or are not there for the viewer.' })
  passedOver: number;
}
