import { Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './confirm-dialog.module.css';
import { RefusalNote } from './states.js';

interface Props {
  open: boolean;
  title: string;
  /** Names what will change and what will not. */
  children: ReactNode;
  /** The verb of the act, never "OK". */
  act: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  danger?: boolean;
  busy?: boolean;
  /** Asks for a reason with this label; the act waits for it. */
  reasonLabel?: string;
  refusal?: string | null;
}

export function ConfirmDialog(props: Props) {
  const { t } = useTranslation('kit');
  const [reason, setReason] = useState('');
  const lacksReason = Boolean(props.reasonLabel) && reason.trim() === '';
  return (
    <Modal
      opened={props.open}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacksReason) props.onConfirm(reason.trim());
        }}
      >
        <div className={styles.body}>{props.children}</div>
        {props.reasonLabel && (
          <Textarea
            label={props.reasonLabel}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            data-autofocus
          />
        )}
        {props.refusal && <RefusalNote>{props.refusal}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button type="submit" variant={props.danger ? 'danger' : 'primary'} busy={props.busy} disabled={lacksReason}>
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
