import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../graphql/refusal.js';
import { resultOf } from '../graphql/result-of.js';
import type { MailState } from './mail.entity.js';

export const MailStateEnum = { WAITING: 'WAITING', SENT: 'SENT', FAILED: 'FAILED' } as const;
registerEnumType(MailStateEnum, {
  name: 'MailState',
  description: 'How far a mail is.',
  valuesMap: {
    WAITING: { description: 'It is on its way, or is tried again.' },
    SENT: { description: 'The mail server took it.' },
    FAILED: { description: 'It was tried often enough; somebody has to look.' },
  },
});

@ObjectType('Mail', { description: 'A mail that the product sends: to whom and how far it is, never what it says.' })
export class MailType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Which mail it is, e.g. NOTIFICATIONS or TEST.' })
  kind: string;

  @Field({ description: 'The address it goes to.' })
  toAddress: string;

  @Field(() => MailStateEnum, { description: 'How far it is.' })
  state: MailState;

  @Field({ description: 'When it was written.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the mail server took it; null until then.' })
  sentAt: Date | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the mail server said last; null where nothing went wrong.',
  })
  problem: string | null;
}

export const MailConnection = connectionOf(MailType, 'Mail');

@ObjectType({ description: 'Whether mail leaves, and what waits.' })
export class MailDelivery {
  @Field({ description: 'Whether mail can leave at all.' })
  isSetUp: boolean;

  @Field({
    description: 'Whether it goes to a folder of files instead of people: outside production, without a mail server.',
  })
  keptAsFiles: boolean;

  @Field(() => String, { nullable: true, description: 'Whom mails are from; null where none can leave.' })
  from: string | null;

  @Field(() => Int, { description: 'How many wait.' })
  waiting: number;

  @Field(() => Int, { description: 'How many failed.' })
  failed: number;
}

export const MailResult = resultOf('MailResult', MailType, [InvalidInput, NotAllowed, NotFound]);
