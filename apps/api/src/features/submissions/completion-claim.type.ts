import { Field, InputType, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { CompletionClaimState } from './completion-claim.entity.js';
import type { EvidenceKind } from './evidence-item.entity.js';
import { EvidenceKindEnum } from './evidence-item.type.js';

export const CompletionClaimStateEnum: { [S in CompletionClaimState]: S } = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
};
registerEnumType(CompletionClaimStateEnum, {
  name: 'CompletionClaimState',
  description: 'Where it stands that somebody says they finished a course.',
  valuesMap: {
    OPEN: { description: 'It waits for whoever keeps the courses.' },
    ACCEPTED: { description: 'The completion is recorded, and what the course leads to has happened.' },
    REFUSED: { description: 'It is not recorded, with the reason.' },
    WITHDRAWN: { description: 'Whoever said it took it back before it was decided.' },
  },
});

@ObjectType('CompletionProof', {
  description: 'What was shown as proof, as it was then. Later changes in the library do not reach it.',
})
export class CompletionProofType {
  @Field(() => EvidenceKindEnum, { description: 'What it is.' })
  kind: EvidenceKind;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn: string | null;

  @Field(() => String, { nullable: true, description: 'The address of a link. It is never fetched.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The words of a text.' })
  text: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, in hexadecimal.' })
  sha256: string | null;
}

@ObjectType('CompletionClaim', {
  implements: () => [NodeType],
  description: 'Somebody says that they finished a course, and shows a proof. It is recorded when it is accepted.',
})
export class CompletionClaimType implements NodeType {
  id: string;

  @Field(() => CalendarDay, { description: 'On which day it was finished.' })
  completedOn: string;

  @Field({ description: 'The grade, in the words of the provider; may be empty.' })
  grade: string;

  @Field({ description: 'What the person adds; may be empty.' })
  note: string;

  @Field(() => CompletionClaimStateEnum, { description: 'Where it stands.' })
  state: CompletionClaimState;

  @Field(() => Date, { description: 'When it was said.' })
  claimedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided or taken back; null while it waits.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason: string | null;
}

export const CompletionClaimConnection = connectionOf(CompletionClaimType, 'CompletionClaim');

@InputType({ description: 'That the viewer finished a course.' })
export class ClaimCompletionInput {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => CalendarDay, { description: 'On which day; not in the future.' })
  completedOn: string;

  @Field(() => ID, {
    description: "The proof: a file, a link or words of the viewer's own library. Whoever decides sees it until then.",
  })
  evidenceItemId: string;

  @Field(() => String, { nullable: true, description: 'The grade, in the words of the provider.' })
  grade?: string | null;

  @Field(() => String, { nullable: true, description: 'What whoever decides should know.' })
  note?: string | null;
}
