import { coverOf, writeLevels } from '@assay/pathway';

export const MAP_LAYERS = ['VERIFIED', 'LAPSED', 'OBSERVED', 'CLAIMED'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** A row: somebody of the team. */
export interface MapPerson {
  id: string;
  name: string;
  jobTitle: string;
  unitId: string | null;
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
  const none = () => Array.from({ length: people.length }, () => 0);
  const places = new Map(skillIds.map((skillId, place) => [skillId, place]));
  const columns = skillIds.map((skillId) => ({
    skillId,
    ...{ need: none(), mustHave: none(), goal: none(), ends: [] as MapEnd[] },
    ...{ VERIFIED: none(), LAPSED: none(), OBSERVED: none(), CLAIMED: none() },
  }));
  const asksOf = grouped(given.asks);
  for (const [row, person] of people.entries()) {
    for (const { skillId, ordinal, mustHave } of asksOf.get(person.levelId ?? '') ?? []) {
      const column = columns[places.get(skillId) ?? -1];
      if (!column) continue;
      column.need[row] = ordinal;
      column.mustHave[row] = mustHave ? 1 : 0;
    }
    for (const { skillId, ordinal } of asksOf.get(given.goals.get(person.id) ?? '') ?? []) {
      const column = columns[places.get(skillId) ?? -1];
      if (column) column.goal[row] = ordinal;
    }
  }
  for (const { layer, cells } of given.layers)
    for (const cell of cells === null ? [] : cells.split(' ')) {
      const [row = 0, place = 0, ordinal = 0, end] = cell.split('.').map(Number);
      const column = columns[place - 1];
      if (!column) continue;
      column[layer][row - 1] = ordinal;
      const at = end === undefined ? null : new Date(end * 1000);
      if (at && at < given.endsBefore) column.ends.push({ row: row - 1, at });
    }
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

function grouped(asks: readonly MapAsk[]): Map<string, MapAsk[]> {
  const byLevel = new Map<string, MapAsk[]>();
  for (const ask of asks) {
    const known = byLevel.get(ask.levelId);
    if (known) known.push(ask);
    else byLevel.set(ask.levelId, [ask]);
  }
  return byLevel;
}
