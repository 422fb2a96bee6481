import type { BadgeCut, BadgeFinding, BadgeGround, BadgeInks, BadgeScale, BadgeSlots } from '@assay/credential';
import { BADGE_CUTS, BADGE_SCALES } from '@assay/credential';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FontRole } from '../../platform/lettering/fonts.rules.js';
import {
  BadgeChoicesInput,
  BadgeGroundEnum,
  BadgeInksInput,
  BadgeInksType,
  BadgeSlotsInput,
  BadgeSlotsType,
  FontForRoleInput,
  FontForRoleType,
  FontRoleEnum,
} from './badge-look.type.js';
import type { EarlierLook } from './earlier-looks.rules.js';
import type { StudioState } from './studio-version.entity.js';

export const StudioStateEnum: { [S in StudioState]: S } = { DRAFT: 'DRAFT', IN_USE: 'IN_USE', REPLACED: 'REPLACED' };
registerEnumType(StudioStateEnum, {
  name: 'StudioState',
  description: 'A draft is tried by designers; one version is in use; those before it are kept as they were.',
});
const cuts = Object.fromEntries(BADGE_CUTS.map((cut) => [cut, cut]));
registerEnumType(cuts, { name: 'BadgeCut', description: 'As struck, for coloured print, or for one ink.' });
const scales = Object.fromEntries(BADGE_SCALES.map((scale) => [scale, scale]));
registerEnumType(scales, { name: 'BadgeScale', description: 'From 72 pixels, from 40, and below.' });
const verdicts = { REFUSED: 'REFUSED', WARNING: 'WARNING', GOOD: 'GOOD' };
registerEnumType(verdicts, {
  name: 'BadgeVerdict',
  description: 'REFUSED cannot be published, WARNING can, GOOD says what was measured.',
});

@ObjectType('StudioVersion', { description: 'One version of the brand kit or the certificate.' })
export class StudioVersionType {
  @Field(() => Int, { description: 'Counts up from 1.' })
  number: number;

  @Field(() => StudioStateEnum, { description: 'Where it is in its life.' })
  state: StudioState;

  @Field(() => Date, { nullable: true, description: 'Since when it counts, or from when it did.' })
  inUseSince: Date | null;
}

@ObjectType('BrandImage', { description: 'A logo, made safe when it came in.' })
export class BrandImageType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The name of its file.' })
  name: string;

  @Field({ description: 'SVG or PNG.' })
  kind: string;

  @Field(() => Float, { description: 'Width of its board, or in points.' })
  width: number;

  @Field(() => Float, { description: 'Height of its board, or in points.' })
  height: number;
}

@ObjectType('BrandKit', {
  description: 'What all badges of the organisation share. The draft where there is one, else what is in use.',
})
export class BrandKitType {
  @Field(() => Int, { nullable: true, description: 'Number of the version; null: nothing was made yet.' })
  number: number | null;

  @Field(() => StudioStateEnum, { nullable: true, description: 'Its state; null: nothing was made yet.' })
  state: StudioState | null;

  @Field(() => Int, { description: 'Counts saves of the draft, 0 without one; pass it back when saving.' })
  revision: number;

  @Field(() => BadgeInksType, { description: 'Its colours.' })
  inks: BadgeInks;

  @Field(() => [FontForRoleType], { description: 'A font for every role.' })
  fonts: { role: FontRole; family: string | null }[];

  @Field({ description: 'Letters in the shield; empty: made from the name of the organisation.' })
  initials: string;

  @Field(() => BadgeGroundEnum, { description: 'What is engraved behind the words.' })
  ground: BadgeGround;

  @Field(() => BrandImageType, { nullable: true, description: 'Its logo.' })
  logo: BrandImageType | null;

  @Field(() => [StudioVersionType], { description: 'Versions that are or were in use, newest first, at most fifty.' })
  versions: StudioVersionType[];
}

@InputType({ description: 'The whole brand kit.' })
export class BrandKitInput {
  @Field(() => BadgeInksInput, { description: 'Its colours.' })
  inks: BadgeInksInput;

