import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { AssessorState } from '../assessments/assessor-qualification.entity.js';
import { AssessorStateEnum, DecisionOutcomeEnum, SlotStateEnum } from '../assessments/marking-slot.type.js';
import type { ApplicationAnswer, ApplicationKind } from './assessor-application.entity.js';
import type { QualificationEventKind } from './qualification-event.entity.js';

const words = <Word extends string>(...all: Word[]) =>
  Object.fromEntries(all.map((word) => [word, word])) as { [Each in Word]: Each };

export const ApplicationKindEnum = words<ApplicationKind>('APPLIED', 'INVITED');
registerEnumType(ApplicationKindEnum, { name: 'AssessorApplicationKind', description: 'Who asked whom.' });
export const ApplicationAnswerEnum = words<ApplicationAnswer>('ACCEPTED', 'DECLINED', 'TAKEN_BACK');
registerEnumType(ApplicationAnswerEnum, {
  name: 'AssessorApplicationAnswer',
  description: 'What came of an application or an invitation.',
});
export const QualificationEventKindEnum = words<QualificationEventKind>(
  ...(['NAMED', 'TRAINED', 'CALIBRATED', 'STATE', 'VALIDITY', 'ENDED'] as const),
);
registerEnumType(QualificationEventKindEnum, {
  name: 'QualificationEventKind',
  description: 'What happened to a qualification.',
});

@ObjectType('AssessorProfile', { description: 'How much an assessor takes on.' })
export class AssessorProfileType {
  @Field(() => ID, { description: 'The assessor.' })
  personId: string;

  @Field(() => Int, { description: 'How many submissions are held at once, at most.' })
  capacity: number;

  @Field(() => Float, { nullable: true, description: 'Hours a week for assessing; null when not said.' })
  weeklyHours: number | null;

  @Field({ description: 'Takes nothing new until further notice.' })
  paused: boolean;

  @Field(() => Int, { description: 'Pass it back when saving; 0 before the first save.' })
  revision: number;
}

@ObjectType('AssessorLeave', { description: 'Days on which an assessor is away.' })
export class AssessorLeaveType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => CalendarDay, { description: 'The first day.' })
  startsOn: string;

  @Field(() => CalendarDay, { description: 'The last day.' })
  endsOn: string;

  @Field({ description: 'Why, as far as it was said.' })
  reason: string;
}

@ObjectType('QualificationEvent', {
  description: 'Something that happened to an assessor’s qualification. Never changes.',
})
export class QualificationEventType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => QualificationEventKindEnum, { description: 'What.' })
  kind: QualificationEventKind;

  @Field(() => AssessorStateEnum, { nullable: true, description: 'The state before, where it changed.' })
  fromState: AssessorState | null;

  @Field(() => AssessorStateEnum, { nullable: true, description: 'The state after, where it changed.' })
  toState: AssessorState | null;

  @Field({ description: 'Why.' })
  reason: string;
}

@ObjectType('AssessorApplication', { description: 'Somebody asks to assess an achievement, or is asked to.' })
export class AssessorApplicationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ApplicationKindEnum, { description: 'Who asked whom.' })
  kind: ApplicationKind;

  @Field({ description: 'What was said with it.' })
  message: string;

  @Field(() => Date, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => ApplicationAnswerEnum, { nullable: true, description: 'What came of it; null while it waits.' })
  answer: ApplicationAnswer | null;

  @Field({ description: 'Why, where somebody said so.' })
  answerReason: string;

  @Field(() => Date, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;
}

@ObjectType('TouchedWork', { description: 'Work of an assessor that a suspension touches.' })
export class TouchedWorkType {
  @Field(() => ID, { description: 'The place of judgement.' })
  slotId: string;

  @Field({ description: 'The code of the candidate.' })
  candidateCode: string;

  @Field(() => SlotStateEnum, { description: 'Where the place stands.' })
  state: string;

  @Field(() => Date, { nullable: true, description: 'When the outcome was released; null before.' })
  releasedAt: Date | null;

  @Field(() => DecisionOutcomeEnum, { nullable: true, description: 'What was released.' })
  outcome: string | null;
}

@ObjectType('KeptAssessor', { description: 'An assessor, as whoever gives out the work sees them.' })
export class KeptAssessorType {
  @Field(() => ID, { description: 'The assessor.' })
  personId: string;

  @Field(() => Int, { description: 'Submissions held now.' })
  held: number;

  @Field(() => Int, { description: 'Marks handed in within four weeks, of work whose markers are all done.' })
  handedIn: number;

  @Field(() => Int, { description: 'How many may be held at once.' })
  capacity: number;

  @Field(() => Float, { nullable: true, description: 'Hours a week for assessing; null when not said.' })
  weeklyHours: number | null;

  @Field({ description: 'Takes nothing new until further notice.' })
  paused: boolean;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day of a leave that lasts today.' })
  awayUntil: string | null;

  @Field({ description: 'Has the role of assessor. Without it nothing can be claimed; an administrator gives it.' })
  hasRole: boolean;
}

export const KeptAssessorConnection = connectionOf(KeptAssessorType, 'KeptAssessor');

/** All its fields are looked up when they are asked for. */
export interface Assessing {
  personId: string;
}

@ObjectType('Assessing', { description: 'The viewer as an assessor, or as one who could become one.' })
export class AssessingType {
  @Field(() => ID, { description: 'The viewer.' })
  personId: string;
}
