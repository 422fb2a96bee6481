import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ClaimState } from './leaving.rules.js';

export const ClaimStateEnum: { [S in ClaimState]: S } = {
  WAITING: 'WAITING',
  SENT: 'SENT',
  USED: 'USED',
  EXPIRED: 'EXPIRED',
};
registerEnumType(ClaimStateEnum, {
  name: 'ClaimState',
  description: 'Where the newest link of somebody who left stands. WAITING is about to be sent.',
});

@ObjectType('PersonalAddress', {
  description: 'A mail address outside the organisation, where one is reached after leaving. Nobody else reads it.',
})
export class PersonalAddressType {
  @Field(() => String, { nullable: true, description: 'The address that was proved; null while none was.' })
  address: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was proved, by the link that was mailed to it.' })
  provedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'An address whose link was not opened yet.' })
  waiting: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when that link can be used.' })
  waitingUntil: Date | null;
}

@ObjectType('ProvedAddress', { description: 'The link of a mail was opened: the address is proved.' })
export class ProvedAddressType {
  @Field({ description: 'The address, with all but its first letter left out.' })
  hint: string;
}

@ObjectType('Leaver', { description: 'How somebody who left gets at what they earned, for whoever keeps people.' })
export class LeaverType {
  @Field({ description: 'Whether they proved an address of their own. Which one is theirs to know.' })
  addressProved: boolean;

  @Field(() => Int, { description: 'How many badges they hold.' })
  credentials: number;

  @Field(() => ClaimStateEnum, { nullable: true, description: 'Where their newest link stands; null: none was made.' })
  state: ClaimState | null;

  @Field(() => Date, { nullable: true, description: 'When it was sent.' })
  sentAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when it can be used.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was used.' })
  usedAt: Date | null;
}

@ObjectType('LeavingSetting', { description: 'What goes along with whoever leaves.' })
export class LeavingSettingType {
  @Field({ description: 'Whether the evidence behind their badges is in the bundle of somebody who left.' })
  takesEvidence: boolean;
}
