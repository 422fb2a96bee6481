import type { BadgeSlots } from '@assay/credential';
import { FONT_ROLES, type FontChoice, type FontRole, USUAL_FONTS } from '../../platform/lettering/fonts.rules.js';
import type { KitContent } from './brand-kit.rules.js';

interface GivenKit extends Omit<KitContent, 'fonts' | 'logoId'> {
  readonly fonts: readonly { readonly role: FontRole; readonly family?: string | null }[];
  readonly logoId?: string | null;
}

/** A kit as it is stored, from what was sent. */
export function contentOf({ inks, fonts, initials, ground, logoId }: GivenKit): KitContent {
  const { ground: behind, gilt, line, text } = inks;
  const chosen = Object.fromEntries(fonts.map(({ role, family }) => [role, family ?? null]));
  return {
    inks: { ground: behind, gilt, line, text },
    fonts: { ...USUAL_FONTS, ...chosen },
    initials: initials.trim(),
    ground,
    logoId: logoId ?? null,
  };
}

export function fontList(fonts: FontChoice): { role: FontRole; family: string | null }[] {
  return FONT_ROLES.map((role) => ({ role, family: fonts[role] }));
}

type Given = { [Slot in keyof BadgeSlots]?: BadgeSlots[Slot] | null };

/** Slots as they are stored: without members that the schema added, colours as plain values. */
export function slotsOf(given: Given): Partial<BadgeSlots> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const slots = Object.fromEntries(entries) as Partial<BadgeSlots>;
  if (!given.inks) return slots;
  const { ground, gilt, line, text } = given.inks;
  return { ...slots, inks: { ground, gilt, line, text } };
}
