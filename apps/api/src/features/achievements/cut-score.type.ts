import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CutScoreMethod } from './cut-score.rules.js';

export const CutScoreMethodEnum: { [M in CutScoreMethod]: M } = {
  JUDGEMENT: 'JUDGEMENT',
  MODIFIED_ANGOFF: 'MODIFIED_ANGOFF',
  BORDERLINE_REGRESSION: 'BORDERLINE_REGRESSION',
};
registerEnumType(CutScoreMethodEnum, {
  name: 'CutScoreMethod',
  description: "How a cut score is set: somebody's judgement, the estimates of a panel, or the marks given so far.",
});

@ObjectType('AngoffJudge', { description: 'Somebody on the panel that estimates a cut score.' })
@InputType('AngoffJudgeInput', { description: 'Somebody on the panel that estimates a cut score.' })
export class AngoffJudgeType {
  @Field(() => ID, { description: 'Its id within the panel.' })
  id: string;

  @Field({ description: 'The name.' })
  name: string;
}

@ObjectType('AngoffEstimate', { description: "One judge's estimate for one criterion." })
@InputType('AngoffEstimateInput', { description: "One judge's estimate for one criterion." })
export class AngoffEstimateType {
  @Field(() => ID, { description: 'The judge.' })
  judgeId: string;

  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Float, { description: '0 to 1: the share of its points that somebody gets who is just good enough.' })
  share: number;
}

@ObjectType('AngoffRound', { description: 'One round of estimates.' })
@InputType('AngoffRoundInput', { description: 'One round of estimates.' })
export class AngoffRoundType {
  @Field(() => [AngoffEstimateType], { description: 'What was estimated so far.' })
  estimates: AngoffEstimateType[];
}

@ObjectType('AngoffPanel', {
  description: 'A panel that estimates, talks about where it differs, and estimates again.',
})
@InputType('AngoffPanelInput', {
  description: 'A panel that estimates, talks about where it differs, and estimates again.',
})
export class AngoffPanelType {
  @Field(() => [AngoffJudgeType], { description: 'Who takes part.' })
  judges: AngoffJudgeType[];

  @Field(() => [AngoffRoundType], { description: 'The rounds; the last one counts.' })
  rounds: AngoffRoundType[];
}

@ObjectType('AngoffJudgeCut', { description: 'The cut score that one judge’s estimates give.' })
export class AngoffJudgeCutType {
  @Field({ description: 'The judge.' })
  name: string;

  @Field(() => Float, { description: '0 to 1.' })
  cut: number;
}

@ObjectType('AngoffFacts', { description: 'What the cut score of a panel rests on.' })
export class AngoffFactsType {
  @Field(() => Int, { description: 'Which round counted, from 1.' })
  round: number;

  @Field(() => [AngoffJudgeCutType], { description: 'Who took part.' })
  judges: AngoffJudgeCutType[];

  @Field(() => Float, { nullable: true, description: 'Standard deviation between the judges.' })
  standardDeviation: number | null;

  @Field(() => Float, { nullable: true, description: 'Standard error of their mean.' })
  standardError: number | null;
}

@ObjectType('RegressionFacts', { description: 'What the cut score of a borderline regression rests on.' })
export class RegressionFactsType {
  @Field(() => Int, { description: 'Marks that count.' })
  n: number;

  @Field(() => Float, { description: 'Slope of the line: score for each step of the overall view.' })
  slope: number;

  @Field(() => Float, { description: 'Score that the line gives to a clear fail.' })
  intercept: number;

  @Field(() => Float, { description: 'How well criteria and overall views agree, 0 to 1.' })
  r2: number;

  @Field(() => Float, { nullable: true, description: 'Standard error of the line at borderline.' })
  standardError: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean score of what was seen as borderline; null: nothing was.' })
  borderlineMean: number | null;
}

@ObjectType('CutScoreSetting', { description: 'How a cut score came about.' })
export class CutScoreSettingType {
  @Field(() => CutScoreMethodEnum, { description: 'The way.' })
  method: CutScoreMethod;

  @Field(() => Float, { description: '0 to 1: what it gave.' })
  cutScore: number;

  @Field({ description: 'By judgement: why this score.' })
  reason: string;

  @Field(() => Date, { description: 'When it was set.' })
  setAt: Date;

  @Field(() => AngoffFactsType, { nullable: true, description: 'MODIFIED_ANGOFF: what it rests on.' })
  angoff: AngoffFactsType | null;

  @Field(() => RegressionFactsType, { nullable: true, description: 'BORDERLINE_REGRESSION: what it rests on.' })
  regression: RegressionFactsType | null;
}

@ObjectType('MarksGiven', { description: 'What the marks given so far say about the cut score. Never whose they are.' })
export class MarksGivenType {
  @Field(() => Int, { description: 'Marks of this achievement by a rubric that gives points as this one does.' })
  n: number;

  @Field(() => Int, { description: 'Below so many nothing is worked out.' })
  needed: number;

  @Field(() => Int, { description: 'Marks by rubrics that give points in another way, and so do not count.' })
  byOtherRubrics: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no answer yet, in a sentence; null when there is.',
  })
  missing: string | null;

  @Field(() => Float, { nullable: true, description: '0 to 1: the cut score by borderline regression.' })
  cutScore: number | null;

  @Field(() => RegressionFactsType, { nullable: true, description: 'What it rests on.' })
  regression: RegressionFactsType | null;

  @Field(() => [Float], { description: 'The scores, lowest first; empty while there are too few to show.' })
  scores: number[];
}
