import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { TextLink } from '../../../components/text-link.js';
import { PageHeader } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { EvidenceBeside } from '../evidence-beside.js';
import { changesToSend, LevelChanges } from '../level-changes.js';
import { LostLease } from '../marking/lost-lease.js';
import { useLease } from '../marking/use-lease.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';
import { useKept } from '../use-kept.js';
import { MODERATE, type MODERATION } from './moderation.documents.js';

type Slot = NonNullable<ResultOf<typeof MODERATION>['markingSlot']>;
type Outcome = 'CONFIRMED' | 'ADJUSTED' | 'SENT_BACK';

/** The decision with the marks and the evidence behind it: confirmed, given other levels, or judged anew by others. */
export function Moderate({ slot }: { slot: Slot }) {
  const { t } = useTranslation('reviews');
  const outcome = useOutcomeWords();
  const navigate = useNavigate();
  const toast = useToast();
  const kept = useKept(`moderation-${slot.id}`);
  const [moderate, { loading, refusal, failed }] = useResultMutation(MODERATE, { refetch: ['ModerationQueue'] });
  const [last, setLast] = useState<Outcome | null>(null);
  const mine = slot.viewerCan.includes('mark');
  const lease = useLease(slot.id, slot.lease?.until ?? null, mine);
  const changes = changesToSend(kept.changes);
  const act = async (found: Outcome) => {
    setLast(found);
    const input = { outcome: found, reason: kept.text, criteria: found === 'ADJUSTED' ? changes : [] };
    const { ok } = await moderate({ slotId: slot.id, input });
    if (!ok) return;
    kept.clear();
    toast(t(`moderation.done.${found}`));
    void navigate('/reviews/moderation');
  };
  // t('reviews:moderation.done.CONFIRMED') t('reviews:moderation.done.ADJUSTED') t('reviews:moderation.done.SENT_BACK')
  return (
    <EvidenceBeside
      snapshot={slot.snapshot}
      head={
        <>
          <PageHeader
            title={slot.achievementVersion.name}
            above={
              <>
                <TextLink to="/reviews/moderation">{t('moderation.title')}</TextLink>
                <span>{slot.candidateCode}</span>
              </>
            }
            below={
              slot.decision &&
              t('moderation.decided', {
                outcome: outcome(slot.decision.outcome),
                score: Math.round(slot.decision.score * 100),
              })
            }
          />
          {lease.lost && (
            <LostLease
              slotId={slot.id}
              reason={lease.lost}
              onRegain={(until) => Promise.resolve(lease.regain(until))}
            />
          )}
        </>
      }
      foot={
        mine && (
          <>
            <div className={styles.said}>
              {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
              {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
            </div>
            <div className={styles.acts}>
              <Button busy={loading && last === 'SENT_BACK'} onClick={() => void act('SENT_BACK')}>
                {t('moderation.sendBack')}
              </Button>
              <Button
                variant="primary"
                size="large"
                busy={loading && last !== 'SENT_BACK'}
                onClick={() => void act(changes.length > 0 ? 'ADJUSTED' : 'CONFIRMED')}
              >
                {changes.length > 0 ? t('moderation.adjust', { count: changes.length }) : t('moderation.confirm')}
              </Button>
            </div>
          </>
        )
      }
    >
      {(evidenceOf) => (
        <>
          <LevelChanges
            criteria={slot.achievementVersion.rubric.criteria}
            decided={slot.decision?.criteria ?? []}
            marks={slot.marksBeside}
            changes={kept.changes}
            evidenceOf={evidenceOf}
            onChange={mine ? kept.setChanges : null}
          />
          {mine && (
            <div className={styles.form}>
              <Textarea
                label={t('moderation.reason')}
                description={t('moderation.reasonHint')}
                autosize
                minRows={3}
                maxLength={2000}
                value={kept.text}
                onChange={(event) => kept.setText(event.currentTarget.value)}
              />
            </div>
          )}
        </>
      )}
    </EvidenceBeside>
  );
}
