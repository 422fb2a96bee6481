import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('LinkedAccount', {
  description: "An identity provider's account that is known to be a person: whoever signs in by it is that person.",
})
export class LinkedAccountType {
  @Field(() => ID, { description: 'Its id here; not the one that the provider uses.' })
  id: string;

  @Field(() => ID, { description: 'Whose it is.' })
  personId: string;

  @Field({ description: "The issuer that vouches for it, by the provider's address." })
  issuer: string;

  @Field({ description: 'When it was first used.' })
  linkedAt: Date;
}

@ObjectType('ForgottenAccount', { description: 'An account that is nobody here any more.' })
export class ForgottenAccount {
  @Field(() => ID, { description: 'The id that it had.' })
  id: string;

  @Field(() => ID, { description: 'Whose it was.' })
  personId: string;

  @Field(() => Int, { description: 'How many sign-ins that came by it ended.' })
  ended: number;
}
