import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../quality.module.css';
import {
  CHANGE_STATE,
  END_QUALIFICATION,
  type Qualification,
  RECORD_TRAINING,
  SET_VALIDITY,
} from './assessors.documents.js';
import { type AssessorState, STATES } from './state-word.js';

export type QualificationAct = 'STATE' | 'TRAINING' | 'VALIDITY' | 'END';

interface Props {
  act: QualificationAct;
  qualification: Qualification;
  name: string;
  onClose: () => void;
}

const AGAIN = { refetch: ['Assessors', 'AssessorHistory'] };

/** One change to a qualification, with its reason and what follows from it. */
export function QualificationDialog({ act, qualification, name, onClose }: Props) {
  const { t } = useTranslation('quality');
  const [state, setState] = useState<AssessorState | null>(null);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const change = useResultMutation(CHANGE_STATE, AGAIN);
  const train = useResultMutation(RECORD_TRAINING, AGAIN);
  const extend = useResultMutation(SET_VALIDITY, AGAIN);
  const end = useResultMutation(END_QUALIFICATION, AGAIN);
  const [, { loading, refusal, failed }] = { STATE: change, TRAINING: train, VALIDITY: extend, END: end }[act];
  const { id } = qualification;
  const run = () => {
    if (act === 'STATE' && state) return change[0]({ id, state, reason });
    if (act === 'TRAINING') return train[0]({ id, completedOn: day, note: reason });
    if (act === 'VALIDITY') return extend[0]({ id, validUntil: day || null, reason });
    return end[0]({ id, reason });
  };
  const lacks = (act === 'STATE' && !state) || (act === 'TRAINING' && !day) || (act !== 'TRAINING' && !reason.trim());
  // t('quality:acts.STATENamed') t('quality:consequence.PROVISIONAL') t('quality:consequence.APPROVED')
  // t('quality:consequence.WATCH') t('quality:consequence.SUSPENDED')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`acts.${act}Named`, { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks) void run().then(({ ok }) => ok && onClose());
        }}
      >
        {act === 'STATE' && (
          <>
            <SegmentedChoice
              label={t('assessors.state')}
              hideLabel={false}
              options={STATES.map((each) => ({
                value: each,
                label: t(`state.${each}`),
                disabled: each === qualification.state,
              }))}
              value={state}
              onChange={setState}
            />
            {state && <p className={styles.quiet}>{t(`consequence.${state}`)}</p>}
          </>
        )}
        {act === 'END' && <p className={styles.quiet}>{t('acts.endBody')}</p>}
        {(act === 'TRAINING' || act === 'VALIDITY') && (
          <TextInput
            type="date"
            label={act === 'TRAINING' ? t('acts.completedOn') : t('acts.validUntil')}
            description={act === 'VALIDITY' ? t('acts.noEnd') : null}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            required={act === 'TRAINING'}
          />
        )}
        <Textarea
          label={act === 'TRAINING' ? t('acts.trainingNote') : t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required={act !== 'TRAINING'}
          autosize
          minRows={2}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant={act === 'END' || state === 'SUSPENDED' ? 'danger' : 'primary'}
            disabled={lacks}
            busy={loading}
          >
            {t(`acts.${act}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
