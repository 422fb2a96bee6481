import type { WhatIf } from '@assay/pathway';
import { memo } from 'react';
import { LevelTile } from '../../components/level-tile.js';
import { StandingShape } from '../../components/standing-shape.js';
import { NameLink } from '../../components/text-link.js';
import type { CellWords } from './cell-words.js';
import { type Cell, cellAt, type MapModel, type Tile } from './map-model.js';
import styles from './skill-map.module.css';

interface Props {
  model: MapModel;
  row: number;
  tile: Tile;
  /** The cell that the Tab key reaches, where it is in this row; -1 is the name. */
  tabColumn: number | null;
  /** The skill of the chosen cell, where it is in this row. */
  chosen: string | null;
  gone: WhatIf['kind'] | null;
  /** What a what-if does to this person, in words. */
  said: string | null;
  wordsOf: (cell: Cell) => CellWords;
}

/**
 * One person. Drawn again only when something of this row changes, and its cells are plain elements: a map has thousands.
 * What is clicked is found by the table, from `data-at`.
 */
export const MapRow = memo(function MapRow({ model, row, tile, tabColumn, chosen, gone, said, wordsOf }: Props) {
  const person = model.people[row];
  if (!person) return null;
  const leaving = gone === 'LEAVES' || gone === 'MOVES';
  return (
    <tr aria-rowindex={row + 2} data-gone={leaving}>
      <th scope="row">
        <NameLink to={`/growth/colleagues/${person.id}`} data-at={`${row} -1`} tabIndex={tabColumn === -1 ? 0 : -1}>
          {person.name}
        </NameLink>
        <small data-what={gone !== null} data-leaving={leaving}>
          {said ?? person.jobTitle}
        </small>
      </th>
      {model.columns.map((column, place) => {
        const cell = cellAt(column, row, tile, model.asOf);
        const words = wordsOf(cell);
        return (
          <td key={column.skillId} data-chosen={chosen === column.skillId}>
            <button
              type="button"
              className={styles.cell}
              data-at={`${row} ${place}`}
              tabIndex={tabColumn === place ? 0 : -1}
              aria-label={`${person.name}, ${column.skill.name}, ${words.said}`}
            >
              <LevelTile level={cell.lapsed || cell.level} lapsed={cell.lapsed > 0} goal={cell.goal > 0} />
              <Notes cell={cell} words={words} />
            </button>
          </td>
        );
      })}
    </tr>
  );
});

/** What stands beside a tile; nothing beside most. */
function Notes({ cell: { higher, mustHave }, words: { to, days } }: { cell: Cell; words: CellWords }) {
  if (to === null && days === null && higher.length === 0) return null;
  return (
    <span className={styles.notes} aria-hidden>
      {to !== null && <span data-tone={mustHave ? 'red' : 'plain'}>{to}</span>}
      {higher.map((other) => (
        <span key={other.tile}>
          <StandingShape standing={other.tile} size={11} /> {other.level}
        </span>
      ))}
      {days !== null && <span data-tone="amber">{days}</span>}
    </span>
  );
}
