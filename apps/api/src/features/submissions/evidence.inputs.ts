import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

/** What is said of every kind of item. */
@InputType({ isAbstract: true })
class DescribedInput {
  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn?: string | null;

  @Field(() => [String], { nullable: true, description: "Words of one's own, to find it again." })
  tags?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Skills of published frameworks that it is about.' })
  skillIds?: string[] | null;
}

@InputType({ description: 'A finished upload becomes evidence.' })
export class FileEvidenceInput extends DescribedInput {
  @Field(() => ID, { description: 'Id of a finished upload.' })
  uploadId: string;
}

@InputType({ description: 'An address becomes evidence. It is never fetched.' })
export class LinkEvidenceInput extends DescribedInput {
  @Field({ description: 'Beginning with http:// or https://.' })
  url: string;
}

@InputType({ description: 'Words become evidence.' })
export class TextEvidenceInput extends DescribedInput {
  @Field({ description: 'The words.' })
  text: string;
}

@InputType({ description: 'Everything that is given is changed; what is left out stays.' })
export class EditEvidenceInput {
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made; null clears it.' })
  madeOn?: string | null;

  @Field(() => [String], { nullable: true, description: "Words of one's own, to find it again; all of them." })
  tags?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Skills of published frameworks that it is about; all of them.' })
  skillIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The words of a text.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The address of a link.' })
  url?: string | null;

  @Field(() => Int, { description: 'The revision that was shown.' })
  expectedRevision: number;
}
