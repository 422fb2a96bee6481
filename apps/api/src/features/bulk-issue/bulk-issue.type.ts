import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import { ColumnChoiceInput } from '../courses/course-import.type.js';
import type { BulkIssueState, BulkRowOutcome } from './bulk-issue.entity.js';

const BulkIssueStateEnum: { [S in BulkIssueState]: S } = {
  PREVIEWED: 'PREVIEWED',
  AWARDING: 'AWARDING',
  AWARDED: 'AWARDED',
  UNDOING: 'UNDOING',
  UNDONE: 'UNDONE',
  FAILED: 'FAILED',
};
registerEnumType(BulkIssueStateEnum, {
  name: 'BulkIssueState',
  description: 'How far a list is. AWARDING and UNDOING pass by themselves; a file that cannot be read has failed.',
});

const BulkRowOutcomeEnum: { [O in BulkRowOutcome]: O } = { CREATE: 'CREATE', HELD: 'HELD', ERROR: 'ERROR' };
registerEnumType(BulkRowOutcomeEnum, {
  name: 'BulkRowOutcome',
  description: 'What a row would do. HELD: the person has this badge already, and nothing happens.',
});

@InputType({ description: 'A list of people who are to be given a badge.' })
export class PreviewBulkIssueInput {
  @Field(() => ID, {
    description: 'A finished upload (purpose import, .csv or .xlsx), or the file of a list of one’s own.',
  })
  fileId: string;

  @Field(() => ID, { nullable: true, description: 'The achievement that everybody is given; null: each row says.' })
  achievementId?: string | null;

  @Field(() => [ColumnChoiceInput], { nullable: true, description: 'Guessed by the headers when left out.' })
  mapping?: ColumnChoiceInput[] | null;
}

@ObjectType('BulkIssueRow', { description: 'A row of a list, and what it would do.' })
export class BulkIssueRowType {
  @Field(() => Int, { description: 'Which row; the headers are row 1.' })
  row: number;

  @Field(() => BulkRowOutcomeEnum, { description: 'What it would do.' })
  outcome: BulkRowOutcome;

  @Field({ description: 'Who, and which badge.' })
  label: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: 'The day on which it would be given; null where it is not known.',
  })
  awardedOn?: string | null;

  @Field(() => [InputProblem], { description: 'What is wrong with it; `field` is the column as the file calls it.' })
  problems: InputProblem[];
}

@ObjectType('BulkIssueCounts', { description: 'How many rows would do what.' })
export class BulkIssueCountsType {
  @Field(() => Int, { description: 'All of them.' })
  rows: number;

  @Field(() => Int, { description: 'Give a badge.' })
  create: number;

  @Field(() => Int, { description: 'Name a badge that is held already.' })
  held: number;

  @Field(() => Int, { description: 'Have something wrong; while there is one, nothing is given.' })
  errors: number;
}

@ObjectType('BulkIssueStanding', { description: 'How the badges that a list gave stand now.' })
export class BulkIssueStandingType {
  @Field(() => Int, { description: 'Wait to be signed.' })
  waiting: number;

  @Field(() => Int, { description: 'Are signed and not withdrawn.' })
  issued: number;

  @Field(() => Int, { description: 'Could not be signed; an operator has to look.' })
  quarantined: number;

  @Field(() => Int, { description: 'Were withdrawn, or cancelled before they were signed.' })
  withdrawn: number;
}

@ObjectType('BulkIssue', {
  implements: () => [NodeType],
  description: 'A list of people who are given a badge: what it would do, and what became of it.',
})
export class BulkIssueType implements NodeType {
  id: string;

  @Field(() => ID, { description: 'The file; to preview it again with other columns.' })
  fileId: string;

  @Field({ description: 'The name of the file.' })
  fileName: string;

  @Field(() => BulkIssueStateEnum, { description: 'How far it is.' })
  state: BulkIssueState;

  @Field(() => BulkIssueCountsType, { description: 'How many rows would do what.' })
  counts: BulkIssueCountsType;

  @Field(() => [BulkIssueRowType], {
    description: 'Of a preview: rows that are wrong, then the others; the first thousand of them.',
  })
  rows: BulkIssueRowType[];

  @Field(() => String, { nullable: true, description: 'Why it cannot go on, or what to look at again.' })
  problem: string | null;

  @Field({ description: 'When it was previewed.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When its badges were given.' })
  appliedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When they were taken back.' })
  undoneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why they were taken back, as the holders read it.' })
  undoneReason: string | null;
}

export const BulkIssueConnection = connectionOf(BulkIssueType, 'BulkIssue');
