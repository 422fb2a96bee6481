import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Stance } from './prior-learning-screen.entity.js';

export const StanceEnum: { [S in Stance]: S } = { YES: 'YES', PARTLY: 'PARTLY', NO: 'NO' };
registerEnumType(StanceEnum, {
  name: 'PriorLearningStance',
  description: 'Whether somebody says that they could do an outcome before.',
});

@ObjectType('ScreenedOutcome', { description: 'Where somebody puts themselves against one outcome.' })
export class ScreenedOutcomeType {
  @Field(() => Int, { description: 'Its place among the outcomes, from 0.' })
  outcome: number;

  @Field(() => StanceEnum, { nullable: true, description: 'Whether they could do it before; null: not said yet.' })
  stance: Stance | null;

  @Field({ description: 'Where they did it, in their words.' })
  words: string;
}

@ObjectType('PriorLearningScreen', {
  description: 'Somebody looks for themselves whether they could do this before. Nobody else sees it.',
})
export class PriorLearningScreenType {
  @Field(() => ID, { description: 'The achievement version.' })
  achievementVersionId: string;

  @Field(() => [ScreenedOutcomeType], { description: 'Outcome by outcome; those without an answer are left out.' })
  answers: ScreenedOutcomeType[];

  @Field(() => Int, { description: 'Counts saves; pass it back when saving.' })
  revision: number;

  @Field(() => Date, { description: 'When it was last saved.' })
  savedAt: Date;
}

@InputType({ description: 'An answer to one outcome.' })
export class ScreenedOutcomeInput {
  @Field(() => Int, { description: 'Its place among the outcomes, from 0.' })
  outcome: number;

  @Field(() => StanceEnum, { nullable: true, description: 'Whether they could do it before.' })
  stance?: Stance | null;

  @Field({ description: 'Where they did it.' })
  words: string;
}
