import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import type { Framework } from './framework.documents.js';
import { NextVersionAct } from './framework-versions.js';
import styles from './framework.module.css';

/** A draft that is still being filled, or could not be: how far it is, or how to try again. */
export function FrameworkCopying({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const { number } = useFormat();
  const from = framework.basedOn?.version ?? '';
  if (framework.contentState === 'FAILED')
    return (
      <div className={styles.copying}>
        <RefusalNote>{t('copying.failed', { from })}</RefusalNote>
        <NextVersionAct framework={framework} />
      </div>
    );
  const words = t('copying.now', { from });
  return (
    <div className={styles.copying} aria-live="polite">
      <p>
        {words} <b>{t('copying.percent', { percent: number(framework.copyProgress) })}</b>
      </p>
      <progress aria-label={words} value={framework.copyProgress} max={100} />
      <p className={styles.copyingHint}>{t('copying.passes')}</p>
    </div>
  );
}
