import { ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({ implements: () => [Refusal], description: 'The credential is there already; there is nothing to retry.' })
export class AlreadyIssued extends Refusal {
  constructor() {
    super('The credential of this award is issued already.');
  }
}
