import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';

@ObjectType('Programme', {
  implements: () => [NodeType],
  description: 'A set of achievements that somebody runs.',
})
export class ProgrammeType extends NodeType {
  @Field({ description: 'What it is called.' })
  name: string;

  @Field({ description: 'What it is for.' })
  summary: string;

  @Field(() => Date, { nullable: true, description: 'Since when no cohort begins any more; null while it is run.' })
  endedAt: Date | null;
}

export const ProgrammeConnection = connectionOf(ProgrammeType, 'Programme');
