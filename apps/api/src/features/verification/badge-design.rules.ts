import type { BadgeDesign, Profession } from '@assay/credential';

/** What a badge's picture is drawn from. */
export interface DrawnAchievement {
  readonly name: string;
  readonly doubleMarked: boolean;
  readonly skill: { readonly name: string } | null;
  readonly level: { readonly ordinal: number; readonly label: string } | null;
}

// Frameworks name skills, not professions. The skill's own words say it where they say it; other badges stay plain.
const WORDS: readonly [Profession, RegExp][] = [
  ['architecture', /\barchitect/i],
  ['data', /\bdata|\banalys|\bstatistic/i],
  ['design', /\bdesign|\buser|\bcontent|\baccessib/i],
  ['software', /\bsoftware|\bprogram|\bsystem|\bdevelop|\bcoding|\bintegration|\btest/i],
];

/** How the badge of an achievement looks; with a year once somebody has earned it. */
export function designOf(achievement: DrawnAchievement, issuerName: string, year?: number): BadgeDesign {
  const skillName = achievement.skill?.name ?? achievement.name;
  return {
    issuerName,
    initials: initialsOf(issuerName),
    level: achievement.level?.ordinal,
    levelLabel: achievement.level?.label,
    skillName,
    profession: WORDS.find(([, word]) => word.test(skillName))?.[0],
    doubleMarked: achievement.doubleMarked,
    year,
  };
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('');
}
