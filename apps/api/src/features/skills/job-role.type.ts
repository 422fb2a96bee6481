import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('JobFamily', { description: 'A family of job roles.' })
export class JobFamilyType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;
}

@ObjectType('JobRole', { description: 'A job with a ladder of levels.' })
export class JobRoleType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What the job is.' })
  description: string;

  @Field(() => [String], { description: 'What people in it do.' })
  responsibilities: string[];

  @Field(() => [String], { description: 'Other titles that people know it by.' })
  alternativeTitles: string[];

  @Field(() => String, { nullable: true, description: 'Its address at the publisher of the framework.' })
  uri: string | null;

  @Field(() => Int, {
    description: 'Counts saves of the role, its levels and what they ask; named when a draft is saved.',
  })
  revision: number;
}

@ObjectType('JobRoleLevel', { description: "A rung of a job role's ladder." })
export class JobRoleLevelType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Its place in the ladder; 1 is the lowest.' })
  order: number;

  @Field({ description: 'What the job is at this level.' })
  description: string;

  @Field(() => [String], { description: 'What people at this level do.' })
  responsibilities: string[];
}

@ObjectType('JobRoleRequirement', { description: 'A skill that a rung asks for.' })
export class JobRoleRequirementType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: '1 useful, 2 important, 3 essential.' })
  importance: number;

  @Field({ description: 'Whether nothing can outweigh it.' })
  mustHave: boolean;
}
