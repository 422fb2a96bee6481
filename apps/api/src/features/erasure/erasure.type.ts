import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const ERASURE_STATES = ['PROPOSED', 'DECIDED', 'DONE', 'DECLINED'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];
export const ErasureStateEnum = Object.fromEntries(ERASURE_STATES.map((state) => [state, state])) as {
  [S in ErasureState]: S;
};
registerEnumType(ErasureStateEnum, {
  name: 'ErasureState',
  description: 'PROPOSED waits for a second administrator, DECIDED for the worker.',
});

export const ERASED_AREAS = [
  'CREDENTIALS',
  'LINKS',
  'SUBMISSIONS',
  'JUDGEMENTS',
  'EVIDENCE',
  'FILES',
  'COMPLETIONS',
  'EMPLOYMENTS',
  'MESSAGES',
  'ACCOUNTS',
] as const;
export type ErasedArea = (typeof ERASED_AREAS)[number];
export const ErasedAreaEnum = Object.fromEntries(ERASED_AREAS.map((area) => [area, area])) as {
  [A in ErasedArea]: A;
};
registerEnumType(ErasedAreaEnum, { name: 'ErasedArea', description: 'What there can be of a person.' });

@ObjectType('ErasurePart', { description: 'One kind of thing that there is of a person, and what becomes of it.' })
export class ErasurePartType {
  @Field(() => ErasedAreaEnum, { description: 'What.' })
  area: ErasedArea;

  @Field(() => Int, { description: 'How many.' })
  count: number;

  @Field({ description: 'Whether something without a name stays of it.' })
  leavesTrace: boolean;

  @Field({ description: 'What becomes of it, in a sentence.' })
  happens: string;
}

@ObjectType('ErasureCount', { description: 'How many rows of what.' })
export class ErasureCountType {
  @Field({ description: 'The table.' })
  place: string;

  @Field(() => Int, { description: 'How many rows.' })
  count: number;
}

@ObjectType('Erasure', {
  description: 'That somebody’s data are to be erased, or were. It names nobody once it is done.',
})
export class ErasureType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Why. Gone with everything else once it is done.' })
  reason: string;

  @Field(() => ErasureStateEnum, { description: 'Where it stands.' })
  state: ErasureState;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When a second administrator decided.' })
  decidedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was done.' })
  doneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it could not be done at the last try.' })
  problem: string | null;
}
