import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { CourseMode, CourseState, CompletionResult } from './course-words.rules.js';

export const CourseStateEnum: { [S in CourseState]: S } = { ACTIVE: 'ACTIVE', RETIRED: 'RETIRED' };
registerEnumType(CourseStateEnum, {
  name: 'CourseState',
  description: 'A retired course is offered no more; who finished it keeps that.',
});

export const CourseModeEnum: { [M in CourseMode]: M } = {
  ONLINE_SELF_PACED: 'ONLINE_SELF_PACED',
  ONLINE_LIVE: 'ONLINE_LIVE',
  CLASSROOM: 'CLASSROOM',
  BLENDED: 'BLENDED',
  ON_THE_JOB: 'ON_THE_JOB',
};
registerEnumType(CourseModeEnum, { name: 'CourseMode', description: 'How a course is given.' });

export const CompletionResultEnum: { [R in CompletionResult]: R } = {
  ATTACH_EVIDENCE: 'ATTACH_EVIDENCE',
  SEND_FOR_REVIEW: 'SEND_FOR_REVIEW',
  COMPLETE: 'COMPLETE',
  NONE: 'NONE',
};
registerEnumType(CompletionResultEnum, {
  name: 'CompletionResult',
  description: 'What follows from having finished a course. None of them verifies a level: only assessment does.',
  valuesMap: {
    ATTACH_EVIDENCE: { description: "The completion goes into the person's private evidence library." },
    SEND_FOR_REVIEW: {
      description:
        'It does, and into a draft submission of an achievement that proves the skill. The person hands it in, or does not.',
    },
    COMPLETE: { description: 'The outcome is recorded as met by taking part.' },
    NONE: { description: 'Nothing: the course teaches the skill, and says no more.' },
  },
});

@ObjectType('CourseCatalogue', { description: 'The list that entries came in with.' })
export class CourseCatalogueType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Under which licence its entries may be shown.' })
  licence: string;

  @Field({ description: 'Whom its publisher asks to be named.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where it is published.' })
  sourceUrl: string | null;
}

@ObjectType('CourseOutcome', { description: 'A skill that a course teaches, and what its completion does about it.' })
export class CourseOutcomeType {
  @Field(() => CompletionResultEnum, { description: 'What follows from having finished the course.' })
  result: CompletionResult;
}

@ObjectType('CourseRating', {
  description: 'What those who finished a course say of it, together. Of fewer than five there is only their number.',
})
export class CourseRatingType {
  @Field(() => Int, { description: 'How many answered.' })
  answers: number;

  @Field(() => Float, { nullable: true, description: 'The content, 1 to 5; null below five answers.' })
  content: number | null;

  @Field(() => Float, { nullable: true, description: 'The teaching, 1 to 5; null below five answers.' })
  teaching: number | null;

  @Field(() => Float, { nullable: true, description: 'The use at work, 1 to 5; null below five answers.' })
  usefulness: number | null;
}

@ObjectType('Course', {
  implements: () => [NodeType],
  description: 'Something to learn from: our own, or somebody else’s.',
})
export class CourseType implements NodeType {
  id: string;

  @Field({ description: 'What completions and files call it.' })
  code: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => CourseStateEnum, { description: 'Whether it is offered.' })
  state: CourseState;

  @Field(() => String, { nullable: true, description: 'Where one finds it.' })
  url: string | null;

  @Field({ description: 'What it is about; may be empty.' })
  description: string;

  @Field({ description: 'Where it stands in its catalogue; may be empty.' })
  area: string;

  @Field(() => [String], { description: 'What it treats, in catchwords.' })
  topics: string[];

  @Field(() => String, { nullable: true, description: 'Its language by code.' })
  language: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours of work, all together.' })
  hours: number | null;

  @Field(() => Float, { nullable: true, description: 'ECTS credits.' })
  ects: number | null;

  @Field(() => Float, { nullable: true, description: 'Its price; 0 when it is free, null when nobody said.' })
  priceAmount: number | null;

  @Field(() => String, { nullable: true, description: 'The currency of the price.' })
  priceCurrency: string | null;

  @Field(() => CourseModeEnum, { nullable: true, description: 'How it is given.' })
  mode: CourseMode | null;

  @Field({ description: 'How long it takes, in the words of its provider; may be empty.' })
  duration: string;

  @Field({ description: 'What help learners get; may be empty.' })
  support: string;

  @Field({ description: 'What people need beforehand, in words; may be empty.' })
  prerequisites: string;

  @Field(() => [CalendarDay], { description: 'On which days it begins, where it does so on days.' })
  startDates: string[];

  @Field(() => Int, { description: 'Counts saves; pass it back when saving.' })
  revision: number;

  @Field({ description: 'When it was saved last.' })
  savedAt: Date;
}

export const CourseConnection = connectionOf(CourseType, 'Course');

@ObjectType('FacetCount', { description: 'A choice, and how many it would leave.' })
export class FacetCountType {
  @Field({ description: 'What to filter by.' })
  value: string;

  @Field({ description: 'Its name, where the value is an id; else the value.' })
  label: string;

  @Field(() => Int, { description: 'How many courses are so, under all the other wishes.' })
  count: number;
}

@ObjectType('CourseFacets', { description: 'How many courses each choice would leave.' })
export class CourseFacetsType {
  @Field(() => [FacetCountType], { description: 'By state.' })
  states: FacetCountType[];

  @Field(() => [FacetCountType], { description: 'By the way they are given.' })
  modes: FacetCountType[];

  @Field(() => [FacetCountType], { description: 'By language.' })
  languages: FacetCountType[];

  @Field(() => [FacetCountType], { description: 'By provider, the hundred with the most.' })
  providers: FacetCountType[];
}
