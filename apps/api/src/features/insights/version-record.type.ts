import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('VersionRecord', { description: 'How a version of an achievement has done so far.' })
export class VersionRecordType {
  @Field(() => Int, { description: 'Submissions under way; they stay on this version.' })
  running: number;

  @Field(() => Int, { description: 'Submissions with a released outcome.' })
  decisions: number;

  @Field(() => Int, { description: 'Of these, first attempts.' })
  firstAttempts: number;

  @Field(() => Int, { description: 'First attempts that passed.' })
  passedFirst: number;
}
