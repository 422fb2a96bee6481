import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { LiveCheckFiguresType } from './live-check.type.js';

@ObjectType('Estimate', { description: 'A figure with the interval in which it lies at 95 %.' })
export class EstimateType {
  @Field(() => Float, { nullable: true, description: 'The figure; null where there is none.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower end of the interval.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper end of the interval.' })
  high: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is no figure.' })
  why: string | null;
}

@ObjectType('Agreement', {
  description: 'How far assessors agree who marked the same work without seeing each other’s marks.',
})
export class AgreementType {
  @Field(() => Int, { description: 'Submissions marked twice.' })
  units: number;

  @Field(() => Int, { description: 'Assessors that the marks came from.' })
  raters: number;

  @Field(() => Int, { description: 'Categories of the scale.' })
  scale: number;

  @Field(() => Int, { description: 'How many more submissions are needed before anything is shown; 0 when it is.' })
  needed: number;

  @Field(() => EstimateType, { nullable: true, description: 'Share with the same category.' })
  exact: EstimateType | null;

  @Field(() => EstimateType, { nullable: true, description: 'Share at most one level apart; null on a scale of two.' })
  adjacent: EstimateType | null;

  @Field(() => EstimateType, {
    nullable: true,
    description: 'Cohen’s kappa, with quadratic weights on more than two categories.',
  })
  kappa: EstimateType | null;

  @Field(() => EstimateType, {
    nullable: true,
    description: 'Gwet’s AC1, or AC2 with quadratic weights on more than two categories.',
  })
  ac: EstimateType | null;

  @Field(() => EstimateType, { nullable: true, description: 'Krippendorff’s alpha, for ordered categories.' })
  alpha: EstimateType | null;

  @Field({ description: 'Kappa misleads here: nearly everything lies in one category.' })
  paradox: boolean;

  @Field(() => Float, { nullable: true, description: 'How unevenly the two categories are used; on a scale of two.' })
  prevalence: number | null;

  @Field(() => Float, { nullable: true, description: 'How differently the two marks use them; on a scale of two.' })
  bias: number | null;

  @Field(() => Float, { nullable: true, description: 'Kappa without prevalence and bias; on a scale of two.' })
  pabak: number | null;
}

@ObjectType('CriterionFigures', { description: 'One criterion of a rubric, by its marks.' })
export class CriterionFiguresType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field({ description: 'Its name.' })
  title: string;

  @Field(() => Int, { description: 'Its number in the rubric.' })
  number: number;

  @Field(() => AgreementType, { description: 'How far assessors agree on it.' })
  agreement: AgreementType;

  @Field(() => Float, {
    nullable: true,
    description: 'Correlation with the score of the other criteria; null under ten marks.',
  })
  discrimination: number | null;

  @Field(() => Int, { description: 'Marks that it rests on.' })
  marks: number;

  @Field(() => [String], { description: 'Levels that nobody gave; empty under ten marks.' })
  unusedLevels: string[];
}

@ObjectType('CutScoreSimulation', { description: 'What another score to pass would have made of past marks.' })
export class CutScoreSimulationType {
  @Field(() => Float, { description: 'The score, 0 to 1.' })
  cutScore: number;

  @Field(() => Int, { description: 'How many would have passed.' })
  passed: number;

  @Field(() => Int, { description: 'Of how many.' })
  of: number;
}

@ObjectType('RubricFigures', { description: 'One version of a rubric, by its marks.' })
export class RubricFiguresType {
  @Field(() => ID, { description: 'The version.' })
  versionId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Its number.' })
  number: number;

  @Field(() => Float, { description: 'The score to pass, 0 to 1.' })
  cutScore: number;

  @Field(() => Int, { description: 'Marks handed in.' })
  marks: number;

  @Field(() => Int, { description: 'Submissions that passed in the end.' })
  passed: number;

  @Field(() => AgreementType, { description: 'How far assessors agree on passed or not.' })
  decision: AgreementType;

  @Field(() => EstimateType, { nullable: true, description: 'ICC(1,1) of scores; null under ten submissions.' })
  scores: EstimateType | null;

  @Field(() => [CriterionFiguresType], { description: 'Criterion by criterion.' })
  criteria: CriterionFiguresType[];

  @Field(() => [CutScoreSimulationType], { description: 'Other scores to pass, tried on past marks; empty under ten.' })
  simulation: CutScoreSimulationType[];
}

@ObjectType('QueueFigures', { description: 'What waits for one achievement.' })
export class QueueFiguresType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field(() => Int, { description: 'Places of judgement that nobody holds.' })
  waiting: number;

  @Field(() => Int, { description: 'Places that somebody is working on.' })
  beingMarked: number;

  @Field(() => Int, { description: 'Past the day they were due.' })
  overdue: number;

  @Field(() => Float, { description: 'Hours since the oldest was handed in.' })
  oldestHours: number;

  @Field(() => Float, { description: 'Half have waited longer.' })
  medianHours: number;

  @Field(() => Float, { description: 'One in twenty has waited longer.' })
  p95Hours: number;
}

@ObjectType('LoadFigures', { description: 'What one assessor has in hand.' })
export class LoadFiguresType {
  @Field(() => ID, { description: 'The assessor.' })
  personId: string;

