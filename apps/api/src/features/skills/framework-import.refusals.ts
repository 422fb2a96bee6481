import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import { ImportFindingType } from './framework-import.type.js';
import type { Finding } from './import-findings.rules.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'The files cannot be imported. Nothing was written.',
})
export class ImportRejected extends Refusal {
  @Field(() => [ImportFindingType], { description: 'Everything that stands in the way, with file, row and column.' })
  problems: Finding[];

  constructor(problems: Finding[]) {
    super(
      problems.length === 1
        ? 'One thing in the files stands in the way.'
        : `${problems.length} things in the files stand in the way.`,
    );
    this.problems = problems;
  }
}
