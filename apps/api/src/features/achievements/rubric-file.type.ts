import type { CaseProblem, CaseRubric } from '@assay/rubric';
import { Field, ObjectType } from '@nestjs/graphql';
import { RubricType } from './rubric.type.js';

@ObjectType('RubricFilePlace', { description: 'A place in a file, and what is to be said about it.' })
export class RubricFilePlaceType implements CaseProblem {
  @Field({ description: 'Where, such as CFRubrics[0].CFRubricCriteria[2].weight.' })
  place: string;

  @Field({ description: 'What there is to say.' })
  message: string;
}

@ObjectType('RubricInFile', { description: 'A rubric of a CASE package.' })
export class RubricInFileType implements CaseRubric {
  @Field({ description: 'Its title; may be empty.' })
  title: string;

  @Field(() => RubricType, { description: 'The rubric.' })
  rubric: RubricType;

  @Field(() => [RubricFilePlaceType], { description: 'What the file says and a rubric here has no room for.' })
  notes: RubricFilePlaceType[];
}

@ObjectType('RubricFile', {
  description: 'What an uploaded file holds: cells of a table, or the rubrics of a package.',
})
export class RubricFileType {
  @Field({ description: 'Name of the file.' })
  name: string;

  @Field(() => [[String]], { description: 'The cells of a spreadsheet, row by row; none for a package.' })
  cells: string[][];

  @Field(() => [RubricInFileType], { description: 'The rubrics of a package; none for a spreadsheet.' })
  rubrics: CaseRubric[];

  @Field(() => [RubricFilePlaceType], {
    description: 'Why nothing could be read, place by place; then the rest is empty.',
  })
  problems: CaseProblem[];
}
