import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

const STEPS = ['file', 'columns', 'preview', 'result'] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where one is in the import. */
export function ImportSteps({ now }: { now: ImportStep }) {
  const { t } = useTranslation('people');
  // t('people:import.steps.file') t('people:import.steps.columns') t('people:import.steps.preview')
  // t('people:import.steps.result')
  return (
    <ol className={styles.steps} aria-label={t('import.steps.label')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          <span aria-hidden>{index + 1}</span> {t(`import.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