  @Field(() => [FontForRoleInput], { description: 'Fonts by role; a role that is left out has its usual one.' })
  fonts: FontForRoleInput[];

  @Field({ description: 'Letters in the shield; empty: made from the name of the organisation.' })
  initials: string;

  @Field(() => BadgeGroundEnum, { description: 'What is engraved behind the words.' })
  ground: BadgeGround;

  @Field(() => ID, { nullable: true, description: 'Its logo.' })
  logoId?: string | null;
}

@ObjectType('EarlierLook', { description: 'How a template was until somebody began to change it.' })
export class EarlierLookType {
  @Field(() => Int, { description: 'Which save it was.' })
  revision: number;

  @Field({ description: 'Its name then.' })
  name: string;

  @Field(() => BadgeSlotsType, { description: 'Its slots then.' })
  slots: BadgeSlots;

  @Field(() => Date, { description: 'When it became like this.' })
  changedAt: string | Date;
}

@ObjectType('BadgeTemplate', { description: 'A look that several badges share.' })
export class BadgeTemplateType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Counts saves; pass it back when saving.' })
  revision: number;

  @Field(() => BadgeSlotsType, { description: 'Its slots.' })
  slots: BadgeSlots;

  @Field(() => Date, { nullable: true, description: 'When it was taken out of the choice.' })
  archivedAt: Date | null;

  @Field(() => [EarlierLookType], {
    description: 'How it was before, the last one first, at most twenty: what one person did in one go is one change.',
  })
  earlier: readonly EarlierLook[];
}

@ObjectType('FontFamily', { description: 'A font that comes with the product.' })
export class FontFamilyType {
  @Field({ description: 'Its key.' })
  key: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [FontRoleEnum], { description: 'What it can be used for.' })
  roles: readonly FontRole[];
}

@ObjectType('BadgePicture', { description: 'A picture as an SVG document; its words are outlines.' })
export class BadgePictureType {
  @Field(() => cuts, { description: 'How it is cut.' })
  cut: BadgeCut;

  @Field(() => scales, { description: 'For which size.' })
  scale: BadgeScale;

  @Field({ description: 'The document.' })
  svg: string;
}

@ObjectType('BadgeFinding', { description: 'What was found about a badge.' })
export class BadgeFindingType {
  @Field({ description: 'FIT, LETTERS, CONTRAST, SMALL or EDGE.' })
  check: string;

  @Field(() => verdicts, { description: 'How bad it is.' })
  verdict: BadgeFinding['verdict'];

  @Field({ description: 'What was found, in words.' })
  message: string;
}

@ObjectType('BadgePreview', { description: 'A badge that is tried: its pictures, and what is found about it.' })
export class BadgePreviewType {
  @Field(() => [BadgePictureType], { description: 'As struck in three sizes, on paper, and in one ink.' })
  pictures: BadgePictureType[];

  @Field(() => [BadgeFindingType], { description: 'What stands against it first.' })
  findings: BadgeFinding[];
}

@InputType({ description: 'A badge to try. What is left out is taken from what is in use.' })
export class BadgePreviewInput {
  @Field(() => ID, { nullable: true, description: 'The version it is for; left out: an invented one.' })
  achievementVersionId?: string | null;

  @Field(() => BrandKitInput, { nullable: true, description: 'Another brand kit.' })
  kit?: BrandKitInput | null;

  @Field(() => ID, { nullable: true, description: 'Another template; it counts with `choices`.' })
  templateId?: string | null;

  @Field(() => BadgeSlotsInput, { nullable: true, description: 'A template that is being made.' })
  template?: BadgeSlotsInput | null;

  @Field(() => BadgeChoicesInput, { nullable: true, description: 'What the badge does otherwise than its template.' })
  choices?: BadgeChoicesInput | null;

  @Field(() => String, { nullable: true, description: 'A name to try, without a version.' })
  sampleName?: string | null;

  @Field(() => Int, { nullable: true, description: 'A level to try, without a version: 1 to 4.' })
  sampleLevel?: number | null;
}
