import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { ProviderKind, TrustState } from './course-words.rules.js';

export const ProviderKindEnum: { [K in ProviderKind]: K } = {
  OWN: 'OWN',
  UNIVERSITY: 'UNIVERSITY',
  TRAINING_COMPANY: 'TRAINING_COMPANY',
  PROFESSIONAL_BODY: 'PROFESSIONAL_BODY',
  PLATFORM: 'PLATFORM',
  OTHER: 'OTHER',
};
registerEnumType(ProviderKindEnum, { name: 'ProviderKind', description: 'What a provider of courses is.' });

export const TrustStateEnum: { [S in TrustState]: S } = {
  TRUSTED: 'TRUSTED',
  UNCHECKED: 'UNCHECKED',
  NOT_TRUSTED: 'NOT_TRUSTED',
};
registerEnumType(TrustStateEnum, {
  name: 'TrustState',
  description: 'Whether somebody looked at a provider, and what came of it.',
});

@ObjectType('CourseProvider', { implements: () => [NodeType], description: 'Whoever gives courses.' })
export class CourseProviderType implements NodeType {
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its website.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Its country by two letters.' })
  country: string | null;

  @Field(() => ProviderKindEnum, { description: 'What it is.' })
  kind: ProviderKind;

  @Field({ description: 'What assures the quality of its courses; may be empty.' })
  qualityAssurance: string;

  @Field(() => TrustStateEnum, { description: 'Whether we trust its completions.' })
  trust: TrustState;

  @Field({ description: 'Why; empty while nobody looked.' })
  trustReason: string;

  @Field(() => [String], { description: 'Domains, web addresses and DIDs under which it issues badges.' })
  issuerIds: string[];

  @Field({ description: 'What was agreed with it; may be empty.' })
  agreement: string;

  @Field(() => Date, { nullable: true, description: 'Since when we think of it as we do.' })
  trustSince: Date | null;

  @Field(() => Int, { description: 'Counts saves; pass it back when saving.' })
  revision: number;
}

export const CourseProviderConnection = connectionOf(CourseProviderType, 'CourseProvider');
