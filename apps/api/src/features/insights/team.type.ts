import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { PersonType } from '../people/person.type.js';
import { StandingStateEnum } from '../standings/standing.type.js';
import { SubmissionStateEnum } from '../submissions/submission.type.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { StandingState } from '../standings/standings.service.js';

type SubmissionState = Submission['state'];

@ObjectType('TeamSkill', { description: 'A column of the team map.' })
export class TeamSkillType {
  @Field(() => Int, { nullable: true, description: 'The highest level that a job in the team asks.' })
  needed: number | null;

  @Field(() => Int, { description: 'People of the team whose job asks it at some level.' })
  asked: number;

  @Field(() => Int, {
    description: 'People of the team verified at the level they need, or at any level where nobody needs one.',
  })
  covered: number;
}

@ObjectType('TeamCell', { description: 'One report and one skill: what is verified beside what the job asks.' })
export class TeamCellType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { nullable: true, description: 'The verified level; null where none was ever verified.' })
  level: number | null;

  @Field(() => Int, { nullable: true, description: 'The level that the job asks; null where it asks none.' })
  needed: number | null;

  @Field({ description: 'Whether nothing can outweigh it.' })
  mustHave: boolean;

  @Field(() => StandingStateEnum, { nullable: true, description: 'Whether the level counts on the date asked for.' })
  state: StandingState | null;

  @Field(() => Date, { nullable: true, description: 'From when it counts.' })
  verifiedOn: Date | null;

  @Field(() => Date, { nullable: true, description: 'The moment from which it no longer counts.' })
  validUntil: Date | null;

  @Field(() => String, { nullable: true, description: 'The achievement that proved it, or the badge from elsewhere.' })
  achievementName: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people assessed it.' })
  assessors: number | null;

  @Field(() => ID, { nullable: true, description: 'The credential that proves it; null for a badge from elsewhere.' })
  credentialId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who issued the badge from elsewhere for which it is recognised; null where it was assessed here.',
  })
  recognisedFrom: string | null;
}

@ObjectType('TeamWaiting', { description: 'An open submission of a report, as the line manager may see it.' })
export class TeamWaitingType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => SubmissionStateEnum, { description: 'Where it stands.' })
  state: SubmissionState;

  @Field(() => Date, { nullable: true, description: 'When it was handed in; null before.' })
  submittedAt: Date | null;
}

@ObjectType('TeamPerson', { description: 'A row of the team map.' })
export class TeamPersonType {
  @Field(() => PersonType, { description: 'The report.' })
  person: PersonType;

  @Field({ description: 'The title of the job.' })
  jobTitle: string;

  @Field(() => [TeamCellType], { description: 'Skills that are asked or were verified; never evidence.' })
  cells: TeamCellType[];

  @Field(() => [TeamWaitingType], {
    description: 'Open submissions: that they are under way, never what is in them.',
  })
  waiting: TeamWaitingType[];
}

@ObjectType('TeamMap', { description: "The viewer's direct reports and their verified skills." })
export class TeamMapType {
  @Field({ description: 'The moment it shows.' })
  asOf: Date;

  @Field(() => Int, { description: 'How many report to the viewer.' })
  size: number;

  @Field(() => [TeamSkillType], { description: 'What the team needs most first.' })
  skills: TeamSkillType[];

  @Field(() => [TeamPersonType], { description: 'A page of them, by name.' })
  people: TeamPersonType[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;
}
