import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import { OpenPointType } from './publication-check.type.js';
import type { OpenPoint } from './publication-checks.rules.js';

@ObjectType({ implements: () => [Refusal], description: 'The draft is not finished. It stays a draft.' })
export class NotReadyToPublish extends Refusal {
  @Field(() => [OpenPointType], { description: 'What is still to be done.' })
  openPoints: OpenPoint[];

  constructor(openPoints: OpenPoint[]) {
    super(
      openPoints.length === 1
        ? 'One point is still open before this can be published.'
        : `${openPoints.length} points are still open before this can be published.`,
    );
    this.openPoints = openPoints;
  }
}
