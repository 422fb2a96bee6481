import { type Icon, IconBook2, IconCertificate, IconLadder, IconStack2, IconSubtask } from '@tabler/icons-react';

/** What can be found, in the order in which people mostly look for it. */
export const KINDS = ['ACHIEVEMENT', 'SKILL', 'JOB_ROLE', 'COURSE', 'FRAMEWORK'] as const;
export type Kind = (typeof KINDS)[number];

const PAGES: Record<Kind, string> = {
  ACHIEVEMENT: '/growth/achievements',
  SKILL: '/programme/skills',
  JOB_ROLE: '/programme/roles',
  COURSE: '/growth/courses',
  FRAMEWORK: '/programme/frameworks',
};

export const ICON_OF: Record<Kind, Icon> = {
  ACHIEVEMENT: IconCertificate,
  SKILL: IconSubtask,
  JOB_ROLE: IconLadder,
  COURSE: IconBook2,
  FRAMEWORK: IconStack2,
};

/** The page of a hit. */
export function addressOfHit({ kind, id }: { kind: Kind; id: string }): string {
  return `${PAGES[kind]}/${id}`;
}
