import type { BadgeFinding, BadgeSlots } from '@assay/credential';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BadgeChoicesType } from './badge-look.type.js';
import { BadgeFindingType, BadgeTemplateType } from './badge-studio.type.js';

@ObjectType('BadgeDesign', { description: 'How the badge of an achievement version looks.' })
export class BadgeDesignType {
  @Field(() => ID, { description: 'The version.' })
  achievementVersionId: string;

  @Field(() => BadgeTemplateType, { nullable: true, description: 'Its template; null: the hallmark.' })
  template: BadgeTemplateType | null;

  @Field(() => BadgeChoicesType, { description: 'What it does otherwise than its template.' })
  choices: Partial<BadgeSlots>;

  @Field(() => Int, { description: 'Counts saves, 0 before the first; pass it back when saving.' })
  revision: number;

  @Field(() => Date, { nullable: true, description: 'When it was struck for good; null while it may change.' })
  struckAt: Date | null;

  @Field(() => [BadgeFindingType], { description: 'What is found about it.' })
  findings: BadgeFinding[];
}
