import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from './dialogs.module.css';
import { LATTICE_QUERIES, type StepKind } from './lattice.documents.js';
import { StepFields } from './step-fields.js';
import { CHANGE_STEP } from './steps.documents.js';

interface Props {
  step: { id: string; kind: StepKind; note: string };
  from: string;
  to: string;
  onClose: () => void;
}

/** A step stays the step it is; only its kind and the word about it change. */
export function EditStepDialog({ step, from, to, onClose }: Props) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const [kind, setKind] = useState(step.kind);
  const [note, setNote] = useState(step.note);
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_STEP, { refetch: LATTICE_QUERIES });
  const save = async () => {
    const { ok } = await change({ id: step.id, kind, note: note.trim() });
    if (!ok) return;
    toast(t('stepChanged'), { undo: () => void change({ id: step.id, kind: step.kind, note: step.note }) });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('stepFromTo', { from, to })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <StepFields kind={kind} onKind={setKind} note={note} onNote={setNote} />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={kind === step.kind && note.trim() === step.note}
            busy={loading}
          >
            {t('saveStep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
