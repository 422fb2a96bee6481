import { Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../quality.module.css';
import { RECORD_FINDING, type Sample } from './samples.documents.js';

const FINDINGS = ['SOUND', 'NOT_SOUND'] as const;

/** What came of looking at a decision again. */
export function FindingDialog({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const [finding, setFinding] = useState<(typeof FINDINGS)[number] | null>(null);
  const [note, setNote] = useState('');
  const [record, { loading, refusal, failed }] = useResultMutation(RECORD_FINDING, {
    refetch: ['Samples', 'SamplingPlans'],
  });
  const submit = async () => {
    if (!finding) return;
    const { ok } = await record({ id: sample.id, finding, note });
    if (ok) onClose();
  };
  // t('quality:finding.SOUND') t('quality:finding.NOT_SOUND')
  return (
    <Modal opened onClose={onClose} title={t('finding.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={styles.quiet}>{t('finding.body')}</p>
        <SegmentedChoice
          label={t('finding.title')}
          options={FINDINGS.map((value) => ({ value, label: t(`finding.${value}`) }))}
          value={finding}
          onChange={setFinding}
        />
        <Textarea
          label={t('finding.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          required={finding === 'NOT_SOUND'}
          autosize
          minRows={3}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={!finding || (finding === 'NOT_SOUND' && !note.trim())}
            busy={loading}
          >
            {t('finding.record')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
