import {
  BADGE_BANDS,
  BADGE_CENTRES,
  BADGE_GROUNDS,
  BADGE_ICONS,
  BADGE_MARKS,
  BADGE_RINGS,
  BADGE_SHAPES,
  BADGE_TYPES,
  type BadgeGround,
  type BadgeInks,
  type BadgeSlots,
  HALLMARK_KIT,
} from '@assay/credential';
import { FONT_ROLES, type FontChoice, familyOf, USUAL_FONTS } from '../../platform/lettering/fonts.rules.js';

/** What a version of the brand kit holds. */
export interface KitContent {
  readonly inks: BadgeInks;
  readonly fonts: FontChoice;
  readonly initials: string;
  readonly ground: BadgeGround;
  readonly logoId: string | null;
}

/** The kit of an organisation that has not made one: the look of a hallmark. */
export const USUAL_KIT: KitContent = {
  inks: HALLMARK_KIT.inks,
  fonts: USUAL_FONTS,
  initials: '',
  ground: 'PLAIN',
  logoId: null,
};

export interface Problem {
  readonly field: string;
  readonly message: string;
}

const COLOUR = /^#[0-9a-f]{6}$/i;

export function kitProblems(kit: KitContent): Problem[] {
  const problems: Problem[] = [...inkProblems(kit.inks, 'inks')];
  if (Array.from(kit.initials).length > 3)
    problems.push({ field: 'initials', message: 'Use up to three letters; more do not fit in the shield.' });
  for (const role of FONT_ROLES) {
    const key = kit.fonts[role];
    if (key === null && role !== 'NAMES' && role !== 'LABELS') continue;
    if (!familyOf(key)?.roles.includes(role))
      problems.push({ field: `fonts.${role}`, message: `There is no font “${key ?? 'none'}” for this.` });
  }
  return problems;
}

export function slotProblems(slots: Partial<BadgeSlots>): Problem[] {
  const problems: Problem[] = slots.inks ? inkProblems(slots.inks, 'inks') : [];
  if (slots.icon && !BADGE_ICONS[slots.icon])
    problems.push({ field: 'icon', message: `There is no icon “${slots.icon}”.` });
  if (slots.centre === 'ICON' && slots.icon === null)
    problems.push({ field: 'icon', message: 'Choose the icon that stands in the middle.' });
  if (slots.marks && new Set(slots.marks).size !== slots.marks.length)
    problems.push({ field: 'marks', message: 'A mark is struck once.' });
  if (slots.title && Array.from(slots.title).length > 120)
    problems.push({ field: 'title', message: 'A badge has no room for more than 120 letters.' });
  return problems;
}

function inkProblems(inks: BadgeInks, field: string): Problem[] {
  return Object.entries(inks).flatMap(([name, colour]) =>
    COLOUR.test(String(colour))
      ? []
      : [{ field: `${field}.${name}`, message: `“${colour}” is no colour. Write it as #14221F.` }],
  );
}

export const SHAPES = ['BY_LEVEL', ...BADGE_SHAPES] as const;
export const BANDS = ['BY_PROFESSION', ...BADGE_BANDS] as const;
export { BADGE_CENTRES, BADGE_GROUNDS, BADGE_MARKS, BADGE_RINGS, BADGE_TYPES };
