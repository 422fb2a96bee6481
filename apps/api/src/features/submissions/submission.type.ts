import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import { RubricCriterionType } from '../achievements/rubric.type.js';
import { EvidenceItemType, EvidenceKindEnum } from './evidence-item.type.js';
import type { EvidenceKind } from './evidence-item.entity.js';
import type { GapKind } from './gaps.rules.js';
import type { SubmissionRoute } from './submission.entity.js';
import { SUBMISSION_STATES, type SubmissionState } from './submission.lifecycle.js';

export const SubmissionStateEnum = Object.fromEntries(SUBMISSION_STATES.map((state) => [state, state])) as {
  [S in SubmissionState]: S;
};
registerEnumType(SubmissionStateEnum, {
  name: 'SubmissionState',
  description:
    'Where a submission stands: written, handed in, waiting, marked, released; or returned, held, withdrawn, void.',
});

export const SubmissionRouteEnum: { [R in SubmissionRoute]: R } = {
  LEARNING: 'LEARNING',
  PRIOR_LEARNING: 'PRIOR_LEARNING',
};
registerEnumType(SubmissionRouteEnum, {
  name: 'SubmissionRoute',
  description: 'Whether a submission shows what was learned for it, or what somebody could before.',
});

export const GapKindEnum: { [K in GapKind]: K } = {
  NO_EVIDENCE: 'NO_EVIDENCE',
  NOTHING_NEW: 'NOTHING_NEW',
  REFLECTION_MISSING: 'REFLECTION_MISSING',
  EVIDENCE_TOO_OLD: 'EVIDENCE_TOO_OLD',
  LEVEL_MISSING: 'LEVEL_MISSING',
  EVIDENCE_RULE: 'EVIDENCE_RULE',
  WITNESS_WAITING: 'WITNESS_WAITING',
  WITNESS_DECLINED: 'WITNESS_DECLINED',
};
registerEnumType(GapKindEnum, { name: 'GapKind', description: 'What is missing or doubtful before handing in.' });

@ObjectType('EvidenceLink', { description: 'An evidence mapping: this item shows that criterion, and how.' })
export class EvidenceLinkType {
  @Field({ description: 'Letter of the item in this submission.' })
  letter: string;

  @Field(() => EvidenceItemType, { description: 'The item.' })
  item: EvidenceItemType;

  @Field({ description: 'How it shows the criterion, in the words of the person.' })
  reflection: string;
}

@ObjectType('CarriedCriterion', {
  description: 'Met in an attempt before and still current: it counts at this level and is not asked again.',
})
export class CarriedCriterionType {
  @Field(() => Int, { description: 'The level that was given.' })
  level: number;

  @Field(() => Date, { description: 'When it was first decided.' })
  decidedAt: Date;
}

@ObjectType('AskedAgain', {
  description:
    'It was found unmet in an attempt before: something new is asked, or why the same evidence shows it now.',
})
export class AskedAgainType {
  @Field({ description: 'Something is linked that was not looked at then.' })
  bringsNew: boolean;

  @Field({ description: 'Why the same evidence shows it now, in the words of the person; may be empty.' })
  sameBecause: string;
}

@ObjectType('SubmissionCriterion', { description: 'A criterion, and what is brought for it.' })
export class SubmissionCriterionType {
  @Field(() => Int, { description: 'Its number in the rubric, from 1.' })
  number: number;

  @Field(() => RubricCriterionType, { description: 'The criterion.' })
  criterion: RubricCriterionType;

  @Field(() => [EvidenceLinkType], { description: 'By letter.' })
  links: EvidenceLinkType[];

  @Field(() => Int, { nullable: true, description: 'Where the person puts themselves.' })
  claimedLevel: number | null;

  @Field({ description: 'The person says that there is nothing to show.' })
  notEvidenced: boolean;

  @Field(() => CarriedCriterionType, { nullable: true, description: 'What counts from an attempt before.' })
  carried: CarriedCriterionType | null;

  @Field(() => AskedAgainType, { nullable: true, description: 'Set where it was found unmet in an attempt before.' })
  askedAgain: AskedAgainType | null;
}

@ObjectType('SubmissionItem', { description: 'An evidence item used in this submission, with its letter.' })
export class SubmissionItemType {
  @Field({ description: 'A, B, C …' })
  letter: string;

  @Field(() => EvidenceItemType, { description: 'The item.' })
  item: EvidenceItemType;

  @Field(() => [Int], { description: 'Numbers of the criteria that it is linked to.' })
  criteria: number[];
}

@ObjectType('SubmissionGap', { description: 'What is missing or doubtful before handing in.' })
export class SubmissionGapType {
  @Field(() => ID, { nullable: true, description: 'The criterion; null when it is about all of them together.' })
  criterionId: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number.' })
  number: number | null;

