import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { TextLink } from '../../../components/text-link.js';
import { PageHeader } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { EvidenceBeside } from '../evidence-beside.js';
import { changesToSend, LevelChanges } from '../level-changes.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';
import { useKept } from '../use-kept.js';
import { ASK_RECALL_MARK, DECIDE_RECALL_ITEM, type RECALLED } from './appeals.documents.js';

type Item = NonNullable<ResultOf<typeof RECALLED>['recallItem']>;

/** It stands with a reason, gets other levels, or somebody who took no part judges it anew. */
export function RecalledDecision({ item, onChanged }: { item: Item; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const outcome = useOutcomeWords();
  const kept = useKept(`recall-${item.id}`);
  const [decide, deciding] = useResultMutation(DECIDE_RECALL_ITEM, { refetch: ['Appeals'] });
  const [ask, asking] = useResultMutation(ASK_RECALL_MARK, { refetch: ['Appeals'] });
  const changes = changesToSend(kept.changes);
  const decision = item.case?.decision;
  const decides = item.viewerCan.includes('decide');
  const settle = async () => {
    const { ok } = await decide({ itemId: item.id, reason: kept.text, criteria: changes });
    if (ok) {
      kept.clear();
      toast(ok.state === 'CHANGED' ? t('recall.changed') : t('recall.confirmed'));
    }
    onChanged();
  };
  const again = async () => {
    const { ok } = await ask({ itemId: item.id });
    if (ok) toast(t('recall.asked'));
    onChanged();
  };
  const refusal = deciding.refusal ?? asking.refusal;
  return (
    <EvidenceBeside
      snapshot={item.case && item.case.snapshot}
      head={
        <PageHeader
          title={item.case?.achievementVersion?.name ?? t('recall.title')}
          above={
            <>
              <TextLink to="/reviews/appeals">{t('recall.title')}</TextLink>
              <span>{`${item.case?.candidateCode ?? ''} · ${t(`recall.state.${item.state}`)}`}</span>
            </>
          }
          below={
            decision &&
            t('moderation.decided', { outcome: outcome(decision.outcome), score: Math.round(decision.score * 100) })
          }
        />
      }
      foot={
        item.viewerCan.some((act) => act === 'decide' || act === 'askMark') && (
          <>
            <div className={styles.said}>
              {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
              {(deciding.failed || asking.failed) && <RefusalNote>{t('unreachable')}</RefusalNote>}
            </div>
            <div className={styles.acts}>
              {item.viewerCan.includes('askMark') && (
                <Button busy={asking.loading} onClick={() => void again()}>
                  {t('recall.ask')}
                </Button>
              )}
              {decides && (
                <Button variant="primary" size="large" busy={deciding.loading} onClick={() => void settle()}>
                  {changes.length > 0 ? t('moderation.adjust', { count: changes.length }) : t('recall.confirm')}
                </Button>
              )}
            </div>
          </>
        )
      }
    >
      {(evidenceOf) => (
        <>
          <LevelChanges
            criteria={item.case?.achievementVersion?.rubric.criteria ?? []}
            decided={decision?.criteria ?? []}
            marks={item.marks}
            changes={kept.changes}
            evidenceOf={evidenceOf}
            onChange={decides ? kept.setChanges : null}
          />
          {decides ? (
            <div className={styles.form}>
              <Textarea
                label={t('recall.reason')}
                description={t('recall.reasonHint')}
                autosize
                minRows={3}
                maxLength={2000}
                value={kept.text}
                onChange={(event) => kept.setText(event.currentTarget.value)}
              />
            </div>
          ) : (
            item.reason && <blockquote className={styles.quote}>{item.reason}</blockquote>
          )}
        </>
      )}
    </EvidenceBeside>
  );
}
