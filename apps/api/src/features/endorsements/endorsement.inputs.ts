import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Somebody is asked to say something for a credential: a colleague, or by mail anybody.' })
export class AskEndorsementInput {
  @Field(() => ID, { description: 'The credential.' })
  credentialId: string;

  @Field(() => ID, { nullable: true, description: 'A colleague; then name and address are theirs.' })
  colleagueId?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom, when it is no colleague.' })
  endorserName?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the question is sent, when it is no colleague.' })
  endorserEmail?: string | null;

  @Field({ description: 'What is asked, in plain words; may be empty.' })
  message: string;
}

@InputType({ description: 'What somebody says for a credential, or that they do not.' })
export class EndorsementAnswerInput {
  @Field({ description: 'Whether they endorse it. Who does not need not say why.' })
  gives: boolean;

  @Field({ description: 'In which role they know the work; needed to endorse.' })
  capacity: string;

  @Field({ description: 'What they endorse, in their own words; needed to endorse.' })
  words: string;
}
