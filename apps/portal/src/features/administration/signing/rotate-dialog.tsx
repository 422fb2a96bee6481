import { Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { type IssuerKey, type IssuerKeys, ROTATE_ISSUER_KEYS } from './signing.documents.js';
import styles from './signing-page.module.css';

/** What new keys change and what they do not, before anything happens; the act waits for a reason and a second thought. */
export function RotateDialog({
  keys,
  current,
  onClose,
}: {
  keys: IssuerKeys;
  current: IssuerKey;
  onClose: () => void;
}) {
  const { t } = useTranslation('administration');
  const { dayAndTime, number } = useFormat();
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const [rotate, { loading, refusal, failed }] = useResultMutation(ROTATE_ISSUER_KEYS, { refetch: ['IssuerKeys'] });
  const ready = sure && reason.trim() !== '';
  const count = current.badges ?? 0;
  const run = async () => {
    const { ok } = await rotate({ current: current.publicKey, reason });
    if (ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('signing.rotateTitle')}
      closeButtonProps={{ 'aria-label': t('signing.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void run();
        }}
      >
        <ul className={styles.effects}>
          <li>{t('signing.effect.new')}</li>
          <li>{t('signing.effect.old', { count, number: number(count), since: dayAndTime(current.since) })}</li>
          <li>{t('signing.effect.lists', { count: keys.statusLists })}</li>
          <li>{t('signing.effect.kept')}</li>
          <li>{t('signing.effect.back')}</li>
        </ul>
        <Textarea
          label={t('signing.reason')}
          description={t('signing.reasonHint')}
          value={reason}
          maxLength={500}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox label={t('signing.sure')} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('signing.cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!ready}>
            {t('signing.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
