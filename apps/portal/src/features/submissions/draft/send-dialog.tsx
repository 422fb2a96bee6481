import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { byWeight } from '../coverage.rules.js';
import { useGapWords } from '../gap-words.js';
import type { Gap, SubmissionWork } from '../submission.types.js';
import { SUBMIT } from '../submissions.documents.js';
import styles from './send-dialog.module.css';

interface Props {
  submission: SubmissionWork;
  /** Saves the last words first; false when they did not arrive. */
  flush: () => Promise<boolean>;
  onFix: (gap: Gap) => void;
  onSent: () => void;
  onClose: () => void;
}

/** The check before sending: gaps by name, or what goes out and the declaration. */
export function SendDialog({ submission, flush, onFix, onSent, onClose }: Props) {
  const { t } = useTranslation('submissions');
  const { t: kit } = useTranslation('kit');
  const [declared, setDeclared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [submit] = useResultMutation(SUBMIT);
  const words = useGapWords(submission.achievementVersion.evidenceMaxAgeMonths);
  const gaps = byWeight(submission.gaps);
  const stoppers = gaps.filter((gap) => gap.blocking);
  const hints = gaps.filter((gap) => !gap.blocking);

  const send = async () => {
    setBusy(true);
    setProblem(null);
    if (await flush()) {
      const outcome = await submit({ submissionId: submission.id });
      setBusy(false);
      if (outcome.ok) {
        onClose();
        onSent();
      } else setProblem(outcome.refusal?.message ?? t('send.unreachable'));
    } else {
      setBusy(false);
      setProblem(t('send.unsaved'));
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('send.title')} size="lg" closeButtonProps={{ 'aria-label': kit('close') }}>
      <div className={styles.body}>
        {stoppers.length > 0 ? (
          <>
            <p>{t('send.stopped', { count: stoppers.length })}</p>
            <GapList gaps={stoppers} words={words} onFix={onFix} />
          </>
        ) : (
          <p>{t('send.out', { count: submission.items.length, criteria: submission.criteria.length })}</p>
        )}
        {hints.length > 0 && (
          <div>
            <p className={styles.hints}>{t('send.hints')}</p>
            <GapList gaps={hints} words={words} onFix={onFix} />
          </div>
        )}
        {stoppers.length === 0 && (
          <>
            <Note>{t('send.frozen')}</Note>
            <Checkbox
              data-autofocus
              label={t('send.declaration')}
              checked={declared}
              onChange={(event) => setDeclared(event.currentTarget.checked)}
            />
          </>
        )}
        {problem && <RefusalNote>{problem}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{stoppers.length > 0 ? t('send.back') : kit('cancel')}</Button>
          {stoppers.length === 0 && (
            <Button variant="primary" disabled={!declared} busy={busy} onClick={() => void send()}>
              {t('send.act')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}

interface GapListProps {
  gaps: readonly Gap[];
  words: (gap: Gap) => string;
  onFix: (gap: Gap) => void;
}

function GapList({ gaps, words, onFix }: GapListProps) {
  return (
    <ul className={styles.gaps}>
      {gaps.map((gap) => (
        <li key={`${gap.criterionId} ${gap.kind} ${gap.letter} ${gap.message}`}>
          <b>{gap.number}</b>
          <button type="button" onClick={() => onFix(gap)}>
            {words(gap)}
          </button>
        </li>
      ))}
    </ul>
  );
}
