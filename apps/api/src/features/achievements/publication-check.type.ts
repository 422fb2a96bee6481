import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type OpenPoint, type Principle, PRINCIPLES } from './publication-checks.rules.js';

const PrincipleEnum = Object.fromEntries(PRINCIPLES.map((each) => [each, each])) as { [P in Principle]: P };
registerEnumType(PrincipleEnum, {
  name: 'MicroCredentialPrinciple',
  description: 'The principles of the EU for micro-credentials (Council Recommendation 2022/C 243/02, Annex II).',
});

@ObjectType('OpenPoint', { description: 'Something that still stands between a draft and publishing, or advice.' })
export class OpenPointType {
  @Field(() => String, {
    description:
      'Section of the designer: basics, outcomes, rubric, evidence, marking, descriptors, validity, badge, assessors, changes.',
  })
  section: OpenPoint['section'];

  @Field({ description: 'Path of the field, e.g. rubric.criteria.0.title.' })
  field: string;

  @Field({ description: 'What to do.' })
  message: string;
}

@ObjectType('PublicationCheck', { description: 'One question to a draft before it is published.' })
export class PublicationCheckType {
  @Field({ description: 'Its name.' })
  key: string;

  @Field(() => PrincipleEnum, { description: 'The principle that it serves.' })
  principle: Principle;

  @Field({ description: 'What is so when nothing is open.' })
  title: string;

  @Field({ description: 'Whether its open points stop publishing; else they are advice.' })
  isBlocking: boolean;

  @Field(() => [OpenPointType], { description: 'What is open; empty when it is met.' })
  points: OpenPoint[];
}
