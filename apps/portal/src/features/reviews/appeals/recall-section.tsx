import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { type APPEALS, ASK_RECALL_MARK, DECIDE_RECALL_ITEM } from './appeals.documents.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';

type Recall = ResultOf<typeof APPEALS>['recalls'][number];
type Item = Recall['items'][number];

/** Every decision that the same fault may have touched: confirmed with a reason, or judged anew. */
export function RecallSection({ recall, onChanged }: { recall: Recall; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const { day } = useFormat();
  return (
    <section className={styles.criterion}>
      <h3>{recall.achievementVersion?.name}</h3>
      <p className={styles.quiet}>
        {t('recall.about', {
          assessor: recall.assessor?.displayName ?? '',
          since: day(recall.since),
          until: day(recall.until),
          count: recall.items.length,
        })}
      </p>
      <ul className={styles.list}>
        {recall.items.map((item) => (
          <RecalledItem key={item.id} item={item} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function RecalledItem({ item, onChanged }: { item: Item; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const outcome = useOutcomeWords();
  const [confirming, setConfirming] = useState(false);
  const [decide, deciding] = useResultMutation(DECIDE_RECALL_ITEM);
  const [ask, asking] = useResultMutation(ASK_RECALL_MARK);
  const confirm = async (reason: string) => {
    const { ok } = await decide({ itemId: item.id, reason, criteria: [] });
    if (!ok) return;
    setConfirming(false);
    toast(t('recall.confirmed'));
    onChanged();
  };
  const again = async () => {
    const { ok } = await ask({ itemId: item.id });
    if (ok) toast(t('recall.asked'));
    onChanged();
  };
  // t('reviews:recall.state.OPEN') t('reviews:recall.state.RE_MARKING') t('reviews:recall.state.CONFIRMED') t('reviews:recall.state.CHANGED')
  return (
    <li>
      <b>{item.case?.candidateCode}</b>
      <span>{item.case?.decision && outcome(item.case.decision.outcome)}</span>
      <StatusWord tone={item.state === 'OPEN' || item.state === 'RE_MARKING' ? 'amber' : 'plain'}>
        {t(`recall.state.${item.state}`)}
      </StatusWord>
      {item.reason && <span className={styles.quiet}>{item.reason}</span>}
      {item.viewerCan.includes('decide') && (
        <Button size="small" onClick={() => setConfirming(true)}>
          {t('recall.confirm')}
        </Button>
      )}
      {item.viewerCan.includes('askMark') && (
        <Button size="small" busy={asking.loading} onClick={() => void again()}>
          {t('recall.ask')}
        </Button>
      )}
      {asking.refusal && <RefusalNote>{asking.refusal.message}</RefusalNote>}
      <ConfirmDialog
        open={confirming}
        title={t('recall.confirmTitle')}
        act={t('recall.confirm')}
        reasonLabel={t('recall.reason')}
        busy={deciding.loading}
        refusal={deciding.failed ? t('unreachable') : deciding.refusal?.message}
        onClose={() => setConfirming(false)}
        onConfirm={(reason) => void confirm(reason)}
      >
        <p>{t('recall.confirmBody')}</p>
      </ConfirmDialog>
    </li>
  );
}
