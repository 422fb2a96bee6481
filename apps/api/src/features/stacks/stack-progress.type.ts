import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';

@ObjectType('StackCompletion', { description: 'Achievements that together would complete it.' })
export class StackCompletionType {
  @Field(() => [AchievementVersionType], { description: 'In the order of the rule.' })
  achievements: AchievementVersion[];
}

@ObjectType('StackProgress', { description: 'How far somebody is with an achievement that is earned through others.' })
export class StackProgressType {
  @Field(() => Int, {
    nullable: true,
    description: 'How many more are needed at least; 0: complete. Null: it cannot be completed.',
  })
  toGo: number | null;

  @Field({ description: 'False: there are too many ways to look at each, and none is named.' })
  exact: boolean;

  @Field(() => [AchievementVersionType], { description: 'What counts of what is held, in the order of the rule.' })
  counted: AchievementVersion[];

  @Field(() => [StackCompletionType], { description: 'The smallest ways to complete it, at most six.' })
  completions: StackCompletionType[];

  @Field({ description: 'Whether there are more ways of that size.' })
  more: boolean;
}
