import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import { LIVE_OBSTACLES, type LiveObstacle } from './live-use.service.js';

export const LiveCheckStateEnum = { HANDED_IN: 'HANDED_IN', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(LiveCheckStateEnum, {
  name: 'LiveCheckState',
  description: 'HANDED_IN: judged. WITHDRAWN: taken away before, since whoever wrote the work took their consent back.',
});
export const LiveObstacleEnum = Object.fromEntries(LIVE_OBSTACLES.map((each) => [each, each])) as {
  [Each in LiveObstacle]: Each;
};
registerEnumType(LiveObstacleEnum, {
  name: 'LiveObstacle',
  description: 'Why an exemplar does not stand in for live work.',
});

@ObjectType('ExemplarConsent', {
  description: 'Whether work of the viewer may stand in for live work, without their name, to check assessors.',
})
export class ExemplarConsentType {
  @Field(() => ID, { description: 'The exemplar that was made of it.' })
  exemplarId: string;

  @Field({ description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => Boolean, { nullable: true, description: 'The answer; null, which is no, until there is one.' })
  answer: boolean | null;

  @Field(() => Date, { nullable: true, description: 'When it was answered last.' })
  answeredAt: Date | null;
}

@ObjectType('LiveCheck', {
  implements: () => [NodeType],
  description: 'An exemplar that stood in for live work, told once it is over.',
})
export class LiveCheckType extends NodeType {
  @Field(() => LiveCheckStateEnum, { description: 'How it ended.' })
  state: 'HANDED_IN' | 'WITHDRAWN';

  @Field(() => Date, { nullable: true, description: 'When it was handed in.' })
  handedInAt: Date | null;

  @Field(() => Date, { description: 'When it was over.' })
  endedAt: Date;

  @Field(() => Int, { nullable: true, description: 'By how many levels a criterion might be off.' })
  tolerance: number | null;
}

@ObjectType('LiveCheckFigures', {
  description: 'How far one assessor’s checks among live work lie from what the exemplars are worth.',
})
export class LiveCheckFiguresType {
  @Field(() => ID, { description: 'The assessor.' })
  personId: string;

  @Field(() => Int, { description: 'Checks that were handed in.' })
  checks: number;

  @Field(() => Int, { description: 'Of those, with every criterion within tolerance.' })
  within: number;

  @Field(() => Int, { description: 'Criteria that were judged in them.' })
  criteria: number;

  @Field(() => Float, { nullable: true, description: 'Share of criteria with exactly the definitive level.' })
  exact: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'On average so many levels above the definitive ones; below, when negative.',
  })
  bias: number | null;

  @Field(() => Float, { nullable: true, description: 'On average so many levels off, either way.' })
  apart: number | null;
}
