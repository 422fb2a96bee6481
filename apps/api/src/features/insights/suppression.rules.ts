/** A number of people below this tells of somebody. Nobody at all tells of nobody. */
export const FEWEST = 5;

export const tellable = (count: number): boolean => count === 0 || count >= FEWEST;

/** A group of a tree of groups. Counts are of those directly in it; those further down come on top. */
export interface Group {
  id: string;
  parentId: string | null;
  /** People, cut into kinds that exclude each other, such as those who meet a need and those who do not. */
  counts: readonly number[];
}

/** How much of a figure can be told. FEW: fewer than five. ALL_BUT_FEW: all but fewer than five. HIDDEN: it would tell of others. */
export const BANDS = ['FEW', 'ALL_BUT_FEW', 'HIDDEN'] as const;
export type Band = (typeof BANDS)[number];

/** A part of a group as far as it can be told. */
export interface Told {
  /** Null where the group itself cannot be told. */
  of: number | null;
  part: number | null;
  band: Band | null;
}

interface Node {
  group: Group;
  total: number[];
  below: Node[];
}

/**
 * Which groups of a tree can be told with all their counts. Besides being tellable itself, what is left of a group when the
 * shown ones below it are taken away must be: every number that anybody can work out by adding and taking away shown ones is
 * a sum of such rests, so none of them is between one and four people. A group is told only where the one above it is.
 */
export function tellableGroups(groups: readonly Group[]): ReadonlySet<string> {
  const shown = new Set<string>();
  const decide = (node: Node) => {
    shown.add(node.group.id);
    const below = node.below
      .filter(({ total }) => total.every(tellable))
      .sort((one, other) => sum(other.total) - sum(one.total) || (one.group.id < other.group.id ? -1 : 1));
    while (!restOf(node, below).every(tellable)) below.pop();
    below.forEach(decide);
  };
  for (const root of treeOf(groups)) if (root.total.every(tellable)) decide(root);
  return shown;
}

/** For groups of a tree: how many are in each, how many of them are of the first kind, and what of that can be told. */
export function toldParts(
  groups: readonly (Omit<Group, 'counts'> & { of: number; part: number })[],
): Map<string, Told> {
  const sizes = tellableGroups(groups.map(({ of, ...group }) => ({ ...group, counts: [of] })));
  // Where the size is not told, its parts are not: its people count as the rest of what stands above it.
  const inSight = upTo(groups, sizes);
  const parts = tellableGroups(inSight.map(({ of, part, ...group }) => ({ ...group, counts: [part, of - part] })));
  const totals = new Map(
    flat(treeOf(groups.map(({ of, part, ...group }) => ({ ...group, counts: [of, part] })))).map(({ group, total }) => [
      group.id,
      total as [number, number],
    ]),
  );
  return new Map(
    groups.map(({ id }): [string, Told] => {
      const [of, part] = totals.get(id) ?? [0, 0];
      if (!sizes.has(id)) return [id, { of: null, part: null, band: 'HIDDEN' }];
      if (parts.has(id)) return [id, { of, part, band: null }];
      return [id, { of, part: null, band: bandOf(part, of) }];
    }),
  );
}

/** One group that stands for itself. */
export function toldPart(part: number, of: number): Told {
  return toldParts([{ id: '', parentId: null, of, part }]).get('') ?? { of: null, part: null, band: 'HIDDEN' };
}

/** What the band of a part says of the rest of its group. */
export function otherwise(band: Band | null): Band | null {
  if (band === 'FEW') return 'ALL_BUT_FEW';
  return band === 'ALL_BUT_FEW' ? 'FEW' : band;
}

/** In words for a cell: what is told by a band anyway. */
export function rangeOf(band: Band | null, of: number | null): string {
  const few = `1 to ${FEWEST - 1}`;
  if (band === 'FEW') return few;
  if (band === 'ALL_BUT_FEW' && of !== null) return `${of - FEWEST + 1} to ${of - 1}`;
  return 'not told';
}

/** What jobs ask of a skill and who is verified, as far as it can be told. */
export interface ToldDemand extends Told {
  /** People verified at any level, whatever their job asks. */
  holders: number | null;
  holdersBand: Band | null;
}

export function toldDemand(asked: number, met: number, holders: number): ToldDemand {
  const told = toldPart(met, asked);
  // Whoever is verified at the level asked is a holder, too: the two numbers are also one apart from the other.
  const apart = tellable(holders) && (told.part === null || tellable(holders - met));
  return {
    ...told,
    holders: apart ? holders : null,
    holdersBand: apart ? null : tellable(holders) ? 'HIDDEN' : 'FEW',
  };
}

/**
 * What a list can be put in order by, in SQL: a number that is not told counts as one that its range allows, the same for
 * all of them, or its place between two others and its cursor would tell it.
 */
export const toldCountSql = (count: string) =>
  `CASE WHEN ${count} BETWEEN 1 AND ${FEWEST - 1} THEN ${FEWEST - 1} ELSE ${count} END`;

/** The same of a gap: those of whom something is asked, without those who meet it. */
export const toldGapSql = (asked: string, met: string) =>
  `CASE WHEN ${asked} BETWEEN 1 AND ${FEWEST - 1} THEN ${FEWEST - 1} WHEN ${met} BETWEEN 1 AND ${FEWEST - 1} THEN ${asked}
     ELSE ${toldCountSql(`${asked} - ${met}`)} END`;

function bandOf(part: number, of: number): Band {
  if (part < FEWEST) return 'FEW';
  return of - part < FEWEST ? 'ALL_BUT_FEW' : 'HIDDEN';
}

/** Groups that are not in sight are counted with the nearest one above that is. */
function upTo<Each extends { id: string; parentId: string | null; of: number; part: number }>(
  groups: readonly Each[],
  sight: ReadonlySet<string>,
): Each[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const kept = new Map(groups.filter(({ id }) => sight.has(id)).map((group) => [group.id, { ...group }]));
  for (const group of groups) {
    if (sight.has(group.id)) continue;
    let above = group.parentId;
    while (above !== null && !kept.has(above)) above = byId.get(above)?.parentId ?? null;
    const into = above === null ? undefined : kept.get(above);
    if (!into) continue;
    into.of += group.of;
    into.part += group.part;
  }
  return [...kept.values()];
}

/** What stands under something that is not there stands at the top. */
function treeOf(groups: readonly Group[]): Node[] {
  const nodes = new Map(groups.map((group) => [group.id, { group, total: [...group.counts], below: [] } as Node]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const above = node.group.parentId === null ? undefined : nodes.get(node.group.parentId);
    if (above) above.below.push(node);
    else roots.push(node);
  }
  const add = (node: Node): number[] => {
    for (const each of node.below)
      add(each).forEach((count, kind) => (node.total[kind] = (node.total[kind] ?? 0) + count));
    return node.total;
  };
  roots.forEach(add);
  return roots;
}

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.below)]);

const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);

function restOf(node: Node, shown: readonly Node[]): number[] {
  return node.total.map((count, kind) => count - sum(shown.map(({ total }) => total[kind] ?? 0)));
}