  @Field(() => GapKindEnum, { description: 'What it is.' })
  kind: GapKind;

  @Field(() => String, { nullable: true, description: 'Letter of the item that it is about.' })
  letter: string | null;

  @Field({ description: 'What to do.' })
  message: string;

  @Field({ description: 'A gap that stops handing in; the others are hints.' })
  blocking: boolean;
}

@ObjectType('TimelineStep', { description: 'A step in the life of a submission.' })
export class TimelineStepType {
  @Field(() => SubmissionStateEnum, { description: 'Where it stood from then on.' })
  state: SubmissionState;

  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said so.' })
  note: string | null;
}

@ObjectType('SnapshotStatement', { description: 'What a witness had said when it was handed in.' })
export class SnapshotStatementType {
  @Field({ description: 'The witness by name.' })
  witnessName: string;

  @Field({ description: 'The witness is a colleague.' })
  isColleague: boolean;

  @Field({ description: 'The question, in the words of the owner.' })
  question: string;

  @Field({ description: 'In which role the witness saw it.' })
  capacity: string;

  @Field(() => CalendarDay, { nullable: true, description: 'When the witness saw it.' })
  sawOn: string | null;

  @Field({ description: 'What the witness said.' })
  words: string;

  @Field(() => Date, { description: 'When.' })
  answeredAt: Date;
}

@ObjectType('SnapshotItem', { description: 'An evidence item as it was handed in.' })
export class SnapshotItemType {
  @Field({ description: 'A, B, C …' })
  letter: string;

  @Field(() => EvidenceKindEnum, { description: 'What it is.' })
  kind: EvidenceKind;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'Its note.' })
  note: string;

  @Field(() => String, { nullable: true, description: 'The address of a link.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The words of a text.' })
  text: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn: string | null;

  @Field(() => String, { nullable: true, description: 'Where an attested item is kept.' })
  keptAt: string | null;

  @Field(() => SnapshotStatementType, { nullable: true, description: 'What a witness says of it.' })
  statement: SnapshotStatementType | null;

  @Field({ description: 'SHA-256 of the file, of the words, of the address or of the statement, in hexadecimal.' })
  digest: string;
}

@ObjectType('SnapshotLink', { description: 'An evidence mapping as it was handed in.' })
export class SnapshotLinkType {
  @Field({ description: 'Letter of the item.' })
  letter: string;

  @Field({ description: 'How it shows the criterion.' })
  reflection: string;
}

@ObjectType('SnapshotCriterion', { description: 'A criterion, and what was handed in for it.' })
export class SnapshotCriterionType {
  @Field(() => Int, { description: 'Its number in the rubric, from 1.' })
  number: number;

  @Field(() => RubricCriterionType, { description: 'The criterion.' })
  criterion: RubricCriterionType;

  @Field(() => Int, { nullable: true, description: 'Where the person put themselves.' })
  claimedLevel: number | null;

  @Field({ description: 'The person said that there was nothing to show.' })
  notEvidenced: boolean;

  @Field(() => CarriedCriterionType, {
    nullable: true,
    description: 'What counts from an attempt before: it is not judged again.',
  })
  carried: CarriedCriterionType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Not met in an attempt before, and nothing new was brought: why the same evidence shows it now.',
  })
  sameBecause?: string | null;

  @Field(() => [SnapshotLinkType], { description: 'By letter.' })
  links: SnapshotLinkType[];
}

@ObjectType('SubmissionSnapshot', { description: 'What was handed in, frozen.' })
export class SubmissionSnapshotType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Counts the times this attempt was handed in.' })
  number: number;

  @Field(() => Date, { description: 'When.' })
  takenAt: Date;

  @Field({ description: 'SHA-256 of its whole content.' })
  digest: string;
}

@ObjectType('Submission', {
  implements: () => [NodeType],
  description: 'One attempt of one person at one achievement version.',
})
export class SubmissionType implements NodeType {
  id: string;

  @Field(() => SubmissionStateEnum, { description: 'Where it stands.' })
  state: SubmissionState;

  @Field(() => SubmissionRouteEnum, { description: 'What was learned for it, or prior learning.' })
  route: SubmissionRoute;

  @Field(() => Int, { description: '1 for the first attempt.' })
  attemptNo: number;

  @Field(() => Int, { description: 'Counts every change.' })
  revision: number;

  @Field(() => Date, { description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last handed in.' })
  submittedAt: Date | null;

  @Field(() => Date, { description: 'When something in it last changed.' })
  savedAt: Date;
}

export const SubmissionConnection = connectionOf(SubmissionType, 'Submission');
