import type { FactsOf, StackRule } from './stack.js';
import { StackSearch, TooManyWays } from './stack-search.js';

/** What is still missing, in the fewest possible. */
export interface Completions {
  /** 0: complete. Null: no choice of achievements completes it. */
  toGo: number | null;
  /** The smallest sets that complete it, in the order of the rule; one empty set when it is complete. */
  sets: string[][];
  /** Whether there are more of that size than are given. */
  more: boolean;
  /** False: there are too many ways to look at each; `toGo` is then the least that it can be, and no sets are given. */
  exact: boolean;
}

const MOST_SETS = 20;

/** Whether what counts completes the rule; null when there are too many ways to tell. */
export function isComplete(rule: StackRule, factsOf: FactsOf, counted: ReadonlySet<string>): boolean | null {
  try {
    const search = new StackSearch(rule, factsOf);
    return search.isComplete(search.bitsOf(counted));
  } catch (error) {
    if (error instanceof TooManyWays) return null;
    throw error;
  }
}

/**
 * "2 to go": the smallest sets of further achievements that complete the rule. Exact: sizes are tried from a bound that no
 * completion is below, and of each size every set that the bound does not rule out.
 */
export function smallestCompletions(
  rule: StackRule,
  factsOf: FactsOf,
  counted: ReadonlySet<string>,
  most = MOST_SETS,
): Completions {
  let toGo = 0;
  try {
    const search = new StackSearch(rule, factsOf);
    const held = search.bitsOf(counted);
    toGo = search.atLeastMissing(held);
    if (!Number.isFinite(toGo) || !search.isComplete(search.everything))
      return { toGo: null, sets: [], more: false, exact: true };
    for (; toGo <= search.ids.length; toGo++) {
      const sets: string[][] = [];
      for (const bits of search.completions(held, toGo)) {
        if (sets.length === most) return { toGo, sets, more: true, exact: true };
        sets.push(search.namesOf(bits));
      }
      if (sets.length) return { toGo, sets, more: false, exact: true };
    }
    return { toGo: null, sets: [], more: false, exact: true };
  } catch (error) {
    if (error instanceof TooManyWays) return { toGo, sets: [], more: false, exact: false };
    throw error;
  }
}
