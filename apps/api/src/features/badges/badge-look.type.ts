import type { BadgeBand, BadgeCentre, BadgeInks, BadgeMark, BadgeRing, BadgeShape, BadgeType } from '@assay/credential';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FONT_ROLES, type FontRole } from '../../platform/lettering/fonts.rules.js';
import {
  BADGE_CENTRES,
  BADGE_GROUNDS,
  BADGE_MARKS,
  BADGE_RINGS,
  BADGE_TYPES,
  BANDS,
  SHAPES,
} from './brand-kit.rules.js';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [Each in Value]: Each };

export const BadgeShapeEnum = enumOf(SHAPES);
registerEnumType(BadgeShapeEnum, {
  name: 'BadgeShape',
  description: 'The outline of a badge; BY_LEVEL: the level decides, as an oval, an octagon or a gable.',
});
export const BadgeRingEnum = enumOf(BADGE_RINGS);
registerEnumType(BadgeRingEnum, { name: 'BadgeRing', description: 'What runs round inside the outline.' });
export const BadgeBandEnum = enumOf(BANDS);
registerEnumType(BadgeBandEnum, {
  name: 'BadgeBand',
  description: 'The engraving between ring and panel; BY_PROFESSION: the words of the skill decide.',
});
export const BadgeCentreEnum = enumOf(BADGE_CENTRES);
registerEnumType(BadgeCentreEnum, { name: 'BadgeCentre', description: 'What stands large in the middle.' });
export const BadgeGroundEnum = enumOf(BADGE_GROUNDS);
registerEnumType(BadgeGroundEnum, { name: 'BadgeGround', description: 'What is engraved faintly behind the words.' });
export const BadgeMarkEnum = enumOf(BADGE_MARKS);
registerEnumType(BadgeMarkEnum, {
  name: 'BadgeMark',
  description: 'A struck mark: who issued it, which level, how it was marked, when.',
});
export const BadgeTypeEnum = enumOf(BADGE_TYPES);
registerEnumType(BadgeTypeEnum, {
  name: 'BadgeType',
  description: 'Which of the two fonts of the kit a name is set in.',
});
export const FontRoleEnum = enumOf(FONT_ROLES);
registerEnumType(FontRoleEnum, { name: 'FontRole', description: 'What a font is for: names, labels, or a script.' });

@ObjectType('BadgeInks', { description: 'Four colours, each written as #14221F.' })
export class BadgeInksType implements BadgeInks {
  @Field({ description: 'Behind everything.' })
  ground: string;

  @Field({ description: 'Ring, rule and the name of the organisation.' })
  gilt: string;

  @Field({ description: 'Edge and engraving.' })
  line: string;

  @Field({ description: 'Words and struck marks.' })
  text: string;
}

@InputType({ description: 'Four colours, each written as #14221F.' })
export class BadgeInksInput implements BadgeInks {
  @Field({ description: 'Behind everything.' })
  ground: string;

  @Field({ description: 'Ring, rule and the name of the organisation.' })
  gilt: string;

  @Field({ description: 'Edge and engraving.' })
  line: string;

  @Field({ description: 'Words and struck marks.' })
  text: string;
}

@ObjectType('BadgeSlots', { description: 'A whole look: every slot of a template.' })
export class BadgeSlotsType {
  @Field(() => BadgeShapeEnum, { description: 'Its outline.' })
  shape: BadgeShape | 'BY_LEVEL';

  @Field(() => BadgeRingEnum, { description: 'Its ring.' })
  ring: BadgeRing;

  @Field(() => BadgeBandEnum, { description: 'Its engraving.' })
  band: BadgeBand | 'BY_PROFESSION';

  @Field(() => BadgeCentreEnum, { description: 'What stands in the middle.' })
  centre: BadgeCentre;

  @Field(() => String, { nullable: true, description: 'Name of its icon; null: none.' })
  icon: string | null;

  @Field(() => BadgeTypeEnum, { description: 'The font of its name.' })
  type: BadgeType;

  @Field(() => [BadgeMarkEnum], { description: 'Its struck marks, left to right.' })
  marks: readonly BadgeMark[];

  @Field(() => BadgeInksType, { nullable: true, description: 'Own colours; null: those of the brand kit.' })
  inks: BadgeInks | null;
}

