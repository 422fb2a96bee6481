import type { TFunction } from 'i18next';
import type { Cell } from './map-model.js';

/** What is said of a cell, and what is written beside its tile. */
export interface CellWords {
  readonly said: string;
  readonly to: string | null;
  readonly days: string | null;
}

/**
 * The words of cells. A map has thousands of cells and few kinds of them: those alike share their words, because making a
 * sentence costs more than drawing it.
 */
export function wordsOfCells(t: TFunction<'team'>): (cell: Cell) => CellWords {
  const known = new Map<string, CellWords>();
  return (cell) => {
    const { level, lapsed, goal, need, days, higher } = cell;
    const key = `${level} ${lapsed} ${goal} ${need} ${days} ${higher.map((other) => `${other.tile}${other.level}`).join()}`;
    let words = known.get(key);
    if (!words) known.set(key, (words = wordsOf(cell, t)));
    return words;
  };
}

function wordsOf({ level, lapsed, goal, need, days, higher }: Cell, t: TFunction<'team'>): CellWords {
  const wanted = Math.max(need, goal);
  const standing = lapsed > 0 ? t('cell.lapsed', { level: lapsed }) : level > 0 ? String(level) : t('cell.none');
  // t('team:cell.higher.verified') t('team:cell.higher.observed') t('team:cell.higher.claimed')
  const said = [
    standing,
    ...(wanted > level
      ? [goal >= need && goal > 0 ? t('cell.goal', { level: goal }) : t('cell.to', { level: wanted })]
      : []),
    ...higher.map((other) => t(`cell.higher.${other.tile}`, { level: other.level })),
    ...(days === null ? [] : [t('cell.daysLeft', { count: days })]),
  ];
  return {
    said: said.join(', '),
    to: wanted > level ? t('cell.to', { level: wanted }) : null,
    days: days === null ? null : t('cell.days', { count: days }),
  };
}
