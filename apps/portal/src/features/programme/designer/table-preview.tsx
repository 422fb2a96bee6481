import { readRubricTable, rubricOfTable, type RubricTable, type TableRole, type TableWishes } from '@assay/rubric';
import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { rubricOfSheet, type RubricSheet } from './rubric-sheet.js';
import { newId } from './use-rubric-sheet.js';
import styles from './rubric-import.module.css';

interface Props {
  cells: string[][];
  sheet: RubricSheet;
  onUse: (sheet: RubricSheet) => void;
  onCells: (() => void) | null;
  onClose: () => void;
}

const ROLES: TableRole[] = ['TITLE', 'DESCRIPTION', 'LEVEL', 'WEIGHT', 'MUST_REACH', 'NUMBER', 'IGNORED'];

/** A table, and what each of its columns is taken for. Whatever was guessed can be said otherwise. */
export function TablePreview({ cells, sheet, onUse, onCells, onClose }: Props) {
  const { t } = useTranslation('programme');
  const [wishes, setWishes] = useState<TableWishes>({});
  const current = useMemo(() => rubricOfSheet(sheet), [sheet]);
  const table = useMemo(() => readRubricTable(cells, current, wishes), [cells, current, wishes]);
  const { criteria, levels } = table;
  const usable = criteria.length > 0 && levels.length > 0;
  // Roles belong to columns: they are found out anew when other columns are looked at.
  const wish = (change: TableWishes) => setWishes({ ...wishes, roles: undefined, ...change });
  return (
    <div className={styles.preview}>
      <p className={styles.lead}>
        {usable
          ? t('bring.found', {
              criteria: t('bring.criteria', { count: criteria.length }),
              levels: t('bring.levels', { count: levels.length }),
            })
          : t('bring.notUsable')}{' '}
        {usable && t('bring.replaces', { count: sheet.length })}
      </p>
      <div className={styles.wishes}>
        <Checkbox
          label={t('bring.hasHead')}
          checked={table.hasHead}
          onChange={(event) => wish({ hasHead: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('bring.isTurned')}
          checked={table.isTurned}
          onChange={(event) => wish({ hasHead: undefined, isTurned: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('bring.bestFirst')}
          checked={table.bestFirst}
          onChange={(event) => setWishes({ ...wishes, bestFirst: event.currentTarget.checked })}
        />
      </div>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('bring.table')}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                <span className="visually-hidden">{t('bring.row')}</span>
              </th>
              {table.columns.map((column, index) => (
                <th key={index} scope="col" data-passes={passes(table, column.place)}>
                  <ColumnHead
                    table={table}
                    index={index}
                    onRole={(role) =>
                      setWishes({
                        ...wishes,
                        hasHead: table.hasHead,
                        isTurned: table.isTurned,
                        roles: table.columns.map((each, at) => (at === index ? role : each.role)),
                      })
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.number} data-left-out={row.isLeftOut}>
                <th scope="row" className={styles.number}>
                  {row.number}
                </th>
                {table.columns.map((column, index) => (
                  <td
                    key={index}
                    data-role={column.role}
                    data-passes={passes(table, column.place)}
                    data-noted={table.notes.some((note) => note.row === row.number && note.column === index + 1)}
                  >
                    {row.cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.notes.length > 0 && (
        <ul className={styles.notes}>
          {table.notes.map((note) => (
            <li key={`${note.row} ${note.column}`}>
              {t('bring.note', { row: note.row, column: note.column, message: note.message })}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('create.cancel')}</Button>
        {onCells && <Button onClick={onCells}>{t('bring.cells')}</Button>}
        <Button
          variant="primary"
          data-autofocus
          disabled={!usable}
          onClick={() => onUse(rubricOfTable(table, current, newId).criteria)}
        >
          {t('bring.use')}
        </Button>
      </div>
    </div>
  );
}

const passes = ({ passesAt }: RubricTable, place: number | null) =>
  passesAt !== null && place !== null && place >= passesAt;

function ColumnHead({
  table,
  index,
  onRole,
}: {
  table: RubricTable;
  index: number;
  onRole: (role: TableRole) => void;
}) {
  const { t } = useTranslation('programme');
  const column = table.columns[index];
  if (!column) return null;
  const level = column.place === null ? null : table.levels[column.place - 1];
  // t('programme:bring.role.TITLE') t('programme:bring.role.DESCRIPTION') t('programme:bring.role.LEVEL')
  // t('programme:bring.role.WEIGHT') t('programme:bring.role.MUST_REACH') t('programme:bring.role.NUMBER')
  // t('programme:bring.role.IGNORED')
  return (
    <>
      <select
        aria-label={t('bring.column', { number: index + 1 })}
        value={column.role}
        onChange={(event) => onRole(event.currentTarget.value as TableRole)}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`bring.role.${role}`)}
          </option>
        ))}
      </select>
      <span className={styles.head}>
        {level ? t('rubric.levelHead', { ordinal: column.place, label: level.label }) : column.head}
      </span>
    </>
  );
}
