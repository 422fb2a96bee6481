import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { OBSERVER_CAPACITIES, type ObserverCapacity } from './skill-observation.entity.js';
import { SkillStandingType } from './standing.type.js';

export const ObserverCapacityEnum = Object.fromEntries(OBSERVER_CAPACITIES.map((each) => [each, each])) as {
  [C in ObserverCapacity]: C;
};
registerEnumType(ObserverCapacityEnum, {
  name: 'ObserverCapacity',
  description: 'As what somebody saw the work: as the line manager, or as somebody of the same team.',
});

@ObjectType('SkillClaim', {
  description: 'What somebody says they can do. It counts for nothing until it is assessed.',
})
export class SkillClaimType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'An example, in the own words.' })
  words: string;

  @Field(() => Date, { description: 'When it was said.' })
  claimedAt: Date;
}

@ObjectType('SkillObservation', { description: 'At which level somebody was seen at work. It verifies nothing.' })
export class SkillObservationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ObserverCapacityEnum, { description: 'As what the observer saw it.' })
  capacity: ObserverCapacity;

  @Field({ description: 'Whether it is used in the daily work, and was not shown once.' })
  usedOnJob: boolean;

  @Field(() => CalendarDay, { description: 'When, or the last time.' })
  seenOn: string;

  @Field({ description: 'What was seen.' })
  words: string;

  @Field(() => Date, { description: 'When it was written down.' })
  observedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the observer took it back; null while it stands.' })
  withdrawnAt: Date | null;
}

@ObjectType('SkillLayers', {
  description: 'What there is of one skill on a date. The layers stand side by side and are never added up.',
})
export class SkillLayersType {
  @Field(() => SkillStandingType, { nullable: true, description: 'What an assessed credential proves on the date.' })
  verified: SkillStandingType | null;

  @Field(() => SkillStandingType, {
    nullable: true,
    description: 'A verified level that has ended, where none counts any more.',
  })
  lapsed: SkillStandingType | null;

  @Field(() => SkillObservationType, {
    nullable: true,
    description: 'The newest word of a line manager, or of a colleague where no manager said anything.',
  })
  observed: SkillObservationType | null;

  @Field(() => [SkillObservationType], { description: 'The newest word of every observer, the newest first.' })
  observations: SkillObservationType[];

  @Field(() => SkillClaimType, { nullable: true, description: 'What the person says.' })
  claimed: SkillClaimType | null;
}
