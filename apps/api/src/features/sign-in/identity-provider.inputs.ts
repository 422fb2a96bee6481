import { Field, InputType } from '@nestjs/graphql';

@InputType({ description: 'An identity provider to trust.' })
export class AddIdentityProviderInput {
  @Field({ description: 'The name on its button.' })
  name: string;

  @Field({ description: 'Its issuer address, as its documentation gives it.' })
  issuer: string;

  @Field({ description: 'The id that it gave this product.' })
  clientId: string;

  @Field(() => String, { nullable: true, description: 'The secret that it gave this product, when there is one.' })
  clientSecret?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one can sign in by it; left out: yes.' })
  enabled?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether mail addresses count that the provider does not vouch for; left out: no.',
  })
  trustUnverifiedEmail?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the claim that holds the personnel number; left out: people are found by mail only.',
  })
  personNumberClaim?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody of an allowed mail domain whom nobody took on may come in; left out: no.',
  })
  createPeople?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Mail domains whose people may come in without having been taken on.',
  })
  allowedDomains?: string[] | null;
}

@InputType({ description: 'What is to change of an identity provider; what is left out stays.' })
export class ChangeIdentityProviderInput {
  @Field(() => String, { nullable: true, description: 'The name on its button.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its issuer address. A new one needs the client secret again.',
  })
  issuer?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id that it gave this product. A new one needs the client secret again.',
  })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'A new secret; an empty text takes the old one away.' })
  clientSecret?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one can sign in by it.' })
  enabled?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether mail addresses count that the provider does not vouch for.',
  })
  trustUnverifiedEmail?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the claim that holds the personnel number; an empty text: none does.',
  })
  personNumberClaim?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody of an allowed mail domain whom nobody took on may come in.',
  })
  createPeople?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Mail domains whose people may come in without having been taken on.',
  })
  allowedDomains?: string[] | null;
}