  @Field(() => Int, { description: 'Submissions held now.' })
  held: number;

  @Field(() => Int, { description: 'Marks handed in within four weeks.' })
  handedIn: number;

  @Field(() => Int, { description: 'How many may be held at once.' })
  capacity: number;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day of a leave that lasts today.' })
  awayUntil: string | null;
}

@ObjectType('LoadFairness', { description: 'How evenly work lies on assessors; 0 is even.' })
export class LoadFairnessType {
  @Field(() => Int, { description: 'Assessors who are there.' })
  people: number;

  @Field(() => Float, { nullable: true, description: 'Coefficient of variation of load over capacity.' })
  variation: number | null;

  @Field(() => Float, { nullable: true, description: 'Gini coefficient of the same.' })
  gini: number | null;

  @Field(() => Float, { nullable: true, description: 'The most loaded over the mean.' })
  most: number | null;
}

@ObjectType('WeekFigures', { description: 'One week of assessment.' })
export class WeekFiguresType {
  @Field(() => CalendarDay, { description: 'Its Monday.' })
  week: string;

  @Field(() => Int, { description: 'Marks handed in.' })
  marks: number;

  @Field(() => Int, { description: 'Outcomes released.' })
  released: number;
}

@ObjectType('AssessorSeverity', { description: 'How severe one assessor is beside the others of a group.' })
export class AssessorSeverityType {
  @Field(() => ID, { description: 'The assessor.' })
  assessorId: string;

  @Field(() => Float, { description: 'Points of a hundred less than the others for the same work; negative: more.' })
  severity: number;

  @Field(() => Float, { description: 'The lower end of the interval, approximately.' })
  low: number;

  @Field(() => Float, { description: 'The upper end of the interval, approximately.' })
  high: number;

  @Field(() => Int, { description: 'Work that others judged, too.' })
  units: number;
}

@ObjectType('ComparableGroup', {
  description: 'Assessors who can be compared, since they hang together by work that several judged.',
})
export class ComparableGroupType {
  @Field(() => [ID], { description: 'Who.' })
  assessorIds: string[];

  @Field(() => Int, { description: 'Work that several of them judged.' })
  units: number;

  @Field(() => Int, { description: 'How much more is needed before anything is shown.' })
  needed: number;

  @Field(() => [AssessorSeverityType], { description: 'The most severe first.' })
  assessors: AssessorSeverityType[];

  @Field(() => String, { nullable: true, description: 'Why there are no figures although there is enough work.' })
  why: string | null;

  @Field(() => Float, { nullable: true, description: 'How likely differences this large come by chance alone.' })
  p: number | null;
}

@ObjectType('DefinitiveOutcome', {
  description: 'How likely an assessor drawn at random gives the outcome that holds in the end.',
})
export class DefinitiveOutcomeType {
  @Field(() => Int, { description: 'Judgements that it rests on.' })
  judgements: number;

  @Field(() => Int, { description: 'Submissions and exemplars that they are about.' })
  units: number;

  @Field(() => Int, { description: 'How many more are needed before anything is shown.' })
  needed: number;

  @Field(() => EstimateType, { nullable: true, description: 'The probability.' })
  estimate: EstimateType | null;
}

@ObjectType('QualityBoard', { description: 'How assessment runs, and how far it can be trusted.' })
export class QualityBoardType {
  @Field(() => CalendarDay, { description: 'The first day that was counted.' })
  from: string;

  @Field(() => CalendarDay, { description: 'The last day that was counted.' })
  until: string;

  @Field(() => Int, { description: 'Marks handed in, of work whose markers are all done.' })
  marks: number;

  @Field(() => Int, { description: 'Submissions marked twice.' })
  doubleMarked: number;

  @Field(() => [QueueFiguresType], { description: 'What waits, by achievement.' })
  queue: QueueFiguresType[];

  @Field(() => [LoadFiguresType], { description: 'What each assessor has in hand.' })
  loads: LoadFiguresType[];

  @Field(() => LoadFairnessType, { description: 'How evenly work lies.' })
  fairness: LoadFairnessType;

  @Field(() => [WeekFiguresType], { description: 'The last twelve weeks.' })
  weeks: WeekFiguresType[];

  @Field(() => Float, { nullable: true, description: 'Half of all outcomes took longer from handing in to release.' })
  medianHoursToRelease: number | null;

  @Field(() => Float, { nullable: true, description: 'One in twenty took longer.' })
  p95HoursToRelease: number | null;

  @Field(() => [RubricFiguresType], { description: 'Rubric by rubric.' })
  rubrics: RubricFiguresType[];

  @Field(() => [ComparableGroupType], { description: 'How severe assessors are, by groups that can be compared.' })
  severity: ComparableGroupType[];

  @Field(() => DefinitiveOutcomeType, { description: 'How likely an assessor gives the outcome that holds.' })
  definitive: DefinitiveOutcomeType;

  @Field(() => [LiveCheckFiguresType], { description: 'Checks among live work, assessor by assessor.' })
  checks: LiveCheckFiguresType[];
}

export interface BoardWish {
  achievementId?: string | null;
  from?: string | null;
  until?: string | null;
}
