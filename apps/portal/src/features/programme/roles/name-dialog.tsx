import { Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import styles from './dialogs.module.css';

interface Props {
  title: string;
  label: string;
  act: string;
  name?: string;
  busy: boolean;
  refusal: string | null;
  onSave: (name: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for a name, and for what stands below it. */
export function NameDialog({ title, label, act, name = '', busy, refusal, onSave, onClose, children }: Props) {
  const { t } = useTranslation('roles');
  const [written, write] = useState(name);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (written.trim()) void onSave(written.trim());
        }}
      >
        <TextInput
          label={label}
          value={written}
          onChange={(event) => write(event.currentTarget.value)}
          data-autofocus
          required
        />
        {children}
        {refusal && <RefusalNote>{refusal}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!written.trim()} busy={busy}>
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