@InputType({ description: 'A whole look: every slot of a template.' })
export class BadgeSlotsInput {
  @Field(() => BadgeShapeEnum, { description: 'Its outline.' })
  shape: BadgeShape | 'BY_LEVEL';

  @Field(() => BadgeRingEnum, { description: 'Its ring.' })
  ring: BadgeRing;

  @Field(() => BadgeBandEnum, { description: 'Its engraving.' })
  band: BadgeBand | 'BY_PROFESSION';

  @Field(() => BadgeCentreEnum, { description: 'What stands in the middle.' })
  centre: BadgeCentre;

  @Field(() => String, { nullable: true, description: 'Name of its icon; null: none.' })
  icon?: string | null;

  @Field(() => BadgeTypeEnum, { description: 'The font of its name.' })
  type: BadgeType;

  @Field(() => [BadgeMarkEnum], { description: 'Its struck marks, left to right.' })
  marks: BadgeMark[];

  @Field(() => BadgeInksInput, { nullable: true, description: 'Own colours; null: those of the brand kit.' })
  inks?: BadgeInksInput | null;
}

@ObjectType('BadgeChoices', { description: 'What one badge does otherwise than its template; null: as the template.' })
export class BadgeChoicesType {
  @Field(() => BadgeShapeEnum, { nullable: true, description: 'Its outline.' })
  shape: BadgeShape | 'BY_LEVEL' | null;

  @Field(() => BadgeRingEnum, { nullable: true, description: 'Its ring.' })
  ring: BadgeRing | null;

  @Field(() => BadgeBandEnum, { nullable: true, description: 'Its engraving.' })
  band: BadgeBand | 'BY_PROFESSION' | null;

  @Field(() => BadgeCentreEnum, { nullable: true, description: 'What stands in the middle.' })
  centre: BadgeCentre | null;

  @Field(() => String, { nullable: true, description: 'Name of its icon.' })
  icon: string | null;

  @Field(() => BadgeTypeEnum, { nullable: true, description: 'The font of its name.' })
  type: BadgeType | null;

  @Field(() => [BadgeMarkEnum], { nullable: true, description: 'Its struck marks, left to right.' })
  marks: readonly BadgeMark[] | null;

  @Field(() => BadgeInksType, { nullable: true, description: 'Own colours.' })
  inks: BadgeInks | null;

  @Field(() => String, { nullable: true, description: 'Own words for the name, where the skill’s are too long.' })
  title: string | null;
}

@InputType({ description: 'What one badge does otherwise than its template; what is left out is as the template.' })
export class BadgeChoicesInput {
  @Field(() => BadgeShapeEnum, { nullable: true, description: 'Its outline.' })
  shape?: BadgeShape | 'BY_LEVEL' | null;

  @Field(() => BadgeRingEnum, { nullable: true, description: 'Its ring.' })
  ring?: BadgeRing | null;

  @Field(() => BadgeBandEnum, { nullable: true, description: 'Its engraving.' })
  band?: BadgeBand | 'BY_PROFESSION' | null;

  @Field(() => BadgeCentreEnum, { nullable: true, description: 'What stands in the middle.' })
  centre?: BadgeCentre | null;

  @Field(() => String, { nullable: true, description: 'Name of its icon.' })
  icon?: string | null;

  @Field(() => BadgeTypeEnum, { nullable: true, description: 'The font of its name.' })
  type?: BadgeType | null;

  @Field(() => [BadgeMarkEnum], { nullable: true, description: 'Its struck marks, left to right.' })
  marks?: BadgeMark[] | null;

  @Field(() => BadgeInksInput, { nullable: true, description: 'Own colours.' })
  inks?: BadgeInksInput | null;

  @Field(() => String, { nullable: true, description: 'Own words for the name, where the skill’s are too long.' })
  title?: string | null;
}

@ObjectType('FontForRole', { description: 'The font of a role.' })
export class FontForRoleType {
  @Field(() => FontRoleEnum, { description: 'What it is for.' })
  role: FontRole;

  @Field(() => String, { nullable: true, description: 'Key of its family; null: none for this script.' })
  family: string | null;
}

@InputType({ description: 'The font of a role.' })
export class FontForRoleInput {
  @Field(() => FontRoleEnum, { description: 'What it is for.' })
  role: FontRole;

  @Field(() => String, { nullable: true, description: 'Key of its family; null: none for this script.' })
  family?: string | null;
}
