import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import type { CredentialStatus, StatusCause } from './credential.entity.js';

export const CredentialStatusEnum = {
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  REVOKED: 'REVOKED',
} as const satisfies { [S in CredentialStatus]: S };
registerEnumType(CredentialStatusEnum, {
  name: 'CredentialStatus',
  description: 'Whether the issuer stands behind it. Expired is separate: it follows from the dates.',
});

export const StatusCauseEnum = {
  UNDER_REVIEW: 'UNDER_REVIEW',
  ISSUED_IN_ERROR: 'ISSUED_IN_ERROR',
  DECISION_OVERTURNED: 'DECISION_OVERTURNED',
  MALPRACTICE: 'MALPRACTICE',
  NO_LONGER_TRUE: 'NO_LONGER_TRUE',
  HOLDER_ASKED: 'HOLDER_ASKED',
  CLEARED: 'CLEARED',
  CORRECTED: 'CORRECTED',
} as const satisfies { [C in StatusCause]: C };
registerEnumType(StatusCauseEnum, {
  name: 'StatusCause',
  description: 'Why a credential was suspended, taken up again, withdrawn or corrected; may be shown to strangers.',
});

@ObjectType('Credential', { implements: () => [NodeType], description: 'A signed Open Badges 3.0 credential.' })
export class CredentialType implements NodeType {
  id: string;

  @Field({ description: 'When it was signed.' })
  issuedAt: Date;

  @Field({ description: 'Its first moment.' })
  validFrom: Date;

  @Field(() => Date, { nullable: true, description: 'Its last moment; null when it does not end.' })
  validUntil: Date | null;

  @Field(() => CredentialStatusEnum, { description: 'Whether the issuer stands behind it.' })
  status: CredentialStatus;

  @Field(() => StatusCauseEnum, { nullable: true, description: 'Why its status is not as it was issued, if so.' })
  statusCause: StatusCause | null;

  @Field(() => Date, { nullable: true, description: 'Since when its status is as it is; null when it never changed.' })
  statusSince: Date | null;

  @Field(() => Int, { description: 'Which edition of the statement: 1, and one more after each correction.' })
  edition: number;

  @Field(() => ID, { nullable: true, description: 'The corrected edition that took its place.' })
  supersededBy: string | null;

  @Field({ description: 'The signed Open Badges 3.0 document, as stored.' })
  document: string;

  @Field({ description: 'SHA-256 of the document, in hexadecimal.' })
  digest: string;
}

@ObjectType('ShareGrant', { description: 'A link under which its holder shows a credential.' })
export class ShareGrantType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'When the link was made.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself; null when it does not.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its holder ended it.' })
  revokedAt: Date | null;

  @Field({ description: 'For what its holder made it, in the holder’s own words.' })
  purpose: string;

  @Field(() => [ID], { description: 'Credentials that it shows besides the one it was made for.' })
  furtherIds: string[];

  @Field(() => Int, { description: 'Openings counted without identity.' })
  views: number;
}
