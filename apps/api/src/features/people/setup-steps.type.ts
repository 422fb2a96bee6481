import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('SetupStep', { description: 'One thing that an installation needs before its first badge.' })
export class SetupStepType {
  @Field({ description: 'Its name in code.' })
  key: string;

  @Field({ description: 'What is to be done.' })
  title: string;

  @Field({ description: 'Why it matters.' })
  why: string;

  @Field({ description: 'Whether it is done.' })
  done: boolean;

  @Field({ description: 'Where it is done in the portal.' })
  path: string;
}
