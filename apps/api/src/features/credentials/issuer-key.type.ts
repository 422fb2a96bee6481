import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What a key signs: the proof inside a document (Ed25519), or a token around it (P-256). */
export type KeyPurpose = 'PROOF' | 'TOKEN';
export const IssuerKeyPurposeEnum: Record<KeyPurpose, KeyPurpose> = { PROOF: 'PROOF', TOKEN: 'TOKEN' };
registerEnumType(IssuerKeyPurposeEnum, {
  name: 'IssuerKeyPurpose',
  description: 'What a key signs.',
  valuesMap: {
    PROOF: { description: 'The proof inside a document: badges, endorsements, lists of states.' },
    TOKEN: { description: 'The same badges in their token form.' },
  },
});

@ObjectType('IssuerKey', {
  description: 'A key that signed, or signs, in this organisation’s name. Its private half is elsewhere.',
})
export class IssuerKeyType {
  @Field(() => String, { description: 'The public key as a multikey, or the thumbprint of a key for tokens.' })
  publicKey!: string;

  @Field(() => IssuerKeyPurposeEnum, { description: 'What it signs.' })
  purpose!: KeyPurpose;

  @Field(() => String, { description: 'How it signs.' })
  algorithm!: string;

  @Field(() => Date, { description: 'Signs from this time on.' })
  since!: Date;

  @Field(() => Date, { nullable: true, description: 'Signs nothing new from this time on. What it signed stays good.' })
  until!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Compromised at this time: nothing that it signed counts any more.',
  })
  compromisedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Badges that carry its proof; a key for tokens signs the same ones.',
  })
  badges!: number | null;

  @Field(() => Int, { nullable: true, description: 'Endorsements that carry its proof; null for a key for tokens.' })
  endorsements!: number | null;
}

@ObjectType('IssuerKeyRotation', { description: 'A change of keys that was asked for and is not done.' })
export class IssuerKeyRotationType {
  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => Boolean, { description: 'It was tried several times in vain; the same keys sign on.' })
  gaveUp!: boolean;
}

@ObjectType('IssuerKeys', { description: 'The keys of this issuer with their history, newest first.' })
export class IssuerKeysType {
  @Field(() => String, { description: 'The identity that the keys belong to.' })
  did!: string;

  @Field(() => String, { description: 'Where anybody reads all of them.' })
  documentUrl!: string;

  @Field(() => [IssuerKeyType], { description: 'Those that sign, and all that ever did.' })
  keys!: IssuerKeyType[];

  @Field(() => Int, { description: 'Lists of states that are signed again when keys change.' })
  statusLists!: number;

  @Field(() => IssuerKeyRotationType, {
    nullable: true,
    description: 'A change of the keys that sign now, while it is not done.',
  })
  rotation!: IssuerKeyRotationType | null;
}
