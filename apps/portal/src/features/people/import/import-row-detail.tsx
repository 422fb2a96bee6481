import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.js';
import type { ImportRow } from './import.documents.js';
import styles from './import.module.css';
import { useFieldName } from './use-field-name.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "Job title: Engineer → Senior engineer", or what is wrong and in which field. */
export function RowDetail({ row }: { row: ImportRow }) {
  const { t } = useTranslation('people');
  const fieldName = useFieldName();
  const { date } = useFormat();
  const shown = (value: string) => (DAY.test(value) ? date(value) : value);
  if (row.problems.length > 0)
    return (
      <ul className={styles.problems}>
        {row.problems.map((problem) => (
          <li key={problem.field + problem.message}>
            <IconAlertCircle size={14} stroke={1.8} aria-hidden />
            <span>
              <b>{fieldName(problem.field)}:</b> {problem.message}
            </span>
          </li>
        ))}
      </ul>
    );
  if (row.changes.length === 0) return <span className={styles.hint}>{t('import.same')}</span>;
  return (
    <ul className={styles.changes}>
      {row.changes.map((change) => (
        <li key={change.field}>
          <span>{fieldName(change.field)}: </span>
          {change.from !== null && (
            <>
              <del>{shown(change.from)}</del>
              <span aria-hidden> → </span>
              <span className="visually-hidden">{t('import.becomes')}</span>
            </>
          )}
          <ins>{change.to === null ? t('import.nothing') : shown(change.to)}</ins>
        </li>
      ))}
    </ul>
  );
}
