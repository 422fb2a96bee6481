import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Horizon } from './governance.entity.js';
import { HorizonEnum } from './governance.type.js';

@InputType({ description: 'A skill that a framework lacks.' })
export class ProposeSkillInput {
  @Field(() => ID, { description: 'The framework, in any version.' })
  frameworkId: string;

  @Field({ description: 'What it would be called.' })
  name: string;

  @Field({ description: 'Why it is needed.' })
  why: string;

  @Field({ description: 'What shows that it is needed; may be empty.' })
  evidence: string;
}

@InputType({ description: 'A level of one scale with those of another that it means.' })
export class LevelPairInput {
  @Field(() => Int, { description: 'Place of the level on the one scale.' })
  from: number;

  @Field(() => [Int], { description: 'Places of the levels on the other scale; none where nobody can say.' })
  to: number[];
}

@InputType({ description: 'What the levels of one scale mean on another.' })
export class ScaleCrosswalkInput {
  @Field(() => ID, { description: 'The one scale.' })
  fromScaleId: string;

  @Field(() => ID, { description: 'The other scale.' })
  toScaleId: string;

  @Field(() => [LevelPairInput], { description: 'Level by level.' })
  pairs: LevelPairInput[];

  @Field({ description: 'What it rests on.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'The revision that was seen, where there is a draft already.' })
  expectedRevision?: number | null;
}

@InputType({ description: 'What the business expects to need. Without an id it is a new note.' })
export class StrategyNoteInput {
  @Field(() => ID, { nullable: true, description: 'The note that is changed.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision that was seen, of a note that is changed.' })
  expectedRevision?: number | null;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'What is expected, and why.' })
  body: string;

  @Field(() => HorizonEnum, { description: 'When.' })
  horizon: Horizon;

  @Field(() => [ID], { description: 'The skills that it concerns.' })
  skillIds: string[];
}

@InputType({ description: 'What a level of one scale means on another.' })
export class LevelMeaningInput {
  @Field(() => Int, { description: 'Place of the level on the one scale.' })
  from: number;

  @Field(() => Int, { description: 'Place of the level on the other scale.' })
  to: number;
}

@InputType({ description: 'Two skills that are the same: the duplicate leaves the draft, the other stays.' })
export class MergeSkillsInput {
  @Field(() => ID, { description: 'The skill of the draft that leaves.' })
  duplicateId: string;

  @Field(() => ID, { description: 'The skill that stays: of the draft, or of another published framework.' })
  survivorId: string;

  @Field(() => [LevelMeaningInput], {
    nullable: true,
    description:
      'Where the scales differ: what each level that job roles ask means on the scale of the one that stays.',
  })
  levels?: LevelMeaningInput[] | null;
}
