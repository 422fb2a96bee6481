import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'A ladder would come round to where it began. Nothing was changed.',
})
export class LadderComesRound extends Refusal {
  @Field(() => [String], { description: 'The names on the way round; the first stands at the end again.' })
  path: string[];

  constructor(path: string[]) {
    super(`This ladder would come round to where it began: ${path.join(' → ')}.`);
    this.path = path;
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'People stand on what was to be removed, and nobody has said where they go.',
})
export class PeopleStandHere extends Refusal {
  @Field(() => Int, { description: 'How many people.' })
  people: number;

  constructor(people: number, name: string, what: string) {
    super(`${people === 1 ? '1 person stands' : `${people} people stand`} on “${name}” today. ${what}`);
    this.people = people;
  }
}
