import { achievementsIn, partOf, type StackRow, type StackRule, wrongShapes } from '@assay/pathway';
import type { AchievementRoute } from './achievement-version.entity.js';

const MOST_ROWS = 60;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A rule as people write it: its parts row by row. */
export interface StackRuleChange {
  parts: StackRow[];
  notBoth: { one: string; other: string }[];
  partsMustBe: StackRule['partsMustBe'];
  maxAgeMonths?: number | null;
  countedOnce: boolean;
}

/** The rule of these rows, or which row is out of place. */
export function ruleOf({
  parts,
  notBoth,
  partsMustBe,
  maxAgeMonths,
  countedOnce,
}: StackRuleChange): StackRule | { field: string; message: string } {
  const asks = partOf(parts);
  if ('problem' in asks) return { field: `stackRule.parts.${asks.row}`, message: asks.problem };
  return {
    asks,
    notBoth: notBoth.map(({ one, other }): [string, string] => [one, other]),
    partsMustBe,
    maxAgeMonths: maxAgeMonths ?? null,
    countedOnce,
  };
}

/** A rule and its route go together: who sets one sets the other. */
export function stackColumns(
  draft: { route: AchievementRoute },
  change: StackRuleChange | null | undefined,
): { route?: AchievementRoute; stackRule?: StackRule | null } {
  if (change === undefined) return {};
  if (change === null) return { stackRule: null, ...(draft.route === 'STACK' && { route: 'PORTFOLIO' }) };
  const rule = ruleOf(change);
  return 'asks' in rule ? { stackRule: rule, route: 'STACK' } : {};
}

/** What can never be right about a rule, even in a draft. */
export function stackRuleProblems(change: StackRuleChange | null | undefined): { field: string; message: string }[] {
  if (!change) return [];
  if (change.parts.length > MOST_ROWS)
    return [{ field: 'stackRule.parts', message: `A rule has at most ${MOST_ROWS} parts.` }];
  const rule = ruleOf(change);
  if (!('asks' in rule)) return [rule];
  const strangers = [...achievementsIn(rule.asks), ...rule.notBoth.flat()].filter((id) => !ID.test(id));
  if (strangers.length)
    return [{ field: 'stackRule.parts', message: 'A part names something that is no achievement.' }];
  return wrongShapes(rule).map(({ path, message }) => ({ field: `stackRule.${path}`, message }));
}
