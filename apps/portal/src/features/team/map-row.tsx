import type { WhatIf } from '@assay/pathway';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../components/level-tile.js';
import { StandingShape } from '../../components/standing-shape.js';
import { NameLink } from '../../components/text-link.js';
import { cellAt, type Cell, type MapModel, type SkillColumn, type Tile } from './map-model.js';
import styles from './skill-map.module.css';

interface Props {
  model: MapModel;
  row: number;
  tile: Tile;
  /** The cell that the Tab key reaches, where it is in this row. */
  tabColumn: number | null;
  /** The skill of the chosen cell, where it is in this row. */
  chosen: string | null;
  gone: WhatIf['kind'] | null;
  onSelect: (person: string | null, skill: string) => void;
}

/** One person. Drawn again only when something of this row changes: a map has thousands of cells. */
export const MapRow = memo(function MapRow({ model, row, tile, tabColumn, chosen, gone, onSelect }: Props) {
  const { t } = useTranslation('team');
  const person = model.people[row];
  if (!person) return null;
  // t('team:whatIf.row.LEAVES') t('team:whatIf.row.MOVES') t('team:whatIf.row.JOINS') t('team:whatIf.row.CERTIFIED')
  const leaving = gone === 'LEAVES' || gone === 'MOVES';
  return (
    <tr aria-rowindex={row + 2} data-gone={leaving}>
      <th scope="row">
        <NameLink to={`/growth/colleagues/${person.id}`}>{person.name}</NameLink>
        <small data-what={gone !== null} data-leaving={leaving}>
          {gone ? t(`whatIf.row.${gone}`) : person.jobTitle}
        </small>
      </th>
      {model.columns.map((column, place) => (
        <td key={column.skillId} data-chosen={chosen === column.skillId}>
          <CellButton
            column={column}
            cell={cellAt(column, row, tile, model.asOf)}
            name={person.name}
            at={`${row} ${place}`}
            inTabOrder={tabColumn === place}
            onSelect={() => onSelect(person.id, column.skillId)}
          />
        </td>
      ))}
    </tr>
  );
});

interface CellProps {
  column: SkillColumn;
  cell: Cell;
  name: string;
  at: string;
  inTabOrder: boolean;
  onSelect: () => void;
}

function CellButton({ column, cell, name, at, inTabOrder, onSelect }: CellProps) {
  const { t } = useTranslation('team');
  const { level, lapsed, goal, need, mustHave, higher, days } = cell;
  const wanted = Math.max(need, goal);
  const said = lapsed > 0 ? t('cell.lapsed', { level: lapsed }) : level > 0 ? String(level) : t('cell.none');
  // t('team:cell.higher.verified') t('team:cell.higher.observed') t('team:cell.higher.claimed')
  const words = [
    said,
    ...(wanted > level
      ? [goal >= need && goal > 0 ? t('cell.goal', { level: goal }) : t('cell.to', { level: wanted })]
      : []),
    ...higher.map((other) => t(`cell.higher.${other.tile}`, { level: other.level })),
    ...(days === null ? [] : [t('cell.daysLeft', { count: days })]),
  ];
  return (
    <button
      type="button"
      className={styles.cell}
      data-at={at}
      tabIndex={inTabOrder ? 0 : -1}
      onClick={onSelect}
      aria-label={[name, column.skill.name, ...words].join(', ')}
    >
      <LevelTile level={lapsed || level} lapsed={lapsed > 0} goal={goal > 0} />
      <span className={styles.notes} aria-hidden>
        {wanted > level && <span data-tone={mustHave ? 'red' : 'plain'}>{t('cell.to', { level: wanted })}</span>}
        {higher.map((other) => (
          <span key={other.tile}>
            <StandingShape standing={other.tile} size={11} /> {other.level}
          </span>
        ))}
        {days !== null && <span data-tone="amber">{t('cell.days', { count: days })}</span>}
      </span>
    </button>
  );
}
