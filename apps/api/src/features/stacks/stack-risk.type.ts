import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { StackRiskState } from './stack-risk.entity.js';
import { LOST_BY, type LostBy } from './stack-risk.rules.js';

export const StackRiskStateEnum: { [S in StackRiskState]: S } = { OPEN: 'OPEN', KEPT: 'KEPT', OVER: 'OVER' };
registerEnumType(StackRiskStateEnum, {
  name: 'StackRiskState',
  description:
    'OPEN: somebody has to decide. KEPT: somebody said that it stands. OVER: it is complete again, or counts no longer itself.',
});

export const LostByEnum = Object.fromEntries(LOST_BY.map((each) => [each, each])) as { [L in LostBy]: L };
registerEnumType(LostByEnum, {
  name: 'StackPartLostBy',
  description: 'Why something counts no longer: its date came, it is suspended, or it was withdrawn.',
});

@ObjectType('LostStackPart', { description: 'Something that a larger badge rests on, and that counts no longer.' })
export class LostStackPartType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field({ description: 'Its name on the badge that was held.' })
  name: string;

  @Field(() => LostByEnum, { description: 'Why it counts no longer.' })
  why: LostBy;
}

@ObjectType('StackRisk', {
  description:
    'A badge that was earned through others, of which some count no longer. It stays until somebody decides.',
})
export class StackRiskType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => StackRiskStateEnum, { description: 'Whether somebody has to decide.' })
  state: StackRiskState;

  @Field(() => [LostStackPartType], { description: 'What counts no longer, as it was noticed.' })
  lost: LostStackPartType[];

  @Field(() => Date, { description: 'When it was noticed.' })
  openedAt: Date;

  @Field(() => String, { nullable: true, description: 'Why it stands all the same; null while nobody decided.' })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When somebody decided that it stands.' })
  decidedAt: Date | null;
}

export const StackRiskConnection = connectionOf(StackRiskType, 'StackRisk');
