import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import type { MarkState } from '../review.types.js';
import { HAND_IN } from '../reviews.documents.js';
import styles from './hand-in-dialog.module.css';

interface Props {
  slotId: string;
  /** What the API found missing when the mark was last saved. */
  left: MarkState['left'];
  flush: () => Promise<boolean>;
  onGo: (criterionId: string | null) => void;
  /** With the check that it was, if it was one. */
  onHandedIn: (checkId: string | null) => void;
  onClose: () => void;
}

/** Handing in is final: it says so, saves the last words first, and names what is left when something is. */
export function HandInDialog({ slotId, left: before, flush, onGo, onHandedIn, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const { t: kit } = useTranslation('kit');
  const [handIn] = useResultMutation(HAND_IN, { refetch: ['Viewer'] });
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);

  const act = async () => {
    setBusy(true);
    setProblem(null);
    setLeft([]);
    const saved = await flush();
    const outcome = saved ? await handIn({ slotId }) : null;
    setBusy(false);
    if (!outcome) return setProblem(t('handIn.unsaved'));
    if (outcome.ok) return onHandedIn(outcome.ok.check?.id ?? null);
    if (outcome.refusal && 'checkId' in outcome.refusal) return onHandedIn(outcome.refusal.checkId);
    if (outcome.refusal && 'left' in outcome.refusal) setLeft(outcome.refusal.left);
    setProblem(outcome.refusal?.message ?? t('unreachable'));
  };

  return (
    <Modal opened onClose={onClose} title={t('handIn.title')} closeButtonProps={{ 'aria-label': kit('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        <p>{left.length > 0 ? t('handIn.left', { count: left.length }) : t('handIn.body')}</p>
        {problem && <RefusalNote>{problem}</RefusalNote>}
        {left.length > 0 && (
          <ul className={styles.left}>
            {left.map((gap) => (
              <li key={`${gap.criterionId} ${gap.field}`}>
                <button type="button" onClick={() => onGo(gap.criterionId)}>
                  {gap.message}
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('handIn.back')}</Button>
          <Button type="submit" variant={left.length > 0 ? 'outline' : 'primary'} busy={busy} data-autofocus>
            {t('marking.handIn')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
