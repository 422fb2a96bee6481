import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StudioStateEnum, StudioVersionType } from './badge-studio.type.js';
import {
  CERTIFICATE_PAPERS,
  CERTIFICATE_WORD_KEYS,
  type CertificatePaper,
  type CertificateWord,
} from './certificate.rules.js';
import type { StudioState } from './studio-version.entity.js';

const papers = Object.fromEntries(CERTIFICATE_PAPERS.map((paper) => [paper, paper]));
registerEnumType(papers, { name: 'CertificatePaper', description: 'The sheet it is printed on.' });
const words = Object.fromEntries(CERTIFICATE_WORD_KEYS.map((key) => [key, key]));
registerEnumType(words, { name: 'CertificateWord', description: 'One of the small words of a certificate.' });

@ObjectType('CertificateText', { description: 'A word of the certificate, as the organisation writes it.' })
export class CertificateTextType {
  @Field(() => words, { description: 'Which word.' })
  word: CertificateWord;

  @Field({ description: 'How it is written.' })
  text: string;
}

@InputType({ description: 'A word of the certificate, as the organisation writes it.' })
export class CertificateTextInput {
  @Field(() => words, { description: 'Which word.' })
  word: CertificateWord;

  @Field({ description: 'How it is written.' })
  text: string;
}

@ObjectType('CertificateSignature', { description: 'Somebody whose name stands under the certificate.' })
export class CertificateSignatureType {
  @Field({ description: 'Their name.' })
  name: string;

  @Field({ description: 'What they are; may be empty.' })
  role: string;
}

@InputType({ description: 'Somebody whose name stands under the certificate.' })
export class CertificateSignatureInput {
  @Field({ description: 'Their name.' })
  name: string;

  @Field({ description: 'What they are; may be empty.' })
  role: string;
}

@ObjectType('CertificateTemplate', {
  description: 'The certificate on paper. The draft where there is one, else what is in use.',
})
export class CertificateTemplateType {
  @Field(() => Int, { nullable: true, description: 'Number of the version; null: nothing was made yet.' })
  number: number | null;

  @Field(() => StudioStateEnum, { nullable: true, description: 'Its state; null: nothing was made yet.' })
  state: StudioState | null;

  @Field(() => Int, { description: 'Counts saves of the draft, 0 without one; pass it back when saving.' })
  revision: number;

  @Field(() => papers, { description: 'The sheet.' })
  paper: CertificatePaper;

  @Field({ description: 'Whether the sheet lies on its side.' })
  landscape: boolean;

  @Field({ description: 'Language of its words, as a tag such as en or ar; it says in which direction it is read.' })
  language: string;

  @Field(() => [CertificateTextType], { description: 'Its small words.' })
  words: CertificateTextType[];

  @Field({ description: 'Whether it lists the outcomes.' })
  showOutcomes: boolean;

  @Field({ description: 'Whether it shows the badge.' })
  showBadge: boolean;

  @Field({ description: 'Whether it shows the logo of the brand kit.' })
  showLogo: boolean;

  @Field({ description: 'Whether it shows a code that leads to the proof page, where the holder made a link.' })
  showQr: boolean;

  @Field(() => [CertificateSignatureType], { description: 'Who signs, three at most.' })
  signatures: CertificateSignatureType[];

  @Field(() => [StudioVersionType], { description: 'Versions that are or were in use, newest first, at most fifty.' })
  versions: StudioVersionType[];
}

@InputType({ description: 'The whole certificate.' })
export class CertificateTemplateInput {
  @Field(() => papers, { description: 'The sheet.' })
  paper: CertificatePaper;

  @Field({ description: 'Whether the sheet lies on its side.' })
  landscape: boolean;

  @Field({ description: 'Language of its words, as a tag such as en or ar.' })
  language: string;

  @Field(() => [CertificateTextInput], { description: 'Its small words; what is left out is written as usual.' })
  words: CertificateTextInput[];

  @Field({ description: 'Whether it lists the outcomes.' })
  showOutcomes: boolean;

  @Field({ description: 'Whether it shows the badge.' })
  showBadge: boolean;

  @Field({ description: 'Whether it shows the logo of the brand kit.' })
  showLogo: boolean;

  @Field({ description: 'Whether it shows a code that leads to the proof page.' })
  showQr: boolean;

  @Field(() => [CertificateSignatureInput], { description: 'Who signs, three at most.' })
  signatures: CertificateSignatureInput[];
}

@ObjectType('CertificatePreview', { description: 'How a certificate would look, with an invented holder.' })
export class CertificatePreviewType {
  @Field(() => String, { nullable: true, description: 'The page as an SVG document; null where it cannot be set.' })
  svg: string | null;

  @Field(() => [String], { description: 'What stands against it, in words.' })
  problems: string[];
}
