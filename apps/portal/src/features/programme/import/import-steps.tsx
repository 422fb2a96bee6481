import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

const STEPS = ['files', 'columns', 'preview', 'draft'] as const;

/** Where one is in the import. Only tables of one's own have columns to be told. */
export function ImportSteps({ now, withColumns }: { now: (typeof STEPS)[number]; withColumns: boolean }) {
  const { t } = useTranslation('programme');
  // t('programme:import.steps.files') t('programme:import.steps.columns') t('programme:import.steps.preview')
  // t('programme:import.steps.draft')
  return (
    <ol className={styles.steps} aria-label={t('import.steps.label')}>
      {STEPS.filter((step) => withColumns || step !== 'columns').map((step, index) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          <span aria-hidden>{index + 1}</span> {t(`import.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
