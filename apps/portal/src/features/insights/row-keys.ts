import type { VariablesOf } from '../../lib/graphql.js';
import type { INSIGHT_ROWS } from './insights.documents.js';

type RowKey = VariablesOf<typeof INSIGHT_ROWS>['key'];

const ALL: Record<RowKey, true> = {
  ...{ COMPETENCY: true, UNCOVERED: true, THIN_COVER: true, EXPIRING_90: true, EXPIRING_180: true, MOBILITY: true },
  ...{ INTERNAL_FILL: true, SKILL_ASKED: true, SKILL_MET: true, SKILL_HELD: true, UNIT_ASKED: true },
  ...{ SKILL_GAP: true, SKILL_LEVELS: true, HOLDERS: true, BADGE_HOLDERS: true, UNIT_NEEDS: true, LEVEL_PEOPLE: true },
  ...{
    THERE: true,
    READY: true,
    BENCH: true,
    BEGUN: true,
    HANDED_IN: true,
    ANSWERED: true,
    PASSED: true,
    ISSUED: true,
  },
  ...{ FIRST_PASS: true, TURNAROUND: true, ON_TIME: true, BADGES_ISSUED: true, PRIOR_LEARNING: true },
  ...{ COURSES_COMPLETED: true, RENEWALS: true, APPEALED: true, UPHELD: true, GAP_CLOSED: true },
};

/** Every kind of rows that an address can name. */
export const ROW_KEYS = Object.keys(ALL) as RowKey[];
