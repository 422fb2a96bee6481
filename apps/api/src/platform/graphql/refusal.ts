import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';

/** Something the caller may not do now, and why: part of the API, not an exception. Refuse before the first write: a returned refusal commits. */
@InterfaceType({
  description: 'An expected no: something the caller may not do now, and why. Part of the API, not an exception.',
})
export abstract class Refusal {
  @Field({ description: 'The reason in plain words, fit to show.' })
  message: string;

  constructor(message: string) {
    this.message = message;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'The viewer may not do this to this thing.' })
export class NotAllowed extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'Not there, or not visible to the viewer: the two answer alike.',
})
export class NotFound extends Refusal {
  constructor(what = 'This') {
    super(`${what} does not exist, or you may not see it.`);
  }
}

@ObjectType({ description: 'One thing that is wrong with the input.' })
export class InputProblem {
  @Field({ description: 'Path of the field, e.g. rubric.criteria.0.title.' })
  field: string;

  @Field({ description: 'What is wrong and what would be right.' })
  message: string;

  constructor(field: string, message: string) {
    this.field = field;
    this.message = message;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'The input names things that cannot be. Nothing was written.' })
export class InvalidInput extends Refusal {
  @Field(() => [InputProblem], { description: 'Every problem found, not just the first.' })
  problems: InputProblem[];

  constructor(problems: InputProblem[]) {
    const words = problems.slice(0, 5).map((problem) => problem.message);
    if (problems.length > words.length) words.push(`And ${problems.length - words.length} more.`);
    super(words.join(' '));
    this.problems = problems;
  }

  static of(field: string, message: string): InvalidInput {
    return new InvalidInput([new InputProblem(field, message)]);
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Somebody, or another tab, saved in between. Nothing was overwritten.',
})
export class ChangedMeanwhile extends Refusal {
  @Field(() => Int, { description: 'The revision that is stored now.' })
  currentRevision: number;

  constructor(currentRevision: number) {
    super('This was changed meanwhile, here or elsewhere. Nothing was overwritten.');
    this.currentRevision = currentRevision;
  }
}
