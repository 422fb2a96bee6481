import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { REQUEST_STATES, type RequestState } from './witness.rules.js';

export const WitnessRequestStateEnum = Object.fromEntries(REQUEST_STATES.map((state) => [state, state])) as {
  [S in RequestState]: S;
};
registerEnumType(WitnessRequestStateEnum, {
  name: 'WitnessRequestState',
  description: 'Where a question to a witness stands: waiting, ended, taken back, confirmed or declined.',
});

@ObjectType('WitnessStatement', {
  description: 'What somebody else says of a piece of evidence. Nobody changes it once it is said.',
})
export class WitnessStatementType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'What it is about, as the witness was asked.' })
  about: string;

  @Field({ description: 'The question, in the words of the owner.' })
  question: string;

  @Field(() => String, { nullable: true, description: 'Where an attested item is kept.' })
  keptAt: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made, as the owner says.' })
  madeOn: string | null;

  @Field({ description: 'The witness by name.' })
  witnessName: string;

  @Field({ description: 'Where the question was sent.' })
  witnessEmail: string;

  @Field(() => Date, { description: 'When it was last asked.' })
  askedAt: Date;

  @Field(() => Date, { description: 'Until when it can be answered.' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true, description: 'In which role the witness saw it.' })
  capacity: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When the witness saw it.' })
  sawOn: string | null;

  @Field(() => String, { nullable: true, description: 'What the witness said.' })
  words: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the whole statement, in hexadecimal.' })
  digest: string | null;
}

@ObjectType('WitnessRequest', {
  description: 'A question to a witness, as whoever holds the link sees it. Nothing else of its owner shows.',
})
export class WitnessRequestType {
  @Field({ description: 'Who asks.' })
  ownerName: string;

  @Field({ description: 'Where they work.' })
  organisationName: string;

  @Field({ description: 'Whom they ask.' })
  witnessName: string;

  @Field({ description: 'The address belongs to a colleague; the statement will say so.' })
  isColleague: boolean;

  @Field({ description: 'What it is about.' })
  about: string;

  @Field({ description: 'The question, in the words of the owner.' })
  question: string;

  @Field(() => String, { nullable: true, description: 'Where an attested item is kept.' })
  keptAt: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made, as the owner says.' })
  madeOn: string | null;

  @Field(() => Date, { description: 'Until when it can be answered.' })
  expiresAt: Date;

  @Field(() => WitnessRequestStateEnum, { description: 'Where it stands.' })
  state: RequestState;
}

@InputType({ description: 'Somebody is asked by mail what they saw. They need no account.' })
export class AskWitnessInput {
  @Field({ description: 'What it is about; the title of the evidence.' })
  title: string;

  @Field({ description: 'What the witness is asked, in plain words.' })
  question: string;

  @Field({ description: 'The witness by name.' })
  witnessName: string;

  @Field({ description: 'Where the question is sent.' })
  witnessEmail: string;

  @Field(() => CalendarDay, { nullable: true, description: 'When it happened.' })
  madeOn?: string | null;
}

@InputType({ description: 'Something that never leaves the workplace, and the colleague who confirms it.' })
export class AttestedEvidenceInput {
  @Field({ description: 'What it is; the title of the evidence.' })
  title: string;

  @Field({ description: 'Where it is kept, so that somebody who may could find it.' })
  keptAt: string;

  @Field({ description: 'What the colleague is asked to confirm, in plain words.' })
  question: string;

  @Field(() => ID, { description: 'The colleague who saw it.' })
  colleagueId: string;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made.' })
  madeOn?: string | null;
}

@InputType({ description: 'What a witness says.' })
export class WitnessAnswerInput {
  @Field({ description: 'Whether they confirm it. Who does not need not say why.' })
  confirms: boolean;

  @Field(() => String, { nullable: true, description: 'In which role they saw it; needed to confirm.' })
  capacity?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When they saw it.' })
  sawOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What they saw, in their own words; needed to confirm.' })
  words?: string | null;
}
