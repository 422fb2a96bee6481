import { coverOf, writeLevels } from '@assay/pathway';

export const MAP_LAYERS = ['VERIFIED', 'LAPSED', 'OBSERVED', 'CLAIMED'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** A row: somebody of the team. */
export interface MapPerson {
  id: string;
  name: string;
  jobTitle: string;
  levelId: string | null;
}

/** What a job role level asks of one skill. */
export interface MapAsk {
  levelId: string;
  skillId: string;
  ordinal: number;
  mustHave: boolean;
}

/** A layer as the database writes it: “person.skill.level.end”, each by its place from 1, the end in seconds. */
export interface MapCells {
  layer: MapLayer;
  cells: string | null;
}

interface MapEnd {
  row: number;
  at: Date;
}

/** A skill with a letter for each person: see `writeLevels`. */
export interface SkillMapColumn {
  skillId: string;
  asked: number;
  covered: number;
  highest: number | null;
  need: string;
  mustHave: string;
  verified: string;
  lapsed: string;
  observed: string;
  claimed: string;
  goal: string;
  ends: MapEnd[];
}

/** What the jobs of these people ask, by how many of them: the columns of the map where nobody chose any. */
export function mostAsked(people: readonly MapPerson[], asks: readonly MapAsk[]): string[] {
  const at = new Map<string | null, number>();
  for (const { levelId } of people) at.set(levelId, (at.get(levelId) ?? 0) + 1);
  const asked = new Map<string, number>();
  for (const { levelId, skillId } of asks) asked.set(skillId, (asked.get(skillId) ?? 0) + (at.get(levelId) ?? 0));
  return [...asked]
    .filter(([, many]) => many > 0)
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one.localeCompare(other))
    .map(([skillId]) => skillId);
}

/** The columns of these skills. A level that has ended counts for nothing and stands beside the others. */
export function mapColumns(
  people: readonly MapPerson[],
  skillIds: readonly string[],
  given: {
    asks: readonly MapAsk[];
    /** Levels of job roles that people aim at, by person. */
    goals: ReadonlyMap<string, string>;
    layers: readonly MapCells[];
    endsBefore: Date;
  },
): SkillMapColumn[] {
  const none = () => new Uint8Array(people.length);
  const places = new Map(skillIds.map((skillId, place) => [skillId, place]));
  const columns = skillIds.map((skillId) => ({
    skillId,
    ...{ need: none(), mustHave: none(), goal: none(), ends: [] as MapEnd[] },
    ...{ VERIFIED: none(), LAPSED: none(), OBSERVED: none(), CLAIMED: none() },
  }));
  const asksOf = asksByLevel(given.asks, places);
  for (const [row, person] of people.entries()) {
    for (const { place, ordinal, mustHave } of asksOf.get(person.levelId ?? '') ?? []) {
      const column = columns[place];
      if (!column) continue;
      column.need[row] = ordinal;
      column.mustHave[row] = mustHave ? 1 : 0;
    }
    const goal = given.goals.get(person.id);
    if (goal === undefined) continue;
    for (const { place, ordinal } of asksOf.get(goal) ?? []) {
      const column = columns[place];
      if (column) column.goal[row] = ordinal;
    }
  }
  for (const { layer, cells } of given.layers)
    readCells(cells ?? '', (row, place, ordinal, end) => {
      const column = columns[place - 1];
      if (!column) return;
      column[layer][row - 1] = ordinal;
      const at = end === null ? null : new Date(end * 1000);
      if (at && at < given.endsBefore) column.ends.push({ row: row - 1, at });
    });
  const covers = coverOf(columns.map(({ skillId, need, VERIFIED }) => ({ skillId, need, verified: VERIFIED })));
  return columns.map(({ skillId, ends, ...levels }, place) => ({
    ...{ skillId, ends, asked: covers[place]?.asked ?? 0, covered: covers[place]?.covered ?? 0 },
    highest: levels.need.reduce((most, level) => Math.max(most, level), 0) || null,
    need: writeLevels(levels.need),
    mustHave: writeLevels(levels.mustHave),
    verified: writeLevels(levels.VERIFIED),
    lapsed: writeLevels(levels.LAPSED),
    observed: writeLevels(levels.OBSERVED),
    claimed: writeLevels(levels.CLAIMED),
    goal: writeLevels(levels.goal),
  }));
}

/** What a level asks of the skills that are shown, by the place of their columns: looked up once and not for each person. */
function asksByLevel(
  asks: readonly MapAsk[],
  places: ReadonlyMap<string, number>,
): Map<string, { place: number; ordinal: number; mustHave: boolean }[]> {
  const byLevel = new Map<string, { place: number; ordinal: number; mustHave: boolean }[]>();
  for (const { levelId, skillId, ordinal, mustHave } of asks) {
    const place = places.get(skillId);
    if (place === undefined) continue;
    const known = byLevel.get(levelId);
    if (known) known.push({ place, ordinal, mustHave });
    else byLevel.set(levelId, [{ place, ordinal, mustHave }]);
  }
  return byLevel;
}

const SPACE = 32;
const DOT = 46;
const ZERO = 48;

/** Number by number, as there are tens of thousands: cut into texts first, this was most of what a map costs here. */
function readCells(
  cells: string,
  each: (row: number, place: number, ordinal: number, end: number | null) => void,
): void {
  const said = [0, 0, 0, 0];
  let at = 0;
  for (let nth = 0; nth <= cells.length; nth += 1) {
    const code = nth < cells.length ? cells.charCodeAt(nth) : SPACE;
    if (code === DOT) {
      at += 1;
      said[at] = 0;
    } else if (code !== SPACE) said[at] = (said[at] ?? 0) * 10 + code - ZERO;
    else {
      const [row = 0, place = 0, ordinal = 0, end = 0] = said;
      if (row > 0) each(row, place, ordinal, at === 3 ? end : null);
      at = 0;
      said[0] = 0;
    }
  }
}
