import { ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'The person has this role with these limits already, or somebody asked for it already.',
})
export class AlreadyGranted extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'Two roles that nobody has at the same time: whoever audits changes nothing.',
})
export class RolesApart extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'Nobody would be left who may administer the whole organisation.',
})
export class LastAdministrator extends Refusal {
  constructor() {
    super('Nobody else administers the whole organisation without an end. Name another administrator first.');
  }
}
