import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { SearchKind } from './search-kind.js';

export const SearchKindEnum: { [K in SearchKind]: K } = {
  ACHIEVEMENT: 'ACHIEVEMENT',
  SKILL: 'SKILL',
  JOB_ROLE: 'JOB_ROLE',
  COURSE: 'COURSE',
  FRAMEWORK: 'FRAMEWORK',
};
registerEnumType(SearchKindEnum, { name: 'SearchKind', description: 'What kind of thing can be found.' });

@ObjectType('SearchHit', { description: 'A published thing that answers to the words.' })
export class SearchHitType {
  @Field(() => SearchKindEnum, { description: 'What it is.' })
  kind: SearchKind;

  @Field(() => ID, { description: 'Id of the achievement version, skill, job role level, course or framework.' })
  id: string;

  @Field({ description: 'Its name.' })
  title: string;

  @Field({ description: 'Where it belongs: the framework, the family, the provider.' })
  context: string;

  @Field(() => String, { nullable: true, description: 'The code that people know it by.' })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'Another name of it, where that is what answered.' })
  alsoCalled: string | null;

  @Field({ description: 'Whether nothing is called exactly so, and this comes near.' })
  nearly: boolean;
}

@ObjectType('SearchFacet', { description: 'How many of the hits there are of one kind, or from one source.' })
export class SearchFacetType {
  @Field(() => SearchKindEnum, { description: 'The kind.' })
  kind: SearchKind;

  @Field(() => ID, { description: 'Id of what they came with: the framework or the catalogue.' })
  sourceId: string;

  @Field({ description: 'Name of what they came with.' })
  source: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

export const SearchConnection = connectionOf(SearchHitType, 'SearchHit');
