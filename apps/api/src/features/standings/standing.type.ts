import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { StandingState } from './standing.rules.js';

/** As the API names the states; the same words as in code. */
export const StandingStateEnum: { [S in StandingState]: S } = { CURRENT: 'CURRENT', LAPSED: 'LAPSED' };
registerEnumType(StandingStateEnum, {
  name: 'StandingState',
  description: 'Whether a verified level counts on the date asked for, or has ended.',
});

@ObjectType('SkillStanding', {
  description: 'A skill proved by an assessed credential, or recognised by a badge from elsewhere.',
})
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

  @Field(() => String, {
    nullable: true,
    description: 'Who issued the badge from elsewhere for which it is recognised; null where it was assessed here.',
  })
  recognisedFrom: string | null;

  @Field(() => String, { nullable: true, description: 'What that badge is called; null where it was assessed here.' })
  badgeName: string | null;

  @Field(() => ID, { nullable: true, description: 'The badge from elsewhere; null where it was assessed here.' })
  externalCredentialId: string | null;
}
