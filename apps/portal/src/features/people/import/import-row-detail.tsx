import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from './import.documents.js';
import styles from './import.module.css';
import { useFieldName } from './use-field-name.js';

/** "Job title: Engineer → Senior engineer", or what is wrong and in which field. */
export function RowDetail({ row }: { row: ImportRow }) {
  const { t } = useTranslation('people');
  const fieldName = useFieldName();
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
              <del>{change.from}</del>
              <span aria-hidden> → </span>
              <span className="visually-hidden">{t('import.becomes')}</span>
            </>
          )}
          <ins>{change.to ?? t('import.nothing')}</ins>
        </li>
      ))}
    </ul>
  );
}
