import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SignInMethod } from './sign-in-session.entity.js';

export const SignInMethodEnum: { [M in SignInMethod]: M } = {
  DEMO: 'DEMO',
  OPENID_CONNECT: 'OPENID_CONNECT',
  SETUP_LINK: 'SETUP_LINK',
  CLAIM_LINK: 'CLAIM_LINK',
};
registerEnumType(SignInMethodEnum, {
  name: 'SignInMethod',
  description: 'How somebody came in.',
  valuesMap: {
    DEMO: { description: 'Chosen from the list of a demonstration.' },
    OPENID_CONNECT: { description: 'By an identity provider.' },
    SETUP_LINK: { description: 'By the one-time link that a start of the product printed.' },
    CLAIM_LINK: { description: 'By the one-time link that somebody who left was sent, to keep their badges.' },
  },
});

@ObjectType('SignInSession', { description: 'One sign-in of a person in one browser, while it lasts.' })
export class SignInSessionType {
  @Field(() => ID, { description: 'Its id. It opens nothing.' })
  id: string;

  @Field({ description: 'The browser in words, e.g. Firefox on Windows.' })
  device: string;

  @Field(() => SignInMethodEnum, { description: 'How the person came in.' })
  method: SignInMethod;

  @Field(() => String, { nullable: true, description: 'Name of the identity provider, where it was one.' })
  providerName: string | null;

  @Field({ description: 'When the person signed in.' })
  startedAt: Date;

  @Field({ description: 'When it was last used, to the minute.' })
  seenAt: Date;

  @Field({ description: 'When it ends by itself at the latest.' })
  endsAt: Date;
}

@ObjectType('SignedOutEverywhere', { description: 'A person is signed out in every browser.' })
export class SignedOutEverywhere {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => Int, { description: 'How many sign-ins ended.' })
  ended: number;
}

@ObjectType('SignInChoice', { description: 'One way to sign in.' })
export class SignInChoice {
  @Field(() => ID, { description: 'Id of the identity provider.' })
  id: string;

  @Field({ description: 'Its name, as people know it.' })
  name: string;

  @Field({
    description: 'Where its button leads; `?to=/path` says where to go on afterwards, within this installation.',
  })
  startPath: string;
}

@ObjectType('SignInOptions', { description: 'How one can sign in here.' })
export class SignInOptions {
  @Field({ description: 'Whether this is a demonstration: anybody may be anybody.' })
  demo: boolean;

  @Field({ description: 'Whether no administrator has come in yet: the start of the product printed a link for one.' })
  setupNeeded: boolean;

  @Field(() => [SignInChoice], { description: 'Identity providers that are on, by name.' })
  providers: SignInChoice[];
}
