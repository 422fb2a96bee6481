import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ObserverCapacityEnum } from '../standings/skill-layers.type.js';
import { MAP_LAYERS, type MapLayer } from './skill-map.rules.js';

export const SkillMapScopeEnum = { REPORTS: 'REPORTS', ORGANISATION: 'ORGANISATION' } as const;
export type SkillMapScope = keyof typeof SkillMapScopeEnum;
registerEnumType(SkillMapScopeEnum, {
  name: 'SkillMapScope',
  description: 'Whom a skill map shows: those who report to the viewer, or everybody below.',
});

const MapLayerEnum = Object.fromEntries(MAP_LAYERS.map((each) => [each, each])) as { [L in MapLayer]: L };
registerEnumType(MapLayerEnum, {
  name: 'SkillMapLayer',
  description: 'From where a level is known. Layers stand side by side and are never added up.',
});

const LETTERS = 'One letter for each person in the order of the rows, 0 to 9 and then a to z.';

@ObjectType('SkillMapEnd', { description: 'A verified level that has ended, or ends within 90 days of the moment.' })
export class SkillMapEndType {
  @Field(() => Int, { description: 'Whose, by the place of the row.' })
  row: number;

  @Field(() => Date, { description: 'The moment from which it no longer counts.' })
  at: Date;
}

@ObjectType('SkillMapColumn', { description: 'A skill, and for each person a level per layer.' })
export class SkillMapColumnType {
  @Field(() => Int, { description: 'People whose job asks it.' })
  asked: number;

  @Field(() => Int, {
    description:
      'People verified at what their own job asks; where nobody’s asks it, all who are verified at any level.',
  })
  covered: number;

  @Field(() => Int, { nullable: true, description: 'The highest level that a job here asks.' })
  highest: number | null;

  @Field({ description: `The level that the job asks; 0 where it asks none. ${LETTERS}` })
  need: string;

  @Field({ description: `1 where nothing can outweigh it. ${LETTERS}` })
  mustHave: string;

  @Field({ description: `The level that an assessed credential proves on the day. ${LETTERS}` })
  verified: string;

  @Field({ description: `A verified level that has ended, where none counts any more. ${LETTERS}` })
  lapsed: string;

  @Field({
    description: `The level that a line manager saw, or a colleague where no manager said anything. ${LETTERS}`,
  })
  observed: string;

  @Field({ description: `The level that the person claims. ${LETTERS}` })
  claimed: string;

  @Field({ description: `The level that the goal asks, where it was shared with the viewer. ${LETTERS}` })
  goal: string;

  @Field(() => [SkillMapEndType], { description: 'Levels that have ended or end soon.' })
  ends: SkillMapEndType[];
}

@ObjectType('SkillMapRow', { description: 'Somebody of the team.' })
export class SkillMapRowType {
  @Field(() => ID, { description: 'The person.' })
  id: string;

  @Field({ description: 'The name.' })
  name: string;

  @Field({ description: 'The title of the job.' })
  jobTitle: string;
}

@ObjectType('SkillMap', { description: 'People by skills at a moment, each layer on its own.' })
export class SkillMapType {
  @Field({ description: 'The moment it shows.' })
  asOf: Date;

  @Field(() => Int, {
    description: 'How many people there are. Beyond 2,000 the map has neither rows nor columns: name a unit.',
  })
  size: number;

  @Field(() => [SkillMapRowType], { description: 'The rows, by name.' })
  people: SkillMapRowType[];

  @Field(() => [SkillMapColumnType], { description: 'The skills that were named, or those that most jobs here ask.' })
  columns: SkillMapColumnType[];
}

@ObjectType('SkillMapUnit', { description: 'A unit in which people of the viewer work.' })
export class SkillMapUnitType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many of them work in it or below it.' })
  people: number;
}

@ObjectType('SkillMapScopes', { description: 'What the viewer may look at, and how many people each choice shows.' })
export class SkillMapScopesType {
  @Field(() => Int, { description: 'Those who report to the viewer.' })
  reports: number;

  @Field(() => Int, { description: 'Everybody below.' })
  organisation: number;

  @Field(() => [SkillMapUnitType], { description: 'The units in which they work, with those above.' })
  units: SkillMapUnitType[];
}

@ObjectType('SkillMapSource', { description: 'Something that is known of one person and one skill; never evidence.' })
export class SkillMapSourceType {
  @Field(() => MapLayerEnum, { description: 'From where.' })
  layer: MapLayer;

  @Field(() => Int, { description: 'The level.' })
  ordinal: number;

  @Field(() => Date, { description: 'From when it counts, or when it was said or seen.' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'The moment from which it no longer counts.' })
  until: Date | null;

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

  @Field(() => ObserverCapacityEnum, { nullable: true, description: 'As what the observer saw it.' })
  capacity: 'MANAGER' | 'PEER' | null;
}
