// What a badge's picture says and how it is cut. Values only: the same face always gives the same picture.

export const BADGE_SHAPES = ['OVAL', 'CIRCLE', 'OCTAGON', 'CARTOUCHE', 'GABLE', 'TABLET'] as const;
export type BadgeShape = (typeof BADGE_SHAPES)[number];

export const BADGE_RINGS = ['REEDED', 'PLAIN', 'DOUBLE', 'NONE'] as const;
export type BadgeRing = (typeof BADGE_RINGS)[number];

export const BADGE_BANDS = ['HORIZONTAL', 'VERTICAL', 'DIAGONAL', 'DOTS', 'PLAIN', 'NONE'] as const;
export type BadgeBand = (typeof BADGE_BANDS)[number];

export const BADGE_CENTRES = ['LEVEL', 'ICON', 'LOGO', 'NONE'] as const;
export type BadgeCentre = (typeof BADGE_CENTRES)[number];

export const BADGE_GROUNDS = ['PLAIN', 'RAYS', 'GRID', 'RINGS'] as const;
export type BadgeGround = (typeof BADGE_GROUNDS)[number];

export const BADGE_MARKS = ['ISSUER', 'LEVEL', 'MARKING', 'YEAR'] as const;
export type BadgeMark = (typeof BADGE_MARKS)[number];

/** Who reads what: `NAMES` is the face of the record, `LABELS` that of the tool. */
export const BADGE_TYPES = ['NAMES', 'LABELS'] as const;
export type BadgeType = (typeof BADGE_TYPES)[number];

/** The crafts an engraving can name. */
export type Profession = 'software' | 'data' | 'architecture' | 'design';

/** Four colours as `#rrggbb`. */
export interface BadgeInks {
  readonly ground: string;
  readonly gilt: string;
  readonly line: string;
  readonly text: string;
}

/** A drawing without anything that loads or runs, or points as a `data:` address. */
export interface BadgeLogo {
  readonly width: number;
  readonly height: number;
  /** Elements of an SVG document, already made safe; their board is `viewBox`. */
  readonly drawing?: string;
  readonly viewBox?: string;
  /** `data:image/png;base64,…` */
  readonly points?: string;
}

/** What an organisation gives to all its badges. */
export interface BadgeKit {
  readonly inks: BadgeInks;
  /** Up to three letters in the shield; empty: made from the organisation's name. */
  readonly initials: string;
  readonly ground: BadgeGround;
  readonly logo: BadgeLogo | null;
}

/** What a template decides, and what a badge may decide otherwise. */
export interface BadgeSlots {
  readonly shape: BadgeShape | 'BY_LEVEL';
  readonly ring: BadgeRing;
  readonly band: BadgeBand | 'BY_PROFESSION';
  readonly centre: BadgeCentre;
  readonly icon: string | null;
  readonly type: BadgeType;
  readonly marks: readonly BadgeMark[];
  /** Own colours; null: the kit's. */
  readonly inks: BadgeInks | null;
  /** Own words for the name; null: the skill's, or the achievement's where it has none. */
  readonly title: string | null;
}

/** What is true of the achievement, whatever it looks like. */
export interface BadgeFacts {
  readonly issuerName: string;
  /** Ordinal on the proficiency scale; absent for an achievement without a level. */
  readonly level?: number;
  readonly levelLabel?: string;
  readonly skillName: string;
  /** What the engraving names; absent where the framework tells no profession. */
  readonly profession?: Profession;
  readonly doubleMarked: boolean;
  /** Year of the award; absent while nobody has earned it yet. */
  readonly year?: number;
}

/** Everything a picture is drawn from, with nothing left to look up. */
export interface BadgeFace {
  readonly shape: BadgeShape;
  readonly ring: BadgeRing;
  readonly band: BadgeBand;
  readonly centre: BadgeCentre;
  readonly icon: string | null;
  readonly type: BadgeType;
  readonly ground: BadgeGround;
  readonly marks: readonly BadgeMark[];
  readonly inks: BadgeInks;
  readonly logo: BadgeLogo | null;
  readonly initials: string;
  readonly issuerName: string;
  readonly name: string;
  readonly level?: number;
  readonly levelLabel?: string;
  readonly doubleMarked: boolean;
  readonly year?: number;
}

/** The look of a hallmark: what a badge has until somebody chooses otherwise. */
export const HALLMARK: BadgeSlots = {
  shape: 'BY_LEVEL',
  ring: 'REEDED',
  band: 'BY_PROFESSION',
  centre: 'LEVEL',
  icon: null,
  type: 'NAMES',
  marks: BADGE_MARKS,
  inks: null,
  title: null,
};

/** The kit of an organisation that has not made one. */
export const HALLMARK_KIT: BadgeKit = {
  inks: { ground: '#14221F', gilt: '#C9A24A', line: '#8C9893', text: '#F4F1E8' },
  initials: '',
  ground: 'PLAIN',
  logo: null,
};

const SHAPE_OF_LEVEL: Record<number, BadgeShape> = { 2: 'OVAL', 3: 'OCTAGON', 4: 'GABLE' };
const BAND_OF_PROFESSION: Record<Profession, BadgeBand> = {
  software: 'HORIZONTAL',
  data: 'VERTICAL',
  architecture: 'DIAGONAL',
  design: 'DOTS',
};

/** Kit, template, own choices and facts as one face. Own choices win over the template. */
export function faceOf(kit: BadgeKit, template: BadgeSlots, own: Partial<BadgeSlots>, facts: BadgeFacts): BadgeFace {
  const slots = { ...template, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)) };
  const { issuerName, level, levelLabel, doubleMarked, year } = facts;
  return {
    shape: slots.shape === 'BY_LEVEL' ? shapeOfLevel(level) : slots.shape,
    ring: slots.ring,
    band: slots.band === 'BY_PROFESSION' ? bandOf(facts.profession) : slots.band,
    centre: centreOf(slots, kit, level),
    icon: slots.icon,
    type: slots.type,
    ground: kit.ground,
    marks: slots.marks,
    inks: slots.inks ?? kit.inks,
    logo: kit.logo,
    initials: inOneLine(kit.initials) || initialsOf(issuerName),
    issuerName: inOneLine(issuerName),
    name: inOneLine(slots.title ?? '') || inOneLine(facts.skillName),
    doubleMarked,
    ...(level !== undefined && { level }),
    ...(levelLabel !== undefined && { levelLabel: inOneLine(levelLabel) }),
    ...(year !== undefined && { year }),
  };
}

export function shapeOfLevel(level: number | undefined): BadgeShape {
  return (level !== undefined && SHAPE_OF_LEVEL[level]) || 'TABLET';
}

function bandOf(profession: Profession | undefined): BadgeBand {
  return profession ? BAND_OF_PROFESSION[profession] : 'PLAIN';
}

/** A slot without its content is left empty rather than drawn wrong. */
function centreOf({ centre, icon }: BadgeSlots, { logo }: BadgeKit, level: number | undefined): BadgeCentre {
  if (centre === 'LEVEL' && level === undefined) return 'NONE';
  if (centre === 'ICON' && icon === null) return 'NONE';
  if (centre === 'LOGO' && logo === null) return 'NONE';
  return centre;
}

/** Without line ends and what else is no letter; control characters are not allowed in XML at all. */
function inOneLine(words: string): string {
  return words.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** The first letters of the first two words. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('');
}
