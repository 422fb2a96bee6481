import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { EvidenceKind } from './evidence-item.entity.js';

export const EvidenceKindEnum: { [K in EvidenceKind]: K } = {
  FILE: 'FILE',
  LINK: 'LINK',
  TEXT: 'TEXT',
  WITNESS: 'WITNESS',
  ATTESTED: 'ATTESTED',
};
registerEnumType(EvidenceKindEnum, {
  name: 'EvidenceKind',
  description: 'A file, an address, words, what a witness says, or something that is kept at the workplace.',
});

@ObjectType('EvidenceItem', {
  implements: () => [NodeType],
  description: 'Something that supports a claim, in a private library.',
})
export class EvidenceItemType implements NodeType {
  id: string;

  @Field(() => EvidenceKindEnum, { description: 'What it is.' })
  kind: EvidenceKind;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'A note to oneself and to assessors; may be empty.' })
  note: string;

  @Field(() => String, { nullable: true, description: 'The address of a link. It is never fetched.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The words of a text.' })
  text: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The completion of a course that it tells of, recorded by the organisation. Only the note can be changed.',
  })
  courseCompletionId: string | null;

  @Field(() => String, { nullable: true, description: 'Where an attested item is kept; it never leaves that place.' })
  keptAt: string | null;

  @Field(() => [String], { description: "Words of the owner's own, to find it again." })
  tags: string[];

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn: string | null;

  @Field(() => Date, { description: 'When it came into the library.' })
  createdAt: Date;

  @Field(() => Int, { description: 'Counts changes; pass it back when editing.' })
  revision: number;
}

export const EvidenceItemConnection = connectionOf(EvidenceItemType, 'EvidenceItem');

@ObjectType('RemovedEvidence', { description: 'An item that is gone.' })
export class RemovedEvidence {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}
