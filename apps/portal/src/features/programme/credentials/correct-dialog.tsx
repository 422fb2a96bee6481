import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { CORRECT_CREDENTIAL, type Kept } from './credentials.documents.js';
import { ReasonField } from './reason-field.js';
import styles from './credentials.module.css';

/** What the next edition says differently, and why. */
export function CorrectDialog({ kept, onClose }: { kept: Kept; onClose: () => void }) {
  const { t } = useTranslation('credentials');
  const toast = useToast();
  const was = { first: kept.validFrom.slice(0, 10), last: kept.validUntil?.slice(0, 10) ?? '' };
  const [name, setName] = useState(false);
  const [first, setFirst] = useState(was.first);
  const [last, setLast] = useState(was.last);
  const [endless, setEndless] = useState(kept.validUntil === null);
  const [reason, setReason] = useState('');
  const [correct, { loading, refusal, failed }] = useResultMutation(CORRECT_CREDENTIAL, {
    refetch: ['KeptCredential'],
  });
  const nothing = !name && first === was.first && last === was.last && endless === (kept.validUntil === null);
  const run = async () => {
    const { ok } = await correct({
      input: {
        credentialId: kept.id,
        reason,
        nameFromDirectory: name,
        firstDay: first === was.first ? null : first,
        lastDay: endless || last === was.last ? null : last,
        endless: endless && kept.validUntil !== null,
      },
    });
    if (!ok) return;
    toast(t('asked.corrected'));
    onClose();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('dialog.CORRECT', { name: kept.person.displayName })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!nothing && reason.trim()) void run();
        }}
      >
        <p>{t('happens.CORRECT')}</p>
        <Checkbox
          label={t('correct.name', { name: kept.person.displayName })}
          description={t('correct.nameHint')}
          checked={name}
          onChange={(event) => setName(event.currentTarget.checked)}
        />
        <div className={styles.days}>
          <TextInput
            type="date"
            label={t('correct.first')}
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
            required
          />
          <TextInput
            type="date"
            label={t('correct.last')}
            value={endless ? '' : last}
            disabled={endless}
            onChange={(event) => setLast(event.currentTarget.value)}
            required={!endless}
          />
        </div>
        <Checkbox
          label={t('correct.endless')}
          checked={endless}
          onChange={(event) => setEndless(event.currentTarget.checked)}
        />
        <ReasonField value={reason} onChange={setReason} />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={nothing || !reason.trim()} busy={loading}>
            {t('correct.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
