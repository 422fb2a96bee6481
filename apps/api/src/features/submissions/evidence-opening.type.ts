import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OpeningHow } from './evidence-opening.entity.js';

export const OpeningHowEnum: { [K in OpeningHow]: K } = { READ: 'READ', FILE: 'FILE' };
registerEnumType(OpeningHowEnum, {
  name: 'OpeningHow',
  description: 'What was opened: the item with its words, or its file.',
});

@ObjectType('EvidenceOpening', {
  description:
    'Somebody other than its owner opened frozen evidence. Looking again on the same day is the same opening.',
})
export class EvidenceOpeningType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Date, { description: 'When it was first opened that day.' })
  at: Date;

  @Field(() => OpeningHowEnum, { description: 'What was opened.' })
  how: OpeningHow;

  @Field(() => ID, { description: 'The item that was opened.' })
  itemId: string;

  @Field(() => ID, { description: 'The submission it was part of.' })
  submissionId: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reason that an auditor gave; null where it was opened to assess it.',
  })
  reason: string | null;
}

@ObjectType('EvidenceAudit', {
  description: 'An auditor opened what somebody handed in: read-only, for an hour, for a reason that its owner sees.',
})
export class EvidenceAuditType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The submission that was opened.' })
  submissionId: string;

  @Field({ description: 'Why, in the words of the auditor.' })
  reason: string;

  @Field(() => Date, { description: 'When it was opened.' })
  openedAt: Date;

  @Field(() => Date, { description: 'When it closes by itself.' })
  until: Date;
}

@ObjectType('AuditableSubmission', {
  description: 'A submission with a frozen copy, as an auditor knows it before opening it.',
})
export class AuditableSubmissionType {
  @Field(() => ID, { description: 'The submission.' })
  submissionId: string;
}
