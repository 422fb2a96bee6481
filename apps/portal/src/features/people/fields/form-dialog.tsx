import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import styles from './people-form.module.css';
import { saysMore } from './problem-at.js';

interface Props {
  title: string;
  /** The verb of the act. */
  act: string;
  onSubmit: () => void;
  onClose: () => void;
  busy: boolean;
  refusal: { __typename: string; message: string; problems?: readonly { field: string; message: string }[] } | null;
  failed: Error | null;
  /** Fields that say their own problems. */
  fields?: readonly string[];
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

/** A form in a dialog: what the API finds wrong stands at its field, the rest above the acts. */
export function FormDialog(props: Props) {
  const { t } = useTranslation('people');
  const { refusal, failed, fields = [] } = props;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={560}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.disabled) props.onSubmit();
        }}
      >
        {props.children}
        {refusal && saysMore(refusal, fields) && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
            disabled={props.disabled}
          >
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
