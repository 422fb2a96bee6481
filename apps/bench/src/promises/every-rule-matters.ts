import { countedSpec } from './counted-spec.js';
import type { ProductPromise } from './promise.js';

/** Each rule of the product, each row-level policy and each right of a database role is changed once; all must be missed. */
export const everyRuleMatters: ProductPromise = {
  name: 'deleting any one rule or policy is noticed',
  target: '100 % of the changes',
  async keep() {
    const rules = await countedSpec('every-rule-matters', {});
    const rights = await countedSpec('what-the-database-refuses', {});
    const sum = (...parts: (number | undefined)[]) => parts.reduce<number>((all, part) => all + (part ?? 0), 0);
    const noticed = sum(rules.counts.rulesKilled, rules.counts.policiesKilled, rights.counts.noticed);
    const changed = sum(rules.counts.rules, rules.counts.policies, rights.counts.changed);
    const { unchanged, unchangedNoticed } = rules.counts;
    return {
      figure: noticed,
      n: changed,
      ok: rules.passed && rights.passed && changed > 0 && noticed === changed,
      control: `${unchangedNoticed ?? 0} of ${unchanged ?? 0} unchanged policies noticed`,
      controlHeld: (unchanged ?? 0) > 0 && unchangedNoticed === 0,
      ...(rules.passed && rights.passed ? {} : { why: `${rules.told}\n${rights.told}` }),
    };
  },
};
