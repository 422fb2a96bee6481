import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import { ENDORSEMENT_STATES, type EndorsementState } from './endorsement.rules.js';

const EndorsementStateEnum = Object.fromEntries(ENDORSEMENT_STATES.map((state) => [state, state])) as {
  [S in EndorsementState]: S;
};
registerEnumType(EndorsementStateEnum, {
  name: 'EndorsementState',
  description: 'Where an endorsement stands.',
  valuesMap: {
    ASKED: { description: 'It waits for an answer.' },
    GIVEN: { description: 'It was given, and stands.' },
    DECLINED: { description: 'Whoever was asked declined.' },
    TAKEN_BACK: { description: 'The question was taken back.' },
    WITHDRAWN: { description: 'It was given, and withdrawn since.' },
  },
});

@ObjectType('Endorsement', {
  implements: () => [NodeType],
  description: 'What somebody says for a credential that another holds, signed as a credential of its own.',
})
export class EndorsementType extends NodeType {
  @Field({ description: 'Who was asked.' })
  endorserName: string;

  @Field({ description: 'What they were asked.' })
  message: string;

  @Field(() => EndorsementStateEnum, { description: 'Where it stands.' })
  state: EndorsementState;

  @Field({ description: 'In which role they know the work.' })
  capacity: string;

  @Field({ description: 'What they said.' })
  words: string;

  @Field({ description: 'When it was asked.' })
  askedAt: Date;

  @Field({ description: 'Until when it can be answered.' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was signed; a moment after it was given.' })
  signedAt: Date | null;

  @Field({ description: 'Whether its holder lets strangers see it beside the credential.' })
  shown: boolean;

  @Field(() => String, { nullable: true, description: 'The signed document, byte for byte.' })
  document: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: Date | null;

  @Field({ description: 'Why it was withdrawn.' })
  withdrawnReason: string;
}

@ObjectType('EndorsementRequest', { description: 'What the link of a mail opens, for whoever holds it.' })
export class EndorsementRequestType {
  @Field({ description: 'Whose credential it is.' })
  holderName: string;

  @Field({ description: 'Who issued it.' })
  organisationName: string;

  @Field({ description: 'Whom the mail was sent to.' })
  endorserName: string;

  @Field({ description: 'What was earned.' })
  achievementName: string;

  @Field({ description: 'What is asked.' })
  message: string;

  @Field({ description: 'Until when it can be answered.' })
  expiresAt: Date;

  @Field(() => EndorsementStateEnum, { description: 'Where it stands.' })
  state: EndorsementState;

  @Field({ description: 'In which role they said to know the work.' })
  capacity: string;

  @Field({ description: 'What they said.' })
  words: string;
}
