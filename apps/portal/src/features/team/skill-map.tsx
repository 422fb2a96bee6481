import type { CoverChange, WhatIf } from '@assay/pathway';
import { type CSSProperties, memo, type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOfCells } from './cell-words.js';
import { MapRow } from './map-row.js';
import type { MapModel, SkillColumn, Tile } from './map-model.js';
import styles from './skill-map.module.css';
import { ROW_HEIGHT, useMapRows } from './use-map-rows.js';
import { useRoving } from './use-roving.js';
import type { useMapPlace } from './use-skill-map.js';

interface Props {
  model: MapModel;
  tile: Tile;
  /** The chosen cell; of no person, the whole column. */
  person: string | null;
  skill: string | null;
  go: ReturnType<typeof useMapPlace>[1];
  what: WhatIf | null;
  changes: readonly CoverChange[];
}

/** A real table with sticky heads; only the rows in sight are drawn. The arrow keys walk it, Enter opens a cell. */
export const SkillMap = memo(function SkillMap({ model, tile, person, skill, go, what, changes }: Props) {
  const { t } = useTranslation('team');
  const { people, columns } = model;
  const wordsOf = useMemo(() => wordsOfCells(t), [t]);
  const { scroller, onScroll, first, last, showRow } = useMapRows(people.length);
  const { table, at, onKeyDown, onFocus } = useRoving({ rows: people.length, columns: columns.length, showRow });
  const changed = useMemo(() => new Map(changes.map((change) => [change.skillId, change])), [changes]);
  const widths = useMemo(() => columns.map(widthOf), [columns]);
  const inHeads = at.row < 0;
  const inFoot = at.row >= people.length;
  const tabRow = inHeads || inFoot ? null : Math.min(Math.max(at.row, first), Math.max(first, last - 1));
  // One listener for all cells: one each would have to be made anew with every cell that is drawn.
  const onClick = ({ target }: MouseEvent) => {
    const { at: place, skill: head } = (target as Element).closest<HTMLElement>('button')?.dataset ?? {};
    const [row, column] = place?.split(' ').map(Number) ?? [];
    const skillId = head ?? columns[column ?? -1]?.skillId;
    if (skillId) go({ person: people[row ?? -1]?.id ?? null, skill: skillId });
  };
  // t('team:whatIf.row.LEAVES') t('team:whatIf.row.MOVES') t('team:whatIf.row.JOINS') t('team:whatIf.row.CERTIFIED')
  const said = what && t(`whatIf.row.${what.kind}`);
  return (
    <div className={styles.scroller} ref={scroller} onScroll={onScroll}>
      <table
        ref={table}
        className={styles.map}
        style={{ '--columns': `${widths.reduce((sum, width) => sum + width, 0)}px` } as CSSProperties}
        aria-label={t('map')}
        aria-rowcount={people.length + 2}
        aria-colcount={columns.length + 1}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <colgroup>
          <col className={styles.names} />
          {columns.map(({ skillId }, place) => (
            <col key={skillId} style={{ width: widths[place] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.corner}>
              {t('size', { people: people.length, skills: columns.length })}
            </th>
            {columns.map((column, place) => (
              <SkillHead
                key={column.skillId}
                column={column}
                at={`-1 ${place}`}
                inTabOrder={inHeads && at.column === place}
                change={changed.get(column.skillId)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap rows={first} columns={columns.length} />}
          {people.slice(first, last).map(({ id }, nth) => (
            <MapRow
              key={id}
              model={model}
              row={first + nth}
              tile={tile}
              tabColumn={first + nth === tabRow ? at.column : null}
              chosen={person === id ? skill : null}
              gone={what?.row === first + nth ? what.kind : null}
              said={what?.row === first + nth ? said : null}
              wordsOf={wordsOf}
            />
          ))}
          {last < people.length && <Gap rows={people.length - last} columns={columns.length} />}
        </tbody>
        <tfoot>
          <tr aria-rowindex={people.length + 2}>
            <th scope="row">
              {t('foot')}
              <small>{what ? t('footWhatIf') : t('footHint')}</small>
            </th>
            {columns.map((column, place) => (
              <CoverFoot
                key={column.skillId}
                column={column}
                at={`${people.length} ${place}`}
                inTabOrder={inFoot && at.column === place}
                change={changed.get(column.skillId)}
              />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
});

const [NARROWEST, WIDEST, A_LETTER, PADDING, LINES] = [80, 150, 7.4, 16, 4];

/** Fixed, so that nothing is measured when rows come into sight: room for the longest word, and for the name on few lines. */
function widthOf({ skill: { name } }: SkillColumn): number {
  const word = Math.max(...name.split(/\s/).map(({ length }) => length));
  const letters = Math.max(word, name.length / LINES);
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, letters * A_LETTER + PADDING)));
}

/** The height of rows that are not in sight. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tr aria-hidden className={styles.gap}>
      <td colSpan={columns + 1} style={{ height: rows * ROW_HEIGHT }}>
        {' '}
      </td>
    </tr>
  );
}

interface ColumnProps {
  column: SkillColumn;
  change: CoverChange | undefined;
  /** Its place, for the keys. */
  at: string;
  inTabOrder: boolean;
}

const isShort = ({ asked, covered }: { asked: number; covered: number }) => asked > 0 && covered < asked;

const SkillHead = memo(function SkillHead({ column, change, at, inTabOrder }: ColumnProps) {
  const { t } = useTranslation('team');
  const fell = change !== undefined && change.after.covered < change.before.covered && isShort(change.after);
  return (
    <th scope="col" data-short={fell}>
      <button
        type="button"
        className={styles.head}
        data-skill={column.skillId}
        data-at={at}
        tabIndex={inTabOrder ? 0 : -1}
      >
        {column.skill.name}
        <small>{column.asked > 0 ? t('wanted', { count: column.asked, level: column.highest }) : t('notWanted')}</small>
      </button>
    </th>
  );
});

const CoverFoot = memo(function CoverFoot({ column, change, at, inTabOrder }: ColumnProps) {
  const { t } = useTranslation('team');
  const { asked, covered } = change?.after ?? column;
  return (
    <td data-short={isShort({ asked, covered })}>
      <button
        type="button"
        className={styles.foot}
        data-skill={column.skillId}
        data-at={at}
        tabIndex={inTabOrder ? 0 : -1}
        aria-label={t('openCover', { skill: column.skill.name, covered, count: asked })}
      >
        <b>{covered}</b> {asked > 0 && t('of', { count: asked })}
        {change && <small>{t('was', { count: change.before.covered })}</small>}
      </button>
    </td>
  );
});
