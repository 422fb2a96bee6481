import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { KeyScope, VerificationKey } from './verification-key.entity.js';

export const KeyScopeEnum = { OWN: 'OWN', ANY: 'ANY' } as const satisfies { [S in KeyScope]: S };
registerEnumType(KeyScopeEnum, {
  name: 'VerificationKeyScope',
  description: 'What a key may have checked.',
  valuesMap: {
    OWN: { description: 'Badges that this installation issued, by the link that their holder gave.' },
    ANY: { description: 'Badges of others as well; their issuers are asked.' },
  },
});

@ObjectType('VerificationKey', { description: 'A key by which a known system has badges checked.' })
export class VerificationKeyType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Which system has it; holders read this name.' })
  name: string;

  @Field(() => KeyScopeEnum, { description: 'What it may have checked.' })
  scope: KeyScope;

  @Field({ description: 'Its first characters.' })
  prefix: string;

  @Field({ description: 'Since when.' })
  createdAt: Date;

  @Field({ description: 'When it ends by itself.' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was used last; to the minute.' })
  lastUsedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back.' })
  revokedAt: Date | null;
}

@ObjectType('NewVerificationKey', {
  description: 'A key that was just made, with its words for the one time they are told.',
})
export class NewVerificationKey {
  @Field(() => VerificationKeyType, { description: 'The key.' })
  key: VerificationKey;

  @Field({ description: 'What the other system shows. Kept nowhere here.' })
  secret: string;

  constructor(key: VerificationKey, secret: string) {
    this.key = key;
    this.secret = secret;
  }

  /** What it was done to, for the audit log. */
  get id(): string {
    return this.key.id;
  }
}
