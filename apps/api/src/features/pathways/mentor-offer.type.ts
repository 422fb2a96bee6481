import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('MentorOffer', { description: 'Help with a skill that somebody holds verified and offers to others.' })
export class MentorOfferType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Date, { description: 'Since when.' })
  offeredAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it is offered.' })
  endedAt: Date | null;
}
