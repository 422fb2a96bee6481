import { useQuery } from '@apollo/client/react';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, IconButton, LinkButton } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { KeyValues } from '../../../components/key-values.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { slotTitle, usePurposeWords } from '../review-words.js';
import type { SlotLook } from '../review.types.js';
import { useNow } from '../use-now.js';
import { CLAIM_SLOT, SLOT_LOOK } from '../reviews.documents.js';
import { DueWord } from './due-word.js';
import { EligibilityList } from './eligibility-list.js';
import styles from './slot-panel.module.css';

/** One slot from outside. Looking does not claim it. */
export function SlotPanel({ slotId, onClose }: { slotId: string; onClose?: () => void }) {
  const { t } = useTranslation('reviews');
  const { data, error, refetch } = useQuery(SLOT_LOOK, { variables: { id: slotId } });
  return (
    <aside className={styles.panel} aria-label={t('panel.label')} data-alone={!onClose}>
      {onClose && (
        <IconButton label={t('panel.close')} className={styles.close} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      )}
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data && !data.markingSlot && <EmptyState title={t('missing.title')}>{t('missing.body')}</EmptyState>}
      {data?.markingSlot && <SlotFacts slot={data.markingSlot} onChanged={() => void refetch()} />}
    </aside>
  );
}

function SlotFacts({ slot, onChanged }: { slot: SlotLook; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const purpose = usePurposeWords();
  const navigate = useNavigate();
  const now = useNow();
  const [problem, setProblem] = useState<string | null>(null);
  const [claim, claiming] = useResultMutation(CLAIM_SLOT, { refetch: ['ReviewQueue', 'ReviewCounts', 'Viewer'] });
  const mine = slot.lease?.mine ?? false;
  const open = mine || slot.state === 'HANDED_IN';
  const claimable = slot.viewerCan.includes('claim');
  const { criteria } = slot.achievementVersion.rubric;

  const take = async () => {
    setProblem(null);
    const { refusal, failed } = await claim({ id: slot.id });
    if (refusal && 'holderName' in refusal)
      setProblem(t('panel.alreadyClaimed', { name: refusal.holderName, time: format.time(refusal.until) }));
    else if (refusal ?? failed) setProblem(refusal?.message ?? t('unreachable'));
    onChanged();
  };
  const group = t('queue.title');
  useHotkey({ keys: 'c', label: t('panel.claim'), group, run: () => void take(), enabled: claimable && !open });
  useHotkey({
    keys: 'o',
    label: t('panel.open'),
    group,
    run: () => void navigate(`/reviews/${slot.id}`),
    enabled: open,
  });

  return (
    <>
      <p className={styles.kicker}>
        {t('panel.purpose', { purpose: purpose(slot.purpose) })} <DueWord row={slot} now={now} />
      </p>
      <h2>{slotTitle(slot)}</h2>
      <p className={styles.candidate}>
        {t('panel.candidate')} <code>{slot.candidateCode}</code>, {t('panel.hidden')}
      </p>
      {open ? (
        <LinkButton to={`/reviews/${slot.id}`} variant="accent" size="large" wide hotkey="o">
          {mine ? t('panel.open') : t('panel.outcome')}
        </LinkButton>
      ) : (
        <Button
          variant="accent"
          size="large"
          wide
          hotkey="c"
          busy={claiming.loading}
          disabled={!claimable}
          onClick={() => void take()}
        >
          {t('panel.claim')}
        </Button>
      )}
      <p className={styles.hint}>{hint()}</p>
      {problem && <RefusalNote>{problem}</RefusalNote>}
      <KeyValues
        items={[
          {
            name: t('panel.rubric'),
            value: t('panel.rubricFacts', {
              count: criteria.length,
              must: criteria.filter((criterion) => criterion.mustReach !== null).length,
              version: slot.achievementVersion.number,
            }),
          },
          { name: t('panel.evidence'), value: t('panel.items', { count: slot.itemCount }) },
          {
            name: t('panel.handedIn'),
            value: `${format.dayAndTime(slot.submittedAt)}. ${t('panel.attempt', { no: slot.attemptNo })}`,
          },
          ...(slot.putBackReason ? [{ name: t('panel.putBack'), value: slot.putBackReason }] : []),
        ]}
      />
      {slot.eligibility.length > 0 && slot.state !== 'HANDED_IN' && <EligibilityList rules={slot.eligibility} />}
    </>
  );

  function hint() {
    if (mine && slot.lease) return t('panel.yoursUntil', { time: format.time(slot.lease.until) });
    if (slot.lease)
      return t('panel.alreadyClaimed', { name: slot.lease.holder.displayName, time: format.time(slot.lease.until) });
    if (slot.state === 'HANDED_IN') return t('panel.handedInHint');
    return slot.purpose === 'FIRST' ? t('panel.looking') : t('panel.lookingSecond');
  }
}
