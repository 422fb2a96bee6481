import { useQuery } from '@apollo/client/react';
import { Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { ImpactList } from '../frameworks/impact-list.js';
import { type Act, type Cause, CHANGE_CREDENTIAL, CREDENTIAL_LOSSES, type Kept } from './credentials.documents.js';
import { ReasonField } from './reason-field.js';
import styles from './credentials.module.css';

const CAUSES: Record<Exclude<Act, 'CORRECT'>, readonly Cause[]> = {
  SUSPEND: ['UNDER_REVIEW', 'NO_LONGER_TRUE', 'HOLDER_ASKED'],
  REINSTATE: ['CLEARED'],
  REVOKE: ['ISSUED_IN_ERROR', 'NO_LONGER_TRUE', 'MALPRACTICE', 'HOLDER_ASKED'],
};

interface Props {
  act: Exclude<Act, 'CORRECT'>;
  kept: Kept;
  onClose: () => void;
}

/** Suspends, withdraws or takes up again: who loses what first, then why. */
export function ChangeDialog({ act, kept, onClose }: Props) {
  const { t } = useTranslation('credentials');
  const toast = useToast();
  const causes = CAUSES[act];
  const [cause, setCause] = useState<Cause | null>(causes.length === 1 ? (causes[0] ?? null) : null);
  const [reason, setReason] = useState('');
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_CREDENTIAL, { refetch: ['KeptCredential'] });
  const lacks = !cause || !reason.trim();
  const run = async () => {
    if (!cause) return;
    const { ok } = await change({ input: { credentialId: kept.id, kind: act, cause, reason } });
    if (!ok) return;
    toast(t(ok.state === 'PROPOSED' ? 'asked.second' : 'asked.done'));
    onClose();
  };
  // t('credentials:asked.second') t('credentials:asked.done')
  // t('credentials:dialog.SUSPEND') t('credentials:dialog.REINSTATE') t('credentials:dialog.REVOKE')
  // t('credentials:happens.SUSPEND') t('credentials:happens.REINSTATE') t('credentials:happens.REVOKE')
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(`dialog.${act}`, { name: kept.person.displayName })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks) void run();
        }}
      >
        <p>{t(`happens.${act}`)}</p>
        {act !== 'REINSTATE' && <Losses id={kept.id} />}
        {causes.length > 1 && (
          <Radio.Group label={t('dialog.cause')} value={cause ?? ''} onChange={(value) => setCause(value as Cause)}>
            <div className={styles.causes}>
              {causes.map((each) => (
                <Radio key={each} value={each} label={t(`cause.${each}`)} />
              ))}
            </div>
          </Radio.Group>
        )}
        {cause === 'MALPRACTICE' && <Note tone="amber">{t('dialog.two')}</Note>}
        <ReasonField value={reason} onChange={setReason} />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant={act === 'REVOKE' ? 'danger' : 'primary'} disabled={lacks} busy={loading}>
            {t(cause === 'MALPRACTICE' ? 'act.PROPOSE' : `act.${act}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Losses({ id }: { id: string }) {
  const { t } = useTranslation('credentials');
  const { data, error, refetch } = useQuery(CREDENTIAL_LOSSES, { variables: { id }, fetchPolicy: 'network-only' });
  const losses = data?.credential?.keeping?.losses;
  if (error && !losses) return <ErrorState onRetry={() => void refetch()} />;
  if (!losses) return <LoadingRows rows={3} />;
  return (
    <section className={styles.losses} aria-label={t('losses.title')}>
      <p className={styles.lead}>{t('losses.title')}</p>
      {losses.length === 0 ? <p>{t('losses.none')}</p> : <ImpactList impact={losses} />}
    </section>
  );
}
