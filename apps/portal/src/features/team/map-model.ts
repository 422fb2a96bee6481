import {
  changesOf,
  type CoverChange,
  type MapColumn,
  readLevels,
  talliesOf,
  type Tally,
  type WhatIf,
} from '@assay/pathway';
import type { SkillMapAnswer } from './team.documents.js';

const DAY = 86_400_000;

export const TILES = ['verified', 'observed', 'claimed'] as const;
/** Which layer stands in the tiles; the others are marks beside it. */
export type Tile = (typeof TILES)[number];

export interface SkillColumn extends MapColumn {
  readonly skill: SkillMapAnswer['columns'][number]['skill'];
  readonly asked: number;
  readonly covered: number;
  readonly highest: number | null;
  readonly mustHave: readonly number[];
  readonly lapsed: readonly number[];
  readonly observed: readonly number[];
  readonly claimed: readonly number[];
  readonly goal: readonly number[];
  /** The day after which it no longer counts, by row. */
  readonly ends: ReadonlyMap<number, string>;
}

export interface MapModel {
  readonly asOf: string;
  /** Of an earlier day: when anything was recorded first. */
  readonly firstRecord: string | null;
  readonly size: number;
  readonly people: SkillMapAnswer['people'];
  readonly further: SkillMapAnswer['further'];
  readonly columns: readonly SkillColumn[];
  /** What is counted of each column, for a what-if to go on from. */
  readonly tallies: readonly Tally[];
}

export function modelOf({ asOf, firstRecord, size, people, further, columns }: SkillMapAnswer): MapModel {
  const read = columns.map(
    (column): SkillColumn => ({
      ...{ skill: column.skill, skillId: column.skill.id, asked: column.asked, covered: column.covered },
      highest: column.highest,
      need: readLevels(column.need),
      mustHave: readLevels(column.mustHave),
      verified: readLevels(column.verified),
      lapsed: readLevels(column.lapsed),
      observed: readLevels(column.observed),
      claimed: readLevels(column.claimed),
      goal: readLevels(column.goal),
      ends: new Map(column.ends.map(({ row, at }) => [row, at])),
    }),
  );
  return { asOf, firstRecord, size, people, further, columns: read, tallies: talliesOf(read) };
}

/** One person and one skill as a tile and the marks beside it. */
export interface Cell {
  readonly level: number;
  /** A verified level that has ended, where none counts any more; 0 where there is none. */
  readonly lapsed: number;
  readonly need: number;
  readonly goal: number;
  readonly mustHave: boolean;
  /** Other layers that say more than the tile. */
  readonly higher: readonly { readonly tile: Tile; readonly level: number }[];
  /** Days until a verified level ends, where that is soon. */
  readonly days: number | null;
}

export function cellAt(column: SkillColumn, row: number, tile: Tile, asOf: string): Cell {
  const level = column[tile][row] ?? 0;
  const verified = column.verified[row] ?? 0;
  return {
    level,
    lapsed: tile === 'verified' && verified === 0 ? (column.lapsed[row] ?? 0) : 0,
    need: column.need[row] ?? 0,
    goal: column.goal[row] ?? 0,
    mustHave: column.mustHave[row] === 1,
    higher: TILES.filter((each) => each !== tile).flatMap((each) => {
      const other = column[each][row] ?? 0;
      return other > level ? [{ tile: each, level: other }] : [];
    }),
    days: verified > 0 ? daysUntil(column.ends.get(row), asOf) : null,
  };
}

function daysUntil(end: string | undefined, asOf: string): number | null {
  return end === undefined ? null : Math.ceil((Date.parse(end) - Date.parse(asOf)) / DAY);
}

export interface Ending {
  readonly row: number;
  readonly column: SkillColumn;
  readonly days: number;
}

/** Verified levels that end within so many days, the next one first; and those that have ended. */
export function endings({ columns, asOf }: MapModel, within: number): { soon: Ending[]; ended: Ending[] } {
  const all = columns.flatMap((column) =>
    [...column.ends].map(([row, at]) => ({ row, column, days: daysUntil(at, asOf) ?? 0 })),
  );
  return {
    soon: all
      .filter(({ row, column, days }) => (column.verified[row] ?? 0) > 0 && days > 0 && days <= within)
      .sort((one, other) => one.days - other.days),
    ended: all
      .filter(({ row, column }) => (column.verified[row] ?? 0) === 0)
      .sort((one, other) => other.days - one.days),
  };
}

/** Somebody who could cover a skill, the level they are verified at, and the level that would cover it. */
export interface Near {
  readonly row: number;
  readonly level: number;
  readonly wanted: number;
}

/** Who could cover a skill next: those short of what their own job asks, else of what is lost; the least short first. */
export function nearest({ need, verified, observed, claimed }: SkillColumn, lost: number): Near | undefined {
  const said = (row: number) => Math.max(observed[row] ?? 0, claimed[row] ?? 0);
  const sooner = (one: Near, other: Near) =>
    one.wanted - one.level - (other.wanted - other.level) || other.level - one.level || said(other.row) - said(one.row);
  // One walk for each question: sorting thousands to take the first would hold up the click.
  const first = (wantedOf: (row: number) => number) => {
    let found: Near | undefined;
    for (const [row, level] of verified.entries()) {
      const each = { row, level, wanted: wantedOf(row) };
      if (row !== lost && level < each.wanted && (!found || sooner(each, found) < 0)) found = each;
    }
    return found;
  };
  return first((row) => need[row] ?? 0) ?? first(() => need[lost] ?? 0);
}

/** The name that people call a level. */
export function levelName({ skill }: SkillColumn, ordinal: number): string {
  return skill.framework.scale.levels.find((level) => level.ordinal === ordinal)?.label ?? String(ordinal);
}

/** What a what-if changes, and how many milliseconds it took to work out here. */
export function workOut(
  { columns, tallies }: MapModel,
  what: WhatIf | null,
): { changes: readonly CoverChange[]; ms: number } {
  const begun = performance.now();
  const changes = what ? changesOf(columns, what, tallies) : [];
  return { changes, ms: performance.now() - begun };
}
