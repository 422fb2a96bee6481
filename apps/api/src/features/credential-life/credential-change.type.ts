import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { Credential, StatusCause } from '../credentials/credential.entity.js';
import { CredentialType, StatusCauseEnum } from '../credentials/credential.type.js';
import type { Correction } from './credential-change.entity.js';
import type { ChangeKind, ChangeState } from './credential-life.lifecycle.js';

export const ChangeKindEnum = {
  SUSPEND: 'SUSPEND',
  REINSTATE: 'REINSTATE',
  REVOKE: 'REVOKE',
  CORRECT: 'CORRECT',
} as const satisfies { [K in ChangeKind]: K };
registerEnumType(ChangeKindEnum, {
  name: 'CredentialChangeKind',
  description: 'What can be done to a credential after it was signed. A withdrawal is final; a suspension is not.',
});

export const ChangeStateEnum = {
  PROPOSED: 'PROPOSED',
  DECIDED: 'DECIDED',
  DONE: 'DONE',
  DECLINED: 'DECLINED',
} as const satisfies { [S in ChangeState]: S };
registerEnumType(ChangeStateEnum, {
  name: 'CredentialChangeState',
  description: 'PROPOSED waits for a second person, DECIDED for the worker that signs.',
});

const CorrectedFieldEnum = {
  HOLDER_NAME: 'HOLDER_NAME',
  VALID_FROM: 'VALID_FROM',
  VALID_UNTIL: 'VALID_UNTIL',
  BADGE_NAME: 'BADGE_NAME',
  BADGE_TEXT: 'BADGE_TEXT',
} as const satisfies { [F in Correction['field']]: F };
registerEnumType(CorrectedFieldEnum, {
  name: 'CorrectedField',
  description: 'What of a credential can be corrected by a next edition.',
});

@ObjectType('CredentialCorrection', { description: 'One thing that the next edition says differently.' })
export class CorrectionType {
  @Field(() => CorrectedFieldEnum, { description: 'Which.' })
  field: Correction['field'];

  @Field(() => String, { nullable: true, description: 'As it was signed; moments as ISO 8601, null for no end.' })
  was: string | null;

  @Field(() => String, { nullable: true, description: 'As it is to be.' })
  becomes: string | null;
}

@ObjectType('CredentialChange', {
  description: 'Something that was done to a credential after it was signed, and why.',
})
export class CredentialChangeType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ChangeKindEnum, { description: 'What.' })
  kind: ChangeKind;

  @Field(() => StatusCauseEnum, { description: 'Why, in a word that strangers may read.' })
  cause: StatusCause;

  @Field({ description: 'Why, as its holder reads it.' })
  reason: string;

  @Field(() => ChangeStateEnum, { description: 'How far it is.' })
  state: ChangeState;

  @Field(() => [CorrectionType], { description: 'Of a correction: what becomes different.' })
  corrections: Correction[];

  @Field({ description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it took effect.' })
  doneAt: Date | null;
}

@ObjectType('CredentialKeeping', { description: 'For those who keep credentials: what can be done to one.' })
export class CredentialKeepingType {
  credential: Credential;

  @Field(() => [ChangeKindEnum], { description: 'What the viewer may do to it now.' })
  acts: ChangeKind[];
}

/** How credentials stand, as one looks for them. */

export type CredentialStanding = 'IN_FORCE' | 'ENDING' | 'ENDED' | 'SUSPENDED' | 'REVOKED' | 'WAITING';
export const CredentialStandingEnum = {
  IN_FORCE: 'IN_FORCE',
  ENDING: 'ENDING',
  ENDED: 'ENDED',
  SUSPENDED: 'SUSPENDED',
  REVOKED: 'REVOKED',
  WAITING: 'WAITING',
} as const satisfies { [S in CredentialStanding]: S };
registerEnumType(CredentialStandingEnum, {
  name: 'CredentialStanding',
  description: 'How credentials stand. ENDING: within 90 days; WAITING: a second person is to confirm a change.',
});

export const CredentialConnection = connectionOf(CredentialType, 'Credential');
