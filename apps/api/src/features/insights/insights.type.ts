import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { FIGURE_KEYS, type FigureKey } from './figures.rules.js';
import { ROW_KEYS, ROW_KINDS, type RowKind } from './insight-rows.rules.js';
import { BANDS, type Band } from './suppression.rules.js';

export const enumOf = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };

export const FigureKeyEnum = enumOf(FIGURE_KEYS);
export const BandEnum = enumOf(BANDS);
export const RowKeyEnum = enumOf(ROW_KEYS);
export const RowKindEnum = enumOf(ROW_KINDS);
registerEnumType(FigureKeyEnum, {
  name: 'InsightKey',
  description: 'Which figure it is; the portal says how it is counted.',
});
registerEnumType(BandEnum, {
  name: 'InsightBand',
  description:
    'What can be told of a number that would tell of single people. FEW: fewer than five. ALL_BUT_FEW: all but fewer than five. HIDDEN: nothing, for it, or another number with it, would tell of fewer than five.',
});
registerEnumType(RowKeyEnum, { name: 'InsightRowsKey', description: 'Of which figure the rows are wanted.' });
registerEnumType(RowKindEnum, { name: 'InsightRowKind', description: 'What a row is about.' });

@ObjectType('InsightFigure', { description: 'A figure, what it is a part of, and how many cases it rests on.' })
export class InsightFigureType {
  @Field(() => FigureKeyEnum, { description: 'Which figure.' })
  key: FigureKey;

  @Field(() => Int, {
    nullable: true,
    description: 'How many; null where it cannot be told, or where the figure is a length of time.',
  })
  part: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many; null where it is a part of nothing.' })
  of: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a length of time: hours.' })
  hours: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the interval of the share at 95 %.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of that interval.' })
  high: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why the number is not told; null where it is.' })
  band: Band | null;

  @Field(() => Int, { nullable: true, description: 'How many people or cases it rests on.' })
  n: number | null;

  @Field({ description: 'Whether the viewer may open the rows behind it.' })
  opens: boolean;
}

@ObjectType('Insights', { description: 'Figures of a period, and of the moment at its end.' })
export class InsightsType {
  @Field(() => CalendarDay, { description: 'First day of the period. Periods are whole months.' })
  from: string;

  @Field(() => CalendarDay, {
    description: 'Last day of the period, and the day as of which people and skills are counted.',
  })
  until: string;

  @Field(() => [InsightFigureType], { description: 'The figures.' })
  figures: InsightFigureType[];
}

@ObjectType('UnitCoverage', {
  description: 'A unit with everybody below it: what the jobs there ask, and how much of it is verified.',
})
export class UnitCoverageType {
  @Field(() => Int, { nullable: true, description: 'People whose job asks for the skill, or for anything.' })
  people: number | null;

  @Field(() => ID, { description: 'The unit.' })
  unitId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How deep it stands in the tree; 0 at the top.' })
  depth: number;

  @Field(() => Int, { nullable: true, description: 'Requirements: what the job of one person asks of one skill.' })
  of: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of those, verified at the level asked.',
  })
  part: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why a number is not told.' })
  band: Band | null;
}

@ObjectType('SkillSupply', { description: 'A skill: what jobs ask of it, and who is verified.' })
export class SkillSupplyType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'People whose job asks for it.' })
  of: number | null;

  @Field(() => Int, { nullable: true, description: 'Of those, verified at the level that their job asks.' })
  part: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why a number is not told.' })
  band: Band | null;

  @Field(() => Int, { nullable: true, description: 'People verified at any level, whatever their job asks.' })
  holders: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why the number of holders is not told.' })
  holdersBand: Band | null;
}

@ObjectType('SuccessionDepth', {
  description: 'A job role level somebody works at, and how many others are verified to be ready for it.',
})
export class SuccessionDepthType {
  @Field(() => ID, { description: 'The level.' })
  jobRoleLevelId: string;

  @Field({ description: 'The name of the role and the level.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'People who work there.' })
  there: number | null;

  @Field(() => Int, { nullable: true, description: 'Others with verified readiness of .93 and every must-have.' })
  ready: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why the number of the ready is not told.' })
  band: Band | null;
}

@ObjectType('AchievementFlow', { description: 'How attempts at one achievement went that began in the period.' })
export class AchievementFlowType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [InsightFigureType], {
    description: 'Begun, answered of those, passed at the first attempt, and the time to the answer.',
  })
  figures: InsightFigureType[];
}

@ObjectType('CourseSpend', { description: 'What courses completed in the period cost, in one currency.' })
export class CourseSpendType {
  @Field({ description: 'The currency.' })
  currency: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The sum of the prices; null where fewer than five completions stand behind it.',
  })
  amount: number | null;

  @Field(() => Int, { nullable: true, description: 'Completions with a price; null where they are fewer than five.' })
  completions: number | null;
}

@ObjectType('InsightRow', { description: 'One of the rows that a figure counts.' })
export class InsightRowType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => RowKindEnum, { description: 'What it is about.' })
  kind: RowKind;

  @Field(() => ID, { description: 'The person, skill, level, achievement or credential it is about.' })
  subjectId: string;

  @Field({ description: 'Its name.' })
  title: string;

  @Field({ description: 'What of it counts.' })
  detail: string;

  @Field(() => CalendarDay, { nullable: true, description: 'The day that decides.' })
  day: string | null;
}

export const InsightRowConnection = connectionOf(InsightRowType, 'InsightRow');
export const SkillSupplyConnection = connectionOf(SkillSupplyType, 'SkillSupply');
