import type { DefinitiveLevel } from './exemplar.entity.js';

export interface JudgedCriterion {
  criterionId: string;
  given: number | null;
  definitive: number | null;
  /** Given less definitive; null where one of them does not apply. */
  difference: number | null;
  within: boolean;
  reason: string;
}

/** Where a judgement differs from what an exemplar is worth, criterion by criterion. */
export function compared(
  given: readonly { criterionId: string; level: number | null }[],
  definitive: readonly DefinitiveLevel[],
  tolerance: number,
): JudgedCriterion[] {
  return definitive.map(({ criterionId, level, reason }) => {
    const own = given.find((each) => each.criterionId === criterionId)?.level ?? null;
    const difference = own === null || level === null ? null : own - level;
    const within = difference === null ? own === level : Math.abs(difference) <= tolerance;
    return { criterionId, given: own, definitive: level, difference, within, reason };
  });
}

/** An exemplar was judged well when no criterion is further off than the tolerance. */
export const isWithin = (criteria: readonly JudgedCriterion[]): boolean => criteria.every(({ within }) => within);

/** How far somebody's levels lie from the definitive ones: above or below on the whole, and apart either way. */
export function biasOf(criteria: readonly JudgedCriterion[]): {
  bias: number | null;
  apart: number | null;
  exact: number | null;
} {
  const differences = criteria.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const n = differences.length;
  if (n === 0) return { bias: null, apart: null, exact: null };
  const sum = (of: (each: number) => number) => differences.reduce((all, each) => all + of(each), 0);
  return {
    bias: sum((each) => each) / n,
    apart: sum(Math.abs) / n,
    exact: differences.filter((each) => each === 0).length / n,
  };
}

/** Words without a person's name and address: what they are called, in whole and in parts, becomes "the candidate". */
export function withoutNames(text: string, names: readonly string[]): string {
  const parts = names.flatMap((name) => [name, ...name.split(/[\s@.]+/)]).filter((part) => part.length > 2);
  const longestFirst = [...new Set(parts)].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((left, part) => {
    const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'), 'the candidate');
  }, text);
}
