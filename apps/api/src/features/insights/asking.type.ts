import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

@InputType({ description: 'A skill at a level, as it is asked of people.' })
export class AskedSkillInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The level at least, by its place on the scale of the skill.' })
  level: number;
}

@ObjectType('SkillProof', {
  description: 'The verified level of one of the skills asked for, and where it comes from.',
})
export class SkillProofType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The verified level, by its place on the scale of the skill.' })
  level: number;

  @Field({ description: 'Since when.' })
  verifiedOn: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null: it does not end.' })
  validUntil: Date | null;

  @Field({ description: 'What was earned for it, here or elsewhere.' })
  achievementName: string;

  @Field(() => ID, { nullable: true, description: 'The credential; null for a badge from elsewhere.' })
  credentialId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who issued the badge from elsewhere for which it is recognised; null where it was assessed here.',
  })
  recognisedFrom: string | null;
}

@ObjectType('WhoCan', { description: 'Somebody who can do what is asked for, on the day it is asked for.' })
export class WhoCanType {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field({ description: 'Their name.' })
  name: string;

  @Field({ description: 'What they work as; empty where nothing is said.' })
  jobTitle: string;

  @Field(() => String, { nullable: true, description: 'The unit they work in.' })
  unitName: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: 'Their last day with us, for those who may know it; null where none is known.',
  })
  lastDay: string | null;

  @Field(() => [SkillProofType], { description: 'What they meet of what is asked for.' })
  proofs: SkillProofType[];
}

@ObjectType('TeamCoverMember', { description: 'Somebody of a team, and what they are in it for.' })
export class TeamCoverMemberType {
  @Field(() => WhoCanType, { description: 'The person.' })
  person: WhoCanType;

  @Field(() => [ID], { description: 'Skills that nobody named before them in this team covers.' })
  adds: string[];
}

@ObjectType('TeamCover', { description: 'The smallest team that covers what is asked for.' })
export class TeamCoverType {
  @Field({
    description:
      'Whether every smaller team was ruled out. Else each next member was the one who covers most of what was left.',
  })
  exact: boolean;

  @Field(() => Int, { description: 'How many people were considered.' })
  considered: number;

  @Field({ description: 'Whether more could have been considered than were.' })
  more: boolean;

  @Field(() => [TeamCoverMemberType], { description: 'The team.' })
  members: TeamCoverMemberType[];

  @Field(() => [ID], { description: 'Skills that nobody meets who is visible to the viewer.' })
  uncovered: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Without whom the second best team is made; null where there is none.',
  })
  runnerUpWithout: string | null;

  @Field(() => [TeamCoverMemberType], { description: 'That team.' })
  runnerUp: TeamCoverMemberType[];
}

export const WhoCanConnection = connectionOf(WhoCanType, 'WhoCan');
