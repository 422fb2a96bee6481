import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { USUAL_ROWS } from '../../platform/graphql/connection.js';
import type { SearchKind } from './search-kind.js';
import { SearchKindEnum } from './search.type.js';

@ArgsType()
export class SearchArgs {
  @Field({ description: 'The words to look for: names, other names, codes; the beginning of a word is enough.' })
  words: string;

  @Field(() => SearchKindEnum, { nullable: true, description: 'Only this kind of thing.' })
  kind: SearchKind | null;

  @Field(() => ID, { nullable: true, description: 'Only what came with this framework or catalogue.' })
  sourceId: string | null;

  @Field(() => Int, { nullable: true, defaultValue: USUAL_ROWS, description: 'How many, at most 100.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'Where the page before ended.' })
  after: string | null;
}
