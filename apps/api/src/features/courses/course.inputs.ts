import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { CompletionResultEnum, CourseModeEnum, CourseStateEnum } from './course.type.js';
import { ProviderKindEnum, TrustStateEnum } from './course-provider.type.js';
import type { CourseMode, CourseState, CompletionResult, ProviderKind, TrustState } from './course-words.rules.js';

@InputType({ description: 'Which courses; what is left out does not matter.' })
export class CourseFilterInput {
  @Field(() => CourseStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: CourseState | null;

  @Field(() => CourseModeEnum, { nullable: true, description: 'Only those given in this way.' })
  mode?: CourseMode | null;

  @Field(() => String, { nullable: true, description: 'Only those in this language, by its code.' })
  language?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this provider.' })
  providerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that teach this skill.' })
  skillId?: string | null;

  @Field(() => Float, { nullable: true, description: 'Only those of at most so many hours.' })
  maxHours?: number | null;
}

@InputType({ description: 'A skill that a course teaches.' })
export class CourseOutcomeInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { nullable: true, description: 'The level that it aims at; null when it says none.' })
  levelOrdinal?: number | null;

  @Field(() => CompletionResultEnum, { description: 'What follows from having finished the course.' })
  result: CompletionResult;
}

@InputType({ description: 'A new course; everything else is written afterwards.' })
export class AddCourseInput {
  @Field({ description: 'What completions and files call it.' })
  code: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => ID, { nullable: true, description: 'Whoever gives it.' })
  providerId?: string | null;
}

@InputType({ description: 'Everything that is given is changed; what is left out stays.' })
export class SaveCourseInput {
  @Field(() => String, { nullable: true, description: 'What completions and files call it.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whoever gives it; null empties.' })
  providerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where one finds it; null empties.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it stands in its catalogue.' })
  area?: string | null;

  @Field(() => [String], { nullable: true, description: 'What it treats, in catchwords.' })
  topics?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Its language by code, such as en; null empties.' })
  language?: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours of work, all together; null empties.' })
  hours?: number | null;

  @Field(() => Float, { nullable: true, description: 'ECTS credits; null empties.' })
  ects?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Its price, 0 when free; null empties, together with the currency.',
  })
  priceAmount?: number | null;

  @Field(() => String, { nullable: true, description: 'The currency of the price by its three letters.' })
  priceCurrency?: string | null;

  @Field(() => CourseModeEnum, { nullable: true, description: 'How it is given; null empties.' })
  mode?: CourseMode | null;

  @Field(() => String, { nullable: true, description: 'How long it takes, in the words of its provider.' })
  duration?: string | null;

  @Field(() => String, { nullable: true, description: 'What help learners get.' })
  support?: string | null;

  @Field(() => String, { nullable: true, description: 'What people need beforehand, in words.' })
  prerequisites?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The courses that it builds on: all of them.' })
  prerequisiteIds?: string[] | null;

  @Field(() => [CalendarDay], { nullable: true, description: 'On which days it begins: all of them.' })
  startDates?: string[] | null;

  @Field(() => [CourseOutcomeInput], { nullable: true, description: 'The skills that it teaches: all of them.' })
  outcomes?: CourseOutcomeInput[] | null;
}

@InputType({ description: 'A provider. Everything that is given is changed; what is left out stays.' })
export class CourseProviderInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its website; null empties.' })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Its country by two letters; null empties.' })
  country?: string | null;

  @Field(() => ProviderKindEnum, { nullable: true, description: 'What it is.' })
  kind?: ProviderKind | null;

  @Field(() => String, { nullable: true, description: 'What assures the quality of its courses.' })
  qualityAssurance?: string | null;

  @Field(() => TrustStateEnum, { nullable: true, description: 'Whether we trust its completions.' })
  trust?: TrustState | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  trustReason?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Domains, web addresses and DIDs under which it issues badges; all of them.',
  })
  issuerIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What was agreed with it.' })
  agreement?: string | null;
}
