import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('RoleSuggestion', {
  description: 'A job role level that comes next after the job of today, and what speaks for it and against it.',
})
export class RoleSuggestionType {
  @Field(() => ID, { description: 'The job role level.' })
  levelId: string;

  @Field(() => Int, { description: 'How many skills it asks for.' })
  asks: number;

  @Field(() => Int, { description: 'How many of them the job of today asks for, too.' })
  shared: number;

  @Field(() => Int, { description: 'How many it asks for at a higher level, or anew.' })
  more: number;

  @Field(() => Int, { description: 'How many skills of today it does not use, or not as much.' })
  leaves: number;
}
