import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { DECIDE_ERASURE, ERASURES, type ErasureView } from './erasure.documents.js';
import styles from './leaving.module.css';

/** Whom it was asked to erase, and the second administrator's decision. */
export function Erasures() {
  const { t } = useTranslation('leaving');
  const { data, error, refetch } = useQuery(ERASURES, { fetchPolicy: 'cache-and-network', pollInterval: 10_000 });
  const erasures = data?.allErasures;
  return (
    <Section title={t('erasure.title')} voice="record">
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={2} />}
      {erasures?.length === 0 && <p className={styles.text}>{t('erasure.none')}</p>}
      {erasures && erasures.length > 0 && (
        <ul className={styles.list}>
          {erasures.map((each) => (
            <Entry key={each.id} erasure={each} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Entry({ erasure }: { erasure: ErasureView }) {
  const { t } = useTranslation('leaving');
  const { date } = useFormat();
  const [asking, setAsking] = useState<'confirm' | 'decline' | null>(null);
  const [decide, { loading, refusal, failed }] = useResultMutation(DECIDE_ERASURE);
  const name = erasure.person?.displayName ?? t('erasure.somebody');
  const done = async () => {
    const { ok } = await decide({ id: erasure.id, confirmed: asking === 'confirm' });
    if (ok) setAsking(null);
  };
  // t('leaving:erasure.state.PROPOSED') t('leaving:erasure.state.DECIDED') t('leaving:erasure.state.DONE')
  // t('leaving:erasure.state.DECLINED') t('leaving:erasure.confirmTitle') t('leaving:erasure.declineTitle')
  // t('leaving:erasure.confirmBody') t('leaving:erasure.declineBody') t('leaving:erasure.confirm') t('leaving:erasure.decline')
  return (
    <li>
      <strong>{erasure.state === 'DONE' ? t('erasure.somebody') : name}</strong>
      <span>
        {t(`erasure.state.${erasure.state}`, {
          date: date(erasure.doneAt ?? erasure.decidedAt ?? erasure.askedAt),
          asked: erasure.askedBy?.displayName,
          decided: erasure.decidedBy?.displayName,
        })}
      </span>
      {erasure.state === 'PROPOSED' && <span className={styles.quiet}>{erasure.reason}</span>}
      {erasure.problem && <RefusalNote>{erasure.problem}</RefusalNote>}
      {erasure.leftIn.length > 0 && (
        <span className={styles.quiet}>
          {t('erasure.leftIn', { places: erasure.leftIn.map(({ place, count }) => `${place} (${count})`).join(', ') })}
        </span>
      )}
      {erasure.viewerDecides && (
        <div className={styles.acts}>
          <Button variant="danger" size="small" onClick={() => setAsking('confirm')}>
            {t('erasure.confirm')}
          </Button>
          <Button size="small" onClick={() => setAsking('decline')}>
            {t('erasure.decline')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={t(asking === 'decline' ? 'erasure.declineTitle' : 'erasure.confirmTitle', { name })}
        act={t(asking === 'decline' ? 'erasure.decline' : 'erasure.confirm')}
        danger={asking !== 'decline'}
        busy={loading}
        refusal={refusal?.message ?? (failed ? t('claim.failed') : null)}
        onConfirm={() => void done()}
        onClose={() => setAsking(null)}
      >
        {t(asking === 'decline' ? 'erasure.declineBody' : 'erasure.confirmBody')}
      </ConfirmDialog>
    </li>
  );
}
