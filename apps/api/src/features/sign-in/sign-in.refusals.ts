import { ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'The identity provider could not be asked, or its answer is not to be used.',
})
export class ProviderUnreachable extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'Somebody changed what this provider is trusted with since it was looked at.',
})
export class ProviderChangedMeanwhile extends Refusal {
  constructor() {
    super('This provider was changed meanwhile. Look at it again before you agree.');
  }
}

/** Why somebody is not let in. The word stands in the address of the sign-in page, which explains it; details are for the log. */
export type SignInProblem =
  /** The way back took too long, was used before, or began in another browser. */
  | 'expired'
  /** The provider let nobody through. */
  | 'refused'
  /** What the provider sent does not stand up to the checks. */
  | 'untrusted'
  | 'unreachable'
  /** The provider does not accept us: client id, secret or addresses are wrong. */
  | 'misconfigured'
  /** Nobody is known by this account. */
  | 'unknown'
  /** The provider does not vouch for the mail address. */
  | 'unverified'
  /** The account points to two people, or the person already has another account there. */
  | 'conflict'
  /** The person is no longer with the organisation. */
  | 'inactive';
