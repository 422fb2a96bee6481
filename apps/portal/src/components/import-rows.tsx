import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { StatusWord, type Tone } from './chip.js';
import { DataTable } from './data-table.js';
import styles from './import-table.module.css';

interface ImportedRow {
  row: number;
  label: string;
  changes?: string[];
  problems: { field: string; message: string }[];
}

interface Props<Row> {
  rows: readonly Row[];
  /** What a row would do, in a word. */
  outcome: (row: Row) => { word: string; tone: Tone };
  /** Which columns are read, in words, by their names in the API: `COMPLETED_ON`. */
  names: ReadonlyMap<string, string>;
}

const FIRST = 50;

/** What is wrong first, then what each row of an imported table would do. */
export function ImportRows<Row extends ImportedRow>({ rows, outcome, names }: Props<Row>) {
  const { t } = useTranslation('kit');
  const [all, setAll] = useState(false);
  return (
    <>
      <DataTable
        label={t('imported.rows')}
        density="compact"
        keys={false}
        rows={all ? [...rows] : rows.slice(0, FIRST)}
        rowId={(row) => String(row.row)}
        empty={null}
        columns={[
          { id: 'row', head: t('imported.row'), width: 70, align: 'end', phone: true, cell: (row) => row.row },
          {
            id: 'outcome',
            head: t('imported.does'),
            width: 150,
            phone: true,
            cell: (row) => <StatusWord tone={outcome(row).tone}>{outcome(row).word}</StatusWord>,
          },
          { id: 'what', head: t('imported.what'), phone: true, cell: (row) => <What row={row} names={names} /> },
        ]}
      />
      {!all && rows.length > FIRST && (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {t('imported.all', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

function What({ row: { label, changes, problems }, names }: { row: ImportedRow } & Pick<Props<ImportedRow>, 'names'>) {
  // A row speaks of fields as its input is called: `completedOn`.
  const nameOf = (field: string) => names.get(field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()) ?? field;
  return (
    <span className={styles.what}>
      {label}
      {changes && changes.length > 0 && <small>{changes.map(nameOf).join(', ')}</small>}
      {problems.map(({ field, message }) => (
        <span key={`${field} ${message}`}>
          {field && <b>{nameOf(field)}: </b>}
          {message}
        </span>
      ))}
    </span>
  );
}
