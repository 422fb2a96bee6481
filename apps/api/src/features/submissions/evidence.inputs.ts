import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

@InputType({ description: 'A finished upload becomes evidence.' })
export class FileEvidenceInput {
  @Field(() => ID, { description: 'Id of a finished upload.' })
  uploadId: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn?: string | null;
}

@InputType({ description: 'An address becomes evidence. It is never fetched.' })
export class LinkEvidenceInput {
  @Field({ description: 'Beginning with http:// or https://.' })
  url: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn?: string | null;
}

@InputType({ description: 'Words become evidence.' })
export class TextEvidenceInput {
  @Field({ description: 'The words.' })
  text: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn?: string | null;
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

  @Field(() => [ID], { nullable: true, description: 'Skills that it is about; all of them.' })
  skillIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The words of a text.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The address of a link.' })
  url?: string | null;

  @Field(() => Int, { description: 'The revision that was shown.' })
  expectedRevision: number;
}
