import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { RefusalNote } from '../../components/states.js';
import type { Preview } from './cohorts.documents.js';
import styles from './cohorts.module.css';

/** What an enrolment would do, line by line; lines that cannot be come first. */
export function EnrolmentRows({ of, counted }: { of: Preview; counted: boolean }) {
  const { t } = useTranslation('cohorts');
  if (of.problem) return <RefusalNote>{of.problem}</RefusalNote>;
  const all = of.enrol + of.already + of.errors;
  return (
    <section aria-live="polite">
      <p className={styles.sums}>
        <strong>{t('enrol.would', { count: of.enrol })}</strong>
        {of.already > 0 && ` ${t('enrol.already', { count: of.already })}`}
        {of.errors > 0 && ` ${t('enrol.errors', { count: of.errors })}`}
      </p>
      <ul className={styles.lines}>
        {of.rows.map((row) => (
          <li key={row.row}>
            <span>
              {counted && <small>{t('enrol.row', { row: row.row })}</small>} {row.person?.displayName ?? row.named}
            </span>
            {row.outcome === 'ERROR' && <StatusWord tone="red">{row.problem}</StatusWord>}
            {row.outcome === 'ALREADY' && <StatusWord>{t('enrol.isAlready')}</StatusWord>}
          </li>
        ))}
      </ul>
      {all > of.rows.length && <p className={styles.hint}>{t('enrol.notShown', { count: all - of.rows.length })}</p>}
    </section>
  );
}
