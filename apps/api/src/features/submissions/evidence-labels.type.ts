import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('EvidenceTag', { description: 'An own word that items of a library carry.' })
export class EvidenceTag {
  @Field({ description: 'The word, as it was written last.' })
  tag: string;

  @Field(() => Int, { description: 'How many items carry it.' })
  items: number;
}

@ObjectType('EvidenceSkill', { description: 'A skill that items of a library are about.' })
export class EvidenceSkill {
  /** Resolved as `skill`. */
  skillId: string;

  @Field(() => Int, { description: 'How many items are about it.' })
  items: number;
}

@ObjectType('EvidenceLabels', { description: 'What a library can be narrowed to.' })
export class EvidenceLabels {
  @Field(() => [EvidenceTag], { description: 'Own words in use, the most used first; at most a hundred.' })
  tags: EvidenceTag[];

  @Field(() => [EvidenceSkill], { description: 'Skills in use, the most used first; at most a hundred.' })
  skills: EvidenceSkill[];
}
