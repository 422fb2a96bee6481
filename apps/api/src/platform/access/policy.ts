import type { Viewer } from './viewer.js';

type RowClass<Row> = abstract new (...args: never[]) => Row;
type Rule = (viewer: Viewer, row: never) => boolean;

/** action → rule, per class of row. Filled by the policy files when they load. */
const policies = new Map<RowClass<unknown>, Map<string, Rule>>();

/** States who may do something to one row, in one line: `allow('withdraw', Submission, (viewer, it) => viewer.isSelf(it.personId))`. */
export function allow<Row>(action: string, rowClass: RowClass<Row>, rule: (viewer: Viewer, row: Row) => boolean): void {
  const rules = policies.get(rowClass) ?? new Map<string, Rule>();
  if (rules.has(action)) throw new Error(`Two rules for ${action} on ${rowClass.name}.`);
  rules.set(action, rule as Rule);
  policies.set(rowClass, rules);
}

/** Whether the viewer may do this to this row. What no rule allows is not allowed; the system may. */
export function can<Row extends object>(viewer: Viewer, action: string, row: Row): boolean {
  if (viewer.kind === 'system') return true;
  const rule = policies.get(row.constructor as RowClass<Row>)?.get(action) as
    | ((v: Viewer, r: Row) => boolean)
    | undefined;
  return rule ? rule(viewer, row) : false;
}

/** Every action of the table that the viewer may take on this row; the API's `viewerCan`. */
export function viewerCan<Row extends object>(viewer: Viewer, row: Row): string[] {
  const rules = policies.get(row.constructor as RowClass<Row>);
  return rules ? [...rules.keys()].filter((action) => can(viewer, action, row)) : [];
}

/** Every rule there is, for the tests that look whether each of them matters. */
export function rulesInForce(): { rowClass: RowClass<object>; action: string }[] {
  return [...policies].flatMap(([rowClass, rules]) =>
    [...rules.keys()].map((action) => ({ rowClass: rowClass as RowClass<object>, action })),
  );
}

/** Looks while another rule stands in the place of one. Tests only: nothing changes a rule while the product runs. */
export function withRule<T>(rowClass: RowClass<object>, action: string, instead: () => boolean, look: () => T): T {
  const rules = policies.get(rowClass);
  const rule = rules?.get(action);
  if (!rules || !rule) throw new Error(`There is no rule for ${action} on ${rowClass.name}.`);
  rules.set(action, instead);
  try {
    return look();
  } finally {
    rules.set(action, rule);
  }
}
