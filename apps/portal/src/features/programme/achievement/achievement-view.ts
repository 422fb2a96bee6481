import type { ResultOf } from '../../../lib/graphql.js';
import type { ACHIEVEMENT } from './achievement.documents.js';

type Version = NonNullable<ResultOf<typeof ACHIEVEMENT>['achievementVersion']>;

/** What an employee reads of an achievement; the designer shows the same while it is being written. */
export type AchievementView = Pick<
  Version,
  | 'description'
  | 'outcomes'
  | 'evidenceAsked'
  | 'cutScore'
  | 'validityMonths'
  | 'evidenceMaxAgeMonths'
  | 'route'
  | 'markingPolicy'
  | 'descriptors'
> & {
  criteria: readonly ViewCriterion[];
  /** Rules about evidence as sentences; not while they are being written. */
  enough?: readonly string[];
};

interface ViewCriterion {
  id: string;
  title: string;
  description: string;
  weight: number;
  mustReach: number | null;
  levels: readonly { id: string; ordinal: number; label: string; descriptor: string; isCompetent: boolean }[];
}
