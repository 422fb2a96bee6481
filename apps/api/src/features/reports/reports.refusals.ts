import { ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({ implements: () => [Refusal], description: 'The report asks for more than can be looked up in time.' })
export class TookTooLong extends Refusal {
  constructor() {
    super('This report looks at more than can be looked up in eight seconds. Add a filter, or leave out a column.');
  }
}
