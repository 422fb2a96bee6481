import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const IdentityProviderStateEnum = { IN_USE: 'IN_USE', WAITS: 'WAITS', OFF: 'OFF' } as const;
registerEnumType(IdentityProviderStateEnum, {
  name: 'IdentityProviderState',
  description: 'Whether one can sign in by an identity provider.',
  valuesMap: {
    IN_USE: { description: 'It is on, and agreed to.' },
    WAITS: { description: 'A second administrator has to agree first.' },
    OFF: { description: 'It is switched off.' },
  },
});

@ObjectType('IdentityProvider', {
  description: "Somebody else's sign-in that this organisation trusts (OpenID Connect).",
})
export class IdentityProviderType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The name on its button.' })
  name: string;

  @Field({ description: 'Its issuer address.' })
  issuer: string;

  @Field({ description: 'The id that it gave this product.' })
  clientId: string;

  @Field({ description: 'Whether a client secret is kept. The secret itself is never given out.' })
  hasSecret: boolean;

  @Field({ description: 'Whether it is switched on.' })
  enabled: boolean;

  @Field({ description: 'Whether it stands in the configuration and is changed there only.' })
  fromConfiguration: boolean;

  @Field({ description: 'Whether mail addresses count that the provider does not vouch for.' })
  trustUnverifiedEmail: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the claim that holds the personnel number, if one does.',
  })
  personNumberClaim: string | null;

  @Field({ description: 'Whether somebody of an allowed mail domain whom nobody took on may come in.' })
  createPeople: boolean;

  @Field(() => [String], { description: 'Mail domains whose people may come in without having been taken on.' })
  allowedDomains: string[];

  @Field(() => IdentityProviderStateEnum, { description: 'Whether one can sign in by it.' })
  state: keyof typeof IdentityProviderStateEnum;

  @Field({ description: 'When somebody last decided on what it is trusted with.' })
  askedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was agreed to; empty while it waits.' })
  approvedAt: Date | null;
}

@ObjectType('IdentityProviderAddresses', {
  description: 'What an identity provider has to be told about this product.',
})
export class IdentityProviderAddresses {
  @Field({ description: 'Where it sends people back to after signing in (redirect URI).' })
  redirect: string;

  @Field({ description: 'Where it sends people back to after signing out (post logout redirect URI).' })
  afterLogout: string;

  @Field({ description: 'Where it tells that a session of its own ended (back-channel logout URI).' })
  backchannelLogout: string;
}

@ObjectType('DiscoveredProvider', { description: 'What an identity provider says about itself.' })
export class DiscoveredProvider {
  @Field({ description: 'Its issuer, as it writes it.' })
  issuer: string;

  @Field({ description: 'Where people sign in there.' })
  authorizationEndpoint: string;

  @Field({ description: 'Where the product fetches the tokens.' })
  tokenEndpoint: string;

  @Field(() => Int, { description: 'How many keys it signs with.' })
  keyCount: number;

  @Field({ description: 'Whether people can be signed out there, too.' })
  endsSessions: boolean;

  @Field({ description: 'Whether it tells us when somebody signs out there (back-channel logout).' })
  tellsLogout: boolean;

  @Field(() => [String], { description: 'What would keep people from signing in, in plain words.' })
  warnings: string[];
}

@ObjectType('RemovedIdentityProvider', { description: 'An identity provider that is trusted no more.' })
export class RemovedIdentityProvider {
  @Field(() => ID, { description: 'The id it had.' })
  id: string;
}
