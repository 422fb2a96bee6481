import { Field, ID, InputType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { StatusCause } from '../credentials/credential.entity.js';
import { StatusCauseEnum } from '../credentials/credential.type.js';
import { ChangeKindEnum } from './credential-change.type.js';
import type { ChangeKind } from './credential-life.lifecycle.js';

@InputType({ description: 'What is to be done to a credential, and why.' })
export class ChangeCredentialInput {
  @Field(() => ID, { description: 'The credential.' })
  credentialId: string;

  @Field(() => ChangeKindEnum, { description: 'Suspend it, take it up again or withdraw it.' })
  kind: ChangeKind;

  @Field(() => StatusCauseEnum, { description: 'Why, in a word that strangers may read.' })
  cause: StatusCause;

  @Field({ description: 'Why, as its holder reads it.' })
  reason: string;
}

@InputType({ description: 'What the next edition of a credential says differently; what is left out stays.' })
export class CorrectCredentialInput {
  @Field(() => ID, { description: 'The credential.' })
  credentialId: string;

  @Field(() => Boolean, { nullable: true, description: 'Names its holder as the directory does today.' })
  nameFromDirectory?: boolean | null;

  @Field(() => CalendarDay, { nullable: true, description: 'Its first day.' })
  firstDay?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'Its last day.' })
  lastDay?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'It does not end.' })
  endless?: boolean | null;

  @Field({ description: 'Why, as its holder reads it.' })
  reason: string;
}
