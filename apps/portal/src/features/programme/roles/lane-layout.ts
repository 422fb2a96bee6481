/** Measures of the drawing, in pixels: one lane a job role, its ladder from left to right. */
export const RUNG = { width: 162, height: 64 };
export const PITCH = { x: 192, y: 104 };
export const LABEL_WIDTH = 168;
const HEAD = 36;

export interface LaneRole {
  id: string;
  name: string;
  family: { id: string; name: string };
  levels: readonly { id: string; order: number }[];
}

export interface LaneLink {
  from: string;
  to: string;
  kind: 'LADDER' | 'LATERAL' | 'BRANCH';
}

export interface Lane {
  roleId: string;
  name: string;
  y: number;
  /** Name of the family where its first lane begins. */
  family: string | null;
}

export interface LaneLayout {
  lanes: Lane[];
  /** Column and lane of each rung, and where that is. */
  places: Map<string, { column: number; lane: number; x: number; y: number }>;
  width: number;
  height: number;
}

/**
 * Lanes in the framework's own order. A rung stands right of everything that leads up to it: the one below it on its
 * ladder, and what a ladder step to it comes from.
 */
export function layLanes(roles: readonly LaneRole[], links: readonly LaneLink[]): LaneLayout {
  const columns = columnsOf(roles, links);
  const places: LaneLayout['places'] = new Map();
  const lanes: Lane[] = [];
  let y = 0;
  for (const [lane, role] of roles.entries()) {
    const begins = role.family.id !== roles[lane - 1]?.family.id;
    if (begins) y += HEAD;
    lanes.push({ roleId: role.id, name: role.name, y, family: begins ? role.family.name : null });
    for (const level of role.levels) {
      const column = columns.get(level.id) ?? 0;
      places.set(level.id, { column, lane, x: LABEL_WIDTH + column * PITCH.x, y });
    }
    y += PITCH.y;
  }
  const last = Math.max(0, ...columns.values());
  return { lanes, places, width: LABEL_WIDTH + (last + 1) * PITCH.x, height: y };
}

function columnsOf(roles: readonly LaneRole[], links: readonly LaneLink[]): Map<string, number> {
  const columns = new Map<string, number>(roles.flatMap((role) => role.levels.map((level) => [level.id, 0] as const)));
  const ups = [
    ...roles.flatMap((role) =>
      role.levels.slice(1).map((level, at) => ({ from: role.levels[at]?.id ?? '', to: level.id })),
    ),
    ...links.filter((link) => link.kind === 'LADDER' && columns.has(link.from) && columns.has(link.to)),
  ];
  // A ladder never comes round, so that this ends; the count is for drawings of what should not be.
  for (let round = 0; round <= columns.size; round++) {
    let moved = false;
    for (const { from, to } of ups) {
      const least = (columns.get(from) ?? 0) + 1;
      if ((columns.get(to) ?? 0) >= least) continue;
      columns.set(to, least);
      moved = true;
    }
    if (!moved) break;
  }
  return columns;
}

/** The rung that an arrow key goes to: along the lane, or the nearest one in the lane above or below. */
export function neighbourOf(layout: LaneLayout, id: string, key: string): string | null {
  const here = layout.places.get(id);
  if (!here) return null;
  const rungs = [...layout.places].map(([rung, place]) => ({ rung, ...place }));
  const along = rungs.filter((rung) => rung.lane === here.lane).toSorted((a, b) => a.column - b.column);
  const at = along.findIndex(({ rung }) => rung === id);
  if (key === 'ArrowRight') return along[at + 1]?.rung ?? null;
  if (key === 'ArrowLeft') return along[at - 1]?.rung ?? null;
  if (key === 'Home') return along[0]?.rung ?? null;
  if (key === 'End') return along.at(-1)?.rung ?? null;
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return null;
  for (let lane = here.lane + by; lane >= 0 && lane < layout.lanes.length; lane += by) {
    const there = rungs.filter((rung) => rung.lane === lane);
    const nearest = there.toSorted((a, b) => Math.abs(a.column - here.column) - Math.abs(b.column - here.column))[0];
    if (nearest) return nearest.rung;
  }
  return null;
}
