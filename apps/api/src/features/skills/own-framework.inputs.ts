import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A level of the scale of a new framework.' })
export class ScaleLevelInput {
  @Field({ description: 'Its name.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'What it means.' })
  description?: string | null;
}

@InputType({ description: "A framework of the organisation's own, begun from nothing." })
export class CreateFrameworkInput {
  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Which version this is; 1 where nothing is said.' })
  version?: string | null;

  @Field(() => [ScaleLevelInput], {
    nullable: true,
    description: 'The levels at which its skills are held, lowest first; or take the scale of another framework.',
  })
  levels?: ScaleLevelInput[] | null;

  @Field(() => ID, { nullable: true, description: 'A framework whose scale it takes, so that levels are the same.' })
  scaleOf?: string | null;
}
