import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { SaveState } from '../../../components/save-state.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { slotTitle, usePurposeWords } from '../review-words.js';
import type { MarkingSlot } from '../review.types.js';
import { PUT_BACK } from '../reviews.documents.js';
import styles from './marking-head.module.css';
import type { Marking } from './use-marking.js';

/** Whose work it is by code only, whether it is saved, and until when it is ours. */
export function MarkingHead({ slot, marking }: { slot: MarkingSlot; marking: Marking }) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const purpose = usePurposeWords();
  const navigate = useNavigate();
  const [puttingBack, setPuttingBack] = useState(false);
  const [knowsCandidate, setKnowsCandidate] = useState(false);
  const [putBack, returning] = useResultMutation(PUT_BACK, { refetch: ['Viewer'] });
  const { saving, lease } = marking;
  return (
    <header className={styles.head}>
      <Link to="/reviews" className={styles.back} aria-label={t('marking.back')}>
        <IconArrowLeft size={18} stroke={1.6} aria-hidden />
      </Link>
      <h1>{slotTitle(slot)}</h1>
      <p className={styles.candidate}>
        {t('panel.candidate')} {slot.candidate ? slot.candidate.displayName : <code>{slot.candidateCode}</code>} ·{' '}
        {t('panel.purpose', { purpose: purpose(slot.purpose) }).toLowerCase()}
        {slot.purpose === 'SECOND' && `, ${t('marking.independent')}`}
      </p>
      <div className={styles.end}>
        {saving.stopped ? null : (
          <SaveState
            saving={
              saving.unreachable
                ? { state: 'failed', kept: t('marking.kept') }
                : saving.saving
                  ? { state: 'saving' }
                  : { state: 'saved', at: saving.savedAt }
            }
          />
        )}
        {lease.until && !lease.lost && (
          <span className={styles.lease}>
            <IconLock size={16} stroke={1.6} aria-hidden />
            <span>
              {t('marking.until')} <b>{format.time(lease.until)}</b>
              <span className={styles.wide}>, {t('marking.whileYouWork')}</span>
            </span>
          </span>
        )}
        <Button onClick={() => setPuttingBack(true)}>{t('putBack.act')}</Button>
      </div>
      <ConfirmDialog
        open={puttingBack}
        title={t('putBack.title')}
        act={t('putBack.act')}
        reasonLabel={t('putBack.reason')}
        busy={returning.loading}
        refusal={returning.refusal?.message}
        onClose={() => setPuttingBack(false)}
        onConfirm={(reason) => {
          void putBack({ slotId: slot.id, reason, knowsCandidate }).then((outcome) => {
            if (outcome.ok) void navigate('/reviews');
          });
        }}
      >
        <p>{t('putBack.body')}</p>
        <Checkbox
          label={t('putBack.knows')}
          checked={knowsCandidate}
          onChange={(event) => setKnowsCandidate(event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </header>
  );
}
