import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('LevelMove', {
  description:
    'People on a level of an earlier version, and the level of this one that becomes theirs when it is published.',
})
export class LevelMoveType {
  @Field(() => Int, { description: 'How many people.' })
  people: number;

  @Field({ description: 'Whether a person said where they go, because no level has the same code.' })
  chosen: boolean;

  @Field(() => Date, { nullable: true, description: 'When they went; null: they go when the version is published.' })
  movedAt: Date | null;
}
