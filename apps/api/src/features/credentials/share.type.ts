import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { MailState } from '../../platform/mail/mail.entity.js';
import { MailStateEnum } from '../../platform/mail/mail.type.js';
import type { BehindCredential } from './share-evidence.service.js';
import type { ShareUse } from './share-log.service.js';

const ShareUseEnum = {
  PAGE: 'PAGE',
  DOCUMENT: 'DOCUMENT',
  FINDINGS: 'FINDINGS',
  FRAME: 'FRAME',
  EVIDENCE: 'EVIDENCE',
  VERIFICATION: 'VERIFICATION',
} as const satisfies { [Use in ShareUse]: Use };
registerEnumType(ShareUseEnum, {
  name: 'ShareUse',
  description: 'How a link was used.',
  valuesMap: {
    PAGE: { description: 'The proof page was opened.' },
    DOCUMENT: { description: 'The signed credential was downloaded.' },
    FINDINGS: { description: 'A program asked what was checked.' },
    FRAME: { description: 'The badge was shown in another page.' },
    EVIDENCE: { description: 'A picture of the evidence was opened.' },
    VERIFICATION: { description: 'A known system checked it with its key.' },
  },
});

@ObjectType('ShareDay', { description: 'How often a link was used in one way on one day. People are not told apart.' })
export class ShareDayType {
  @Field(() => CalendarDay, { description: 'The day.' })
  day: string;

  @Field(() => ShareUseEnum, { description: 'In which way.' })
  kind: ShareUse;

  @Field({ description: 'The name of the key that asked; empty for people.' })
  byName: string;

  @Field(() => Int, { description: 'How often.' })
  times: number;
}

@ObjectType('ShareSending', { description: 'That a link was sent to an address by its holder.' })
export class ShareSendingType {
  @Field({ description: 'To where.' })
  address: string;

  @Field(() => Date, { description: 'When it was handed to the mail.' })
  at: Date;

  @Field(() => ID, { nullable: true, description: 'The letter; null where nothing is known of it any more.' })
  letterId: string | null;

  @Field(() => MailStateEnum, { nullable: true, description: 'How far the letter is; null where that is not known.' })
  state: MailState | null;

  @Field(() => String, { nullable: true, description: 'Why it did not leave, so far or at all.' })
  problem: string | null;
}

@ObjectType('ShareLetter', { description: 'The letter in which a link is sent, as it would leave.' })
export class ShareLetterType {
  @Field({ description: 'Its subject.' })
  subject: string;

  @Field({ description: 'What it says, with the link.' })
  text: string;
}

@InputType({ description: 'A link of the viewer’s that is sent by mail.' })
export class SendShareInput {
  @Field(() => ID, { description: 'The link.' })
  shareId: string;

  @Field({ description: 'The mail address of whoever is to see it.' })
  address: string;

  @Field({ description: 'A few words of the viewer’s own, which stand in the letter. May be empty.' })
  words: string;
}

const EvidenceBehindKindEnum = {
  FILE: 'FILE',
  LINK: 'LINK',
  TEXT: 'TEXT',
  WITNESS: 'WITNESS',
  ATTESTED: 'ATTESTED',
} as const satisfies { [Kind in BehindCredential['kind']]: Kind };
registerEnumType(EvidenceBehindKindEnum, {
  name: 'EvidenceBehindKind',
  description: 'What a piece of evidence behind a credential is.',
});

@ObjectType('EvidenceBehind', {
  description: 'A piece of the evidence behind a credential, as it was handed in. Its holder may show it by a link.',
})
export class EvidenceBehindType {
  @Field(() => Int, { description: 'Its number in the credential, from 1.' })
  nth: number;

  @Field(() => EvidenceBehindKindEnum, { description: 'What it is.' })
  kind: BehindCredential['kind'];

  @Field({ description: 'Its title; empty for what a witness said, who is quoted and not named.' })
  title: string;

  @Field(() => CalendarDay, { nullable: true, description: 'When it was made, where that was said.' })
  madeOn: string | null;

  @Field(() => Int, {
    description: 'Of a file: pages of which there are pictures. Others see those and never the file.',
  })
  pages: number;
}

@InputType({ description: 'One piece of the evidence behind a credential.' })
export class ChosenEvidenceInput {
  @Field(() => ID, { description: 'Behind which credential.' })
  credentialId: string;

  @Field(() => Int, { description: 'Its number there, from 1.' })
  nth: number;
}

@InputType({ description: 'What a link shows besides the credential it is made for.' })
export class ShareScopeInput {
  @Field(() => String, { nullable: true, description: 'For what, in the holder’s own words. Nobody else reads them.' })
  purpose?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Further credentials of the same holder.' })
  furtherIds?: string[] | null;

  @Field(() => [ChosenEvidenceInput], { nullable: true, description: 'Evidence to show. Left out: none.' })
  evidence?: ChosenEvidenceInput[] | null;
}
