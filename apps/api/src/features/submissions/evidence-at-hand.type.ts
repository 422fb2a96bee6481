import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('EvidenceAtHand', { description: "Something of the viewer's own library that fits what can be earned." })
export class EvidenceAtHand {
  /** Resolved as `item`. */
  itemId: string;

  /** Resolved as `aboutSkills`. */
  skillIds: string[];

  @Field(() => [String], {
    description: 'What it was handed in for before: the same achievement, or another one that gives one of its skills.',
  })
  shownFor: string[];

  @Field(() => [ID], { description: 'Criteria of the same achievement that it was to show then.' })
  criterionIds: string[];
}
