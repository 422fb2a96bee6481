import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'A skill would end up below itself. Nothing was changed.',
})
export class WouldGoRound extends Refusal {
  @Field(() => [String], { description: 'The names on the way round, beginning and ending with the same skill.' })
  path: string[];

  constructor(path: string[]) {
    super(`A skill cannot be below itself: ${path.join(' → ')}.`);
    this.path = path;
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Something else was built on this step since, so it cannot be taken back without losing that.',
})
export class BuiltUpon extends Refusal {}
