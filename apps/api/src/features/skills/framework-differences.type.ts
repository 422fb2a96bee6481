import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { CHANGES, type DifferenceChange, type DifferenceSubject, SUBJECTS } from './framework-differences.service.js';

export const SubjectEnum = Object.fromEntries(SUBJECTS.map((word) => [word, word])) as { [S in DifferenceSubject]: S };
export const ChangeEnum = Object.fromEntries(CHANGES.map((word) => [word, word])) as { [C in DifferenceChange]: C };
registerEnumType(SubjectEnum, { name: 'DifferenceSubject', description: 'What sort of thing differs.' });
registerEnumType(ChangeEnum, { name: 'DifferenceChange', description: 'How it differs from the older version.' });

@ObjectType('FieldDifference', { description: 'One part of a thing, in both versions.' })
export class FieldDifferenceType {
  @Field({ description: 'Which part, e.g. name, descriptors.2, or the type of a relation.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'In the older version.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'In the newer version.' })
  after: string | null;
}

@ObjectType('FrameworkDifference', { description: 'One thing that is not the same in two versions.' })
export class FrameworkDifferenceType {
  @Field(() => ID, { description: 'What lasts of it from version to version.' })
  id: string;

  @Field(() => SubjectEnum, { description: 'What sort of thing.' })
  subject: DifferenceSubject;

  @Field(() => ChangeEnum, { description: 'Added, removed or changed.' })
  change: DifferenceChange;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'The skill that it is about.' })
  skillId: string | null;

  @Field(() => [FieldDifferenceType], {
    description: 'The parts that differ; none of a skill or job role that came or went.',
  })
  fields: FieldDifferenceType[];
}

@ObjectType('DifferenceCount', { description: 'How many things differ in one way.' })
export class DifferenceCountType {
  @Field(() => SubjectEnum, { description: 'What sort of thing.' })
  subject: DifferenceSubject;

  @Field(() => ChangeEnum, { description: 'In which way.' })
  change: DifferenceChange;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'One difference of a list.' })
export class FrameworkDifferenceEdge {
  @Field({ description: 'Its place in the list.' })
  cursor: string;

  @Field(() => FrameworkDifferenceType, { description: 'The difference.' })
  node: FrameworkDifferenceType;
}

@ObjectType('FrameworkDifferences', {
  description: 'A page of what differs between two versions, and how much there is.',
})
export class FrameworkDifferencesType {
  @Field(() => [FrameworkDifferenceEdge], { description: 'The page.' })
  edges: FrameworkDifferenceEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many there are under the filter.' })
  totalCount: number;

  @Field(() => [DifferenceCountType], { description: 'How many of each sort there are, whatever sort is asked for.' })
  counts: DifferenceCountType[];
}

export const FrameworkDifferencesResult = resultOf('FrameworkDifferencesResult', FrameworkDifferencesType, [
  InvalidInput,
  NotFound,
]);
