import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInput } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';

@ObjectType('OwnKey', { description: 'A key that somebody put in the place of another.' })
export class OwnKeyType {
  @Field({ description: 'The key as it is printed where nobody changed it, such as e.' })
  printed: string;

  @Field({ description: 'The key that acts instead.' })
  key: string;
}

@ObjectType('OwnKeys', { description: 'What the viewer made of the keys of the portal.' })
export class OwnKeysType {
  @Field({ description: 'Whether single keys act at all; false is for whoever dictates.' })
  single: boolean;

  @Field(() => [OwnKeyType], { description: 'Those that were changed.' })
  own: OwnKeyType[];
}

@InputType({ description: 'A key in the place of another.' })
export class OwnKeyInput {
  @Field({ description: 'The key as it is printed, one letter, digit or sign.' })
  printed: string;

  @Field({ description: 'The key that acts instead, one letter, digit or sign.' })
  key: string;
}

export const KeepOwnKeysResult = resultOf('KeepOwnKeysResult', OwnKeysType, [InvalidInput]);
