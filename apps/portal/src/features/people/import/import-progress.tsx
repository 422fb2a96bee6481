import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../components/page.js';
import type { PeopleImport } from './import.documents.js';
import { CancelAct } from './cancel-act.js';
import { ImportSteps } from './import-steps.js';
import styles from './import.module.css';

/** It is being read or written. One may leave; it goes on. */
export function ImportProgress({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const reading = found.state === 'READING';
  const words = reading ? t('import.reading') : t('import.applying');
  return (
    <>
      <PageHeader
        title={found.fileName}
        above={<ImportSteps now={reading ? 'columns' : 'result'} />}
        acts={<CancelAct found={found} />}
      />
      <div className={styles.progress} aria-live="polite">
        <p>
          {words} <b>{t('import.percent', { percent: found.progress })}</b>
        </p>
        <progress aria-label={words} value={found.progress} max={100} />
        <p className={styles.hint}>{reading ? t('import.readingHint') : t('import.applyingHint')}</p>
      </div>
    </>
  );
}
