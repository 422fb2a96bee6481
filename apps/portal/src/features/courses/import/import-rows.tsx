import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import styles from '../courses.module.css';
import type { CourseImport } from './import.documents.js';

const FIRST = 50;
const TONES = { CREATE: 'green', CHANGE: 'amber', UNCHANGED: 'plain', ERROR: 'red' } as const;

/** What is wrong first, then what each row would do. */
export function ImportRows({ rows }: { rows: CourseImport['rows'] }) {
  const { t } = useTranslation('courses');
  const [all, setAll] = useState(false);
  // t('courses:import.outcome.CREATE') t('courses:import.outcome.CHANGE') t('courses:import.outcome.UNCHANGED')
  // t('courses:import.outcome.ERROR')
  return (
    <>
      <DataTable
        label={t('import.rows')}
        density="compact"
        keys={false}
        rows={all ? rows : rows.slice(0, FIRST)}
        rowId={(row) => String(row.row)}
        empty={null}
        columns={[
          { id: 'row', head: t('import.row'), width: 70, align: 'end', phone: true, cell: (row) => row.row },
          {
            id: 'outcome',
            head: t('import.does'),
            width: 150,
            phone: true,
            cell: (row) => <StatusWord tone={TONES[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</StatusWord>,
          },
          {
            id: 'what',
            head: t('import.what'),
            phone: true,
            cell: (row) => (
              <span className={styles.title}>
                {row.label}
                {row.changes.length > 0 && <small>{row.changes.join(', ')}</small>}
                {row.problems.map(({ field, message }) => (
                  <span key={`${field} ${message}`}>
                    {field && <b>{field}: </b>}
                    {message}
                  </span>
                ))}
              </span>
            ),
          },
        ]}
      />
      {!all && rows.length > FIRST && (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {t('import.all', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
