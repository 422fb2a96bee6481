import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RouteAnswer } from '@assay/pathway';
import { SkillAdvanceType } from './plan.type.js';

export const RouteOutcomeEnum: { [O in RouteAnswer['outcome']]: O } = {
  ...{ FOUND: 'FOUND', THERE: 'THERE', NO_WAY: 'NO_WAY' },
};
registerEnumType(RouteOutcomeEnum, {
  name: 'RouteOutcome',
  description:
    'FOUND: there is a way. THERE: it is where one stands. NO_WAY: no steps lead there that what is on offer can close.',
});

@ObjectType('RouteLeg', { description: 'One step of the way: from one job role level to the next.' })
export class RouteLegType {
  @Field(() => ID, { description: 'The job role level before it.' })
  fromId: string;

  @Field(() => ID, { description: 'The job role level after it.' })
  toId: string;

  @Field(() => Float, { description: 'Hours that close what it adds.' })
  hours: number;

  @Field(() => [SkillAdvanceType], { description: 'What it asks beyond what is held and what the step before asked.' })
  adds: SkillAdvanceType[];
}

@ObjectType('OtherRoute', { description: 'The next best way, which leaves out one of the steps.' })
export class OtherRouteType {
  @Field(() => Float, { description: 'Its hours.' })
  hours: number;

  @Field(() => Float, { description: 'How many hours more than the way.' })
  hoursMore: number;

  @Field(() => [RouteLegType], { description: 'Its steps.' })
  legs: RouteLegType[];
}

@ObjectType('RoleRoute', { description: 'The way from the job of today to another, along the steps of the lattice.' })
export class RoleRouteType {
  @Field(() => RouteOutcomeEnum, { description: 'Whether there is one.' })
  outcome: RouteAnswer['outcome'];

  @Field(() => Float, { description: 'Hours of all steps.' })
  hours: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours straight to it, past every rung between; null where nothing on offer closes all of it.',
  })
  directly: number | null;

  @Field(() => [RouteLegType], { description: 'Its steps, in order.' })
  legs: RouteLegType[];

  @Field(() => OtherRouteType, { nullable: true, description: 'The runner-up; null where there is no other way.' })
  runnerUp: OtherRouteType | null;
}
