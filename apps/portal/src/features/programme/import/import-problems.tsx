import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../../components/states.js';
import { FindingTable, type Finding } from './finding-table.js';
import styles from './import.module.css';

/** Why the files cannot be imported, line by line. */
export function ImportProblems({ message, problems }: { message: string; problems: readonly Finding[] }) {
  const { t } = useTranslation('programme');
  return (
    <div className={styles.problems}>
      <RefusalNote>{message}</RefusalNote>
      <FindingTable label={t('import.problems')} findings={problems} />
    </div>
  );
}
