import { Field, ID, Int, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { APPEAL_GROUNDS, APPEAL_STATES, type AppealGrounds, type AppealState } from './appeal.entity.js';
import { RECALL_ITEM_STATES, type RecallItemState } from './recall.entity.js';

const words = <Word extends string>(all: readonly Word[]) =>
  Object.fromEntries(all.map((word) => [word, word])) as { [Each in Word]: Each };

export const AppealGroundsEnum = words<AppealGrounds>(APPEAL_GROUNDS);
registerEnumType(AppealGroundsEnum, { name: 'AppealGrounds', description: 'What an appeal rests on.' });
export const AppealStateEnum = words<AppealState>(APPEAL_STATES);
registerEnumType(AppealStateEnum, { name: 'AppealState', description: 'Where an appeal stands.' });
export const AppealOutcomeEnum = words<'UPHELD' | 'PARTLY_UPHELD' | 'DISMISSED'>([
  'UPHELD',
  'PARTLY_UPHELD',
  'DISMISSED',
]);
registerEnumType(AppealOutcomeEnum, { name: 'AppealOutcome', description: 'How an appeal is answered.' });
export const RecallItemStateEnum = words<RecallItemState>(RECALL_ITEM_STATES);
registerEnumType(RecallItemStateEnum, {
  name: 'RecallItemState',
  description: 'How far a recalled decision is looked at.',
});

@InputType({ description: 'Another level for a criterion of a decision.' })
export class NewLevelInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { description: 'Ordinal of the level.' })
  level: number;

  @Field({ description: 'Words for the candidate: why this level.' })
  comment: string;
}

@ObjectType('Appeal', { description: "A candidate's objection to a released decision." })
export class AppealType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The submission it is about.' })
  submissionId: string;

  @Field(() => AppealGroundsEnum, { description: 'What it rests on.' })
  grounds: AppealGrounds;

  @Field({ description: "The candidate's words." })
  statement: string;

  @Field(() => AppealStateEnum, { description: 'Where it stands.' })
  state: AppealState;

  @Field({ description: 'When it was lodged.' })
  lodgedAt: Date;

  @Field({ description: 'Until when it is to be answered.' })
  dueAt: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody looked whether it is in scope.' })
  checkedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was answered.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The answer to the candidate.' })
  answer: string | null;
}

@ObjectType('RecallItem', { description: 'A decision that is looked at again.' })
export class RecallItemType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The submission it is about.' })
  submissionId: string;

  @Field(() => RecallItemStateEnum, { description: 'How far it is.' })
  state: RecallItemState;

  @Field(() => String, { nullable: true, description: 'Why it stands or changed.' })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was settled.' })
  decidedAt: Date | null;
}

@ObjectType('Recall', {
  description: 'The search for every other decision that the fault behind one may have touched.',
})
export class RecallType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Decisions from this moment on.' })
  since: Date;

  @Field({ description: 'Decisions until this moment.' })
  until: Date;

  @Field({ description: 'Why.' })
  reason: string;

  @Field({ description: 'When it was begun.' })
  openedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the last of its decisions was settled.' })
  closedAt: Date | null;
}
