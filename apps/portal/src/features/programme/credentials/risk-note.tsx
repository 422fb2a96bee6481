import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Note } from '../../../components/states.js';
import type { Kept } from './credentials.documents.js';
import styles from './credentials.module.css';
import { KeepDialog } from './keep-dialog.js';

/** That something a badge rests on counts no longer; whoever may decides that it stands, or withdraws it above. */
export function RiskNote({ risk }: { risk: NonNullable<Kept['stackRisk']> }) {
  const { t } = useTranslation('credentials');
  const [keeping, keep] = useState(false);
  const lost = risk.lost.map(({ name, why }) => `${name} (${t(`atRisk.why.${why}`)})`).join(', ');
  return (
    <section className={styles.waiting} aria-label={t('atRisk.title')}>
      <Note tone="amber">{t('atRisk.note', { lost })}</Note>
      {risk.reason && <blockquote className={styles.reason}>{risk.reason}</blockquote>}
      {risk.viewerCan.includes('keep') && (
        <div className={styles.decide}>
          <Button onClick={() => keep(true)}>{t('atRisk.keep')}</Button>
        </div>
      )}
      {keeping && <KeepDialog risk={risk} onClose={() => keep(false)} />}
    </section>
  );
}
