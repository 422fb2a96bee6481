interface Unit {
  id: string;
  name: string;
  parentId: string | null;
}

/** One row of the tree as it stands on the screen. */
export interface TreeRow<Item extends Unit = Unit> {
  unit: Item;
  /** 1 at the top. */
  level: number;
  /** Place among its siblings, from 1, and how many there are. */
  place: number;
  siblings: number;
  /** Null when nothing is below it. */
  expanded: boolean | null;
}

/** The rows that show: every unit whose way up is unfolded. A unit whose parent is not among them stands at the top. */
export function visibleRows<Item extends Unit>(units: readonly Item[], open: ReadonlySet<string>): TreeRow<Item>[] {
  const below = childrenOf(units);
  const rows: TreeRow<Item>[] = [];
  const walk = (siblings: readonly Item[], level: number): void => {
    siblings.forEach((unit, index) => {
      const children = below.get(unit.id) ?? [];
      const expanded = children.length > 0 ? open.has(unit.id) : null;
      rows.push({ unit, level, place: index + 1, siblings: siblings.length, expanded });
      if (expanded) walk(children, level + 1);
    });
  };
  walk(below.get(null) ?? [], 1);
  return rows;
}

/** The unit and everything below it. */
export function branchOf(units: readonly Unit[], id: string): Set<string> {
  const below = childrenOf(units);
  const found = new Set<string>();
  const walk = (unitId: string): void => {
    if (found.has(unitId)) return;
    found.add(unitId);
    for (const child of below.get(unitId) ?? []) walk(child.id);
  };
  walk(id);
  return found;
}

/** Whether it can go there: not into its own branch, and not where it is. */
export function canMoveTo(units: readonly Unit[], id: string, parentId: string | null): boolean {
  const unit = units.find((each) => each.id === id);
  if (!unit || unit.parentId === parentId) return false;
  return parentId === null || !branchOf(units, id).has(parentId);
}

/** Everything above it, nearest first. */
export function aboveOf(units: readonly Unit[], id: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const above: string[] = [];
  let parent = byId.get(id)?.parentId ?? null;
  while (parent !== null && !above.includes(parent) && byId.has(parent)) {
    above.push(parent);
    parent = byId.get(parent)?.parentId ?? null;
  }
  return above;
}

/** Type-ahead: the next row after `from` whose name begins so, around the end. */
export function nextByName(rows: readonly TreeRow[], from: number, typed: string): number | null {
  const wanted = typed.toLocaleLowerCase();
  for (let step = typed.length > 1 ? 0 : 1; step <= rows.length; step += 1) {
    const at = (from + step) % rows.length;
    if (rows[at]?.unit.name.toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return null;
}

function childrenOf<Item extends Unit>(units: readonly Item[]): Map<string | null, Item[]> {
  const known = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, Item[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(unit);
    else below.set(parent, [unit]);
  }
  for (const siblings of below.values()) siblings.sort((one, other) => one.name.localeCompare(other.name));
  return below;
}
