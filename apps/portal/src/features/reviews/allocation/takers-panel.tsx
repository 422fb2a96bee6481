import { useQuery } from '@apollo/client/react';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import panel from '../queue/slot-panel.module.css';
import { usePurposeWords } from '../review-words.js';
import {
  type AllocatedSlot,
  GIVE_SLOT,
  SLOT_TAKERS,
  TAKE_BACK_SLOT,
  type Taker,
  WAIVE_CONFLICT,
} from './allocation.documents.js';
import styles from './takers-panel.module.css';
import { TakerRow } from './taker-row.js';

const AGAIN = { refetch: ['SlotsToAllocate', 'SlotTakers'] };

/** One place: who may judge it, who may not and why, and the acts of whoever gives out work. */
export function TakersPanel({ slotId, onClose }: { slotId: string; onClose: () => void }) {
  const { t } = useTranslation('reviews');
  const { data, error, refetch } = useQuery(SLOT_TAKERS, {
    variables: { id: slotId },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <aside className={panel.panel} aria-label={t('allocation.panel')}>
      <IconButton label={t('panel.close')} className={panel.close} onClick={onClose}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data && !data.slotToAllocate && <EmptyState title={t('missing.title')}>{t('missing.body')}</EmptyState>}
      {data?.slotToAllocate && <Place slot={data.slotToAllocate} />}
    </aside>
  );
}

function Place({ slot }: { slot: AllocatedSlot }) {
  const { t } = useTranslation('reviews');
  const purpose = usePurposeWords();
  const [asking, setAsking] = useState<{ act: 'takeBack' } | { act: 'waive'; taker: Taker } | null>(null);
  const [give, giving] = useResultMutation(GIVE_SLOT, AGAIN);
  const [takeBack, taking] = useResultMutation(TAKE_BACK_SLOT, AGAIN);
  const [waive, waiving] = useResultMutation(WAIVE_CONFLICT, AGAIN);
  const isOpen = slot.state === 'OPEN' || slot.state === 'ALLOCATED';
  const { name, level } = slot.achievementVersion;
  const problem = giving.refusal?.message ?? (giving.failed && t('unreachable'));

  const confirm = async (reason: string) => {
    if (!asking) return;
    const { ok } =
      asking.act === 'takeBack'
        ? await takeBack({ slotId: slot.id, reason })
        : await waive({ slotId: slot.id, personId: asking.taker.person.id, reason });
    if (ok) setAsking(null);
  };

  return (
    <>
      <p className={panel.kicker}>{t('panel.purpose', { purpose: purpose(slot.purpose) })}</p>
      <h2>{level ? `${name}, ${level.label}` : name}</h2>
      <p className={panel.candidate}>
        {t('panel.candidate')} <code>{slot.candidateCode}</code>
      </p>
      {slot.assessor && (
        <p className={styles.holder}>
          {slot.state === 'ALLOCATED'
            ? t('allocation.givenTo', { name: slot.assessor.displayName })
            : t('allocation.heldBy', { name: slot.assessor.displayName })}
          {slot.state === 'ALLOCATED' && (
            <Button onClick={() => setAsking({ act: 'takeBack' })}>{t('allocation.takeBack')}</Button>
          )}
        </p>
      )}
      {slot.putBackReason && (
        <p className={panel.hint}>{t('allocation.backBecause', { reason: slot.putBackReason })}</p>
      )}
      {problem && <RefusalNote>{problem}</RefusalNote>}
      <h3 className={styles.head}>{t('allocation.takers', { count: slot.takers.length })}</h3>
      {slot.takers.length === 0 && <p className={panel.hint}>{t('allocation.noTakers')}</p>}
      <ul className={styles.takers}>
        {slot.takers.map((taker) => (
          <TakerRow
            key={taker.person.id}
            taker={taker}
            has={slot.assessor?.id === taker.person.id}
            open={isOpen}
            busy={giving.loading}
            onGive={() => void give({ slotId: slot.id, personId: taker.person.id })}
            onWaive={() => setAsking({ act: 'waive', taker })}
          />
        ))}
      </ul>
      {slot.waivers.map((waiver) => (
        <p key={`${waiver.person.id} ${waiver.rule}`} className={panel.hint}>
          {t('allocation.waived', {
            name: waiver.person.displayName,
            by: waiver.by.displayName,
            reason: waiver.reason,
          })}
        </p>
      ))}
      {asking && (
        <ConfirmDialog
          open
          title={asking.act === 'takeBack' ? t('allocation.takeBackTitle') : t('allocation.waiveTitle')}
          act={asking.act === 'takeBack' ? t('allocation.takeBack') : t('allocation.waive')}
          reasonLabel={t('allocation.reason')}
          busy={taking.loading || waiving.loading}
          refusal={taking.refusal?.message ?? waiving.refusal?.message ?? null}
          onConfirm={(reason) => void confirm(reason)}
          onClose={() => setAsking(null)}
        >
          {asking.act === 'takeBack'
            ? t('allocation.takeBackBody')
            : t('allocation.waiveBody', { name: asking.taker.person.displayName })}
        </ConfirmDialog>
      )}
    </>
  );
}
