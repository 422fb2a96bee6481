import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { StandingState } from './standing.rules.js';

/** As the API names the states; the same words as in code. */
export const StandingStateEnum: { [S in StandingState]: S } = { CURRENT: 'CURRENT', LAPSED: 'LAPSED' };
registerEnumType(StandingStateEnum, {
  name: 'StandingState',
  description: 'Whether a verified level counts on the date asked for, or has ended.',
});

@ObjectType('SkillStanding', { description: 'A skill proved by an assessed credential.' })
export class SkillStandingType {
  @Field(() => StandingStateEnum, { description: 'Whether it counts.' })
  state: StandingState;

  @Field(() => Date, { description: 'From when it counts.' })
  verifiedOn: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'The moment from which it no longer counts; null when it does not end.',
  })
  validUntil: Date | null;
}
