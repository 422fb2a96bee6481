// The fonts that come with the product, all under the SIL Open Font License, found beside it when it runs.

/** What a font is for. Each text is set in the first font that has its letters. */
export const FONT_ROLES = ['NAMES', 'LABELS', 'ARABIC', 'HEBREW', 'THAI', 'CHINESE_JAPANESE', 'KOREAN'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

export interface FontFamily {
  readonly key: string;
  /** As it is shown to people. */
  readonly name: string;
  /** As its files call it, where that differs. */
  readonly family?: string;
  readonly roles: readonly FontRole[];
  /** Files for a weight, in the order in which they are asked for a letter. */
  readonly files: (weight: number, italic: boolean) => string[];
}

const WESTERN = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

function fontsource(name: string, subsets: readonly string[], weights: readonly number[], italics = false) {
  return (weight: number, italic: boolean) =>
    subsets.map(
      (subset) =>
        `@fontsource/${name}/files/${name}-${subset}-${nearest(weight, weights)}-${italic && italics ? 'italic' : 'normal'}.woff`,
    );
}

const nearest = (weight: number, weights: readonly number[]) =>
  weights.reduce((best, each) => (Math.abs(each - weight) < Math.abs(best - weight) ? each : best));

const ALL = [400, 500, 600, 700];

export const FONT_FAMILIES: readonly FontFamily[] = [
  {
    key: 'source-serif-4',
    name: 'Source Serif 4',
    roles: ['NAMES', 'LABELS'],
    files: fontsource('source-serif-4', WESTERN, ALL, true),
  },
  {
    key: 'ibm-plex-serif',
    name: 'IBM Plex Serif',
    roles: ['NAMES', 'LABELS'],
    files: fontsource('ibm-plex-serif', ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'], ALL, true),
  },
  {
    key: 'ibm-plex-sans',
    name: 'IBM Plex Sans',
    roles: ['NAMES', 'LABELS'],
    files: fontsource('ibm-plex-sans', WESTERN, ALL, true),
  },
  {
    key: 'ibm-plex-sans-arabic',
    name: 'IBM Plex Sans Arabic',
    roles: ['ARABIC'],
    files: fontsource('ibm-plex-sans-arabic', ['arabic'], ALL),
  },
  {
    key: 'noto-naskh-arabic',
    name: 'Noto Naskh Arabic',
    roles: ['ARABIC'],
    files: fontsource('noto-naskh-arabic', ['arabic'], ALL),
  },
  {
    key: 'ibm-plex-sans-hebrew',
    name: 'IBM Plex Sans Hebrew',
    roles: ['HEBREW'],
    files: fontsource('ibm-plex-sans-hebrew', ['hebrew'], ALL),
  },
  {
    key: 'frank-ruhl-libre',
    name: 'Frank Ruhl Libre',
    roles: ['HEBREW'],
    files: fontsource('frank-ruhl-libre', ['hebrew'], ALL),
  },
  {
    key: 'ibm-plex-sans-thai',
    name: 'IBM Plex Sans Thai',
    roles: ['THAI'],
    files: fontsource('ibm-plex-sans-thai', ['thai'], ALL),
  },
  {
    key: 'noto-sans-sc',
    name: 'Noto Sans, Chinese and Japanese',
    family: 'Noto Sans S Chinese',
    roles: ['CHINESE_JAPANESE'],
    files: (weight) => [
      `@embedpdf/fonts-sc/fonts/NotoSansHans-${weight >= 600 ? 'Bold' : weight >= 500 ? 'Medium' : 'Regular'}.otf`,
    ],
  },
  {
    key: 'noto-sans-kr',
    name: 'Noto Sans, Korean',
    family: 'Noto Sans KR',
    roles: ['KOREAN'],
    files: (weight) => [
      `@embedpdf/fonts-kr/fonts/NotoSansKR-${weight >= 600 ? 'Bold' : weight >= 500 ? 'Medium' : 'Regular'}.otf`,
    ],
  },
];

/** A font for every role; null: the organisation wants none for that script. */
export type FontChoice = Readonly<Record<FontRole, string | null>>;

export const USUAL_FONTS: FontChoice = {
  NAMES: 'source-serif-4',
  LABELS: 'ibm-plex-sans',
  ARABIC: 'ibm-plex-sans-arabic',
  HEBREW: 'ibm-plex-sans-hebrew',
  THAI: 'ibm-plex-sans-thai',
  CHINESE_JAPANESE: 'noto-sans-sc',
  KOREAN: 'noto-sans-kr',
};

export function familyOf(key: string | null): FontFamily | undefined {
  return FONT_FAMILIES.find((family) => family.key === key);
}

/** Files that are asked for the letters of a text, in order. */
export function filesFor(choice: FontChoice, first: 'NAMES' | 'LABELS', weight: number, italic: boolean): string[] {
  const scripts = FONT_ROLES.filter((role) => role !== 'NAMES' && role !== 'LABELS');
  return [first, ...scripts].flatMap((role) => familyOf(choice[role])?.files(weight, italic) ?? []);
}
