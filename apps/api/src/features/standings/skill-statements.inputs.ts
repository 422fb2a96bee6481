import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

@InputType({ description: 'What the viewer says they can do.' })
export class ClaimSkillInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The level, by its place on the scale of the skill.' })
  level: number;

  @Field({ description: 'What it shows in: an example, in the own words. May be empty.' })
  words: string;
}

@InputType({ description: 'At which level the viewer saw somebody at work.' })
export class ObserveSkillInput {
  @Field(() => ID, { description: 'Who was seen.' })
  personId: string;

  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The level, by its place on the scale of the skill.' })
  level: number;

  @Field(() => CalendarDay, { description: 'When, or the last time; not in the future.' })
  seenOn: string;

  @Field({ description: 'Whether it is used in the daily work, and was not shown once.' })
  usedOnJob: boolean;

  @Field({ description: 'What was seen. The person reads it.' })
  words: string;
}
