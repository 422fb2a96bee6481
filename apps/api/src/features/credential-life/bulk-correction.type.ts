import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import type { BulkCorrectionState } from './bulk-correction.entity.js';
import type { Correction } from './credential-change.entity.js';
import { CorrectionType } from './credential-change.type.js';

const BulkCorrectionStateEnum: { [S in BulkCorrectionState]: S } = { RUNNING: 'RUNNING', DONE: 'DONE' };
registerEnumType(BulkCorrectionStateEnum, { name: 'BulkCorrectionState', description: 'RUNNING passes by itself.' });

@InputType({ description: 'Which credentials are signed again, and why.' })
export class BeginBulkCorrectionInput {
  @Field(() => [ID], { description: 'The credentials; at most five hundred, of those that `reissuable` names.' })
  credentialIds: string[];

  @Field({ description: 'Why, as the holders read it.' })
  reason: string;
}

@ObjectType('Reissuable', { description: 'A credential that says something otherwise than it is today.' })
export class ReissuableType {
  @Field(() => CredentialType, { description: 'The credential.' })
  credential: Credential;

  @Field(() => [CorrectionType], { description: 'What its next edition would say differently.' })
  corrections: Correction[];
}

@ObjectType('BulkCorrectionFailure', {
  description: 'A credential that could not be signed again; it stays as it was.',
})
export class BulkCorrectionFailureType {
  @Field(() => CredentialType, { description: 'The credential.' })
  credential: Credential;

  @Field({ description: 'Why, in words; empty where it was not kept.' })
  reason: string;

  @Field({ description: 'What the program said, for whoever operates; empty where it was not kept.' })
  said: string;
}

@ObjectType('BulkCorrection', {
  implements: () => [NodeType],
  description: 'Many credentials that are signed again at once, each in its next edition.',
})
export class BulkCorrectionType implements NodeType {
  id: string;

  @Field(() => BulkCorrectionStateEnum, { description: 'How far it is.' })
  state: BulkCorrectionState;

  @Field({ description: 'Why, as the holders read it.' })
  reason: string;

  @Field(() => Int, { description: 'So many were looked at.' })
  done: number;

  @Field(() => Int, { description: 'So many were signed again.' })
  corrected: number;

  @Field(() => Int, { description: 'So many had been changed, withdrawn or put right meanwhile.' })
  passedOver: number;

  @Field({ description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the last was done.' })
  finishedAt: Date | null;
}
