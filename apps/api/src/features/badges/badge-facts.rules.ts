import type { BadgeFacts, Profession } from '@assay/credential';

/** What a badge's picture is drawn from. */
export interface DrawnAchievement {
  readonly name: string;
  readonly doubleMarked: boolean;
  /** The principal one first. */
  readonly skills: readonly {
    readonly name: string;
    readonly level: { readonly ordinal: number; readonly label: string } | null;
  }[];
}

// Frameworks name skills, not professions. The skill's own words say it where they say it; other badges stay plain.
const WORDS: readonly [Profession, RegExp][] = [
  ['architecture', /\barchitect/i],
  ['data', /\bdata|\banalys|\bstatistic/i],
  ['design', /\bdesign|\buser|\bcontent|\baccessib/i],
  ['software', /\bsoftware|\bprogram|\bsystem|\bdevelop|\bcoding|\bintegration|\btest/i],
];

/** What is true of an achievement, for its picture. */
export function factsOf(achievement: DrawnAchievement, issuerName: string): BadgeFacts {
  const [principal] = achievement.skills;
  const skillName = principal?.name ?? achievement.name;
  return {
    issuerName,
    ...(principal?.level && { level: principal.level.ordinal, levelLabel: principal.level.label }),
    skillName,
    profession: WORDS.find(([, word]) => word.test(skillName))?.[0],
    doubleMarked: achievement.doubleMarked,
  };
}

/** An achievement to look at a template by, where there is none. */
export function sampleFacts(issuerName: string, skillName: string | null, level: number | null): BadgeFacts {
  const label = ['Awareness', 'Working', 'Practitioner', 'Expert'][(level ?? 3) - 1];
  return {
    issuerName,
    skillName: skillName?.trim() || 'Data modelling',
    ...(label && { level: level ?? 3, levelLabel: label }),
    profession: 'data',
    doubleMarked: true,
    year: 2026,
  };
}
