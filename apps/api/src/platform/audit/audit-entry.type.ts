import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';

@ObjectType('AuditEntry', { description: 'One act that was done or refused.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'When.' })
  at: Date;

  @Field({ description: 'What, by the name of the operation.' })
  operation: string;

  @Field(() => String, { nullable: true, description: 'The id of the thing it was done to.' })
  target: string | null;
}

export const AuditConnection = connectionOf(AuditEntryType, 'Audit');
