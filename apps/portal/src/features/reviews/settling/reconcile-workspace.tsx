import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { ADJUDICATE, AGREE_RECONCILIATION, ASK_THIRD_MARK } from './reconciliation.documents.js';
import styles from '../settled.module.css';
import { AgreedCriterionRow } from './agreed-criterion-row.js';
import { AgreedRules } from './agreed-rules.js';
import type { Reconciliation } from './reconciliation.types.js';
import { useAgreement } from './use-agreement.js';

/** What differs, side by side, and what the two settle on. */
export function ReconcileWorkspace({ it, onChanged }: { it: Reconciliation; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const agreement = useAgreement(it, onChanged);
  const [asking, setAsking] = useState(false);
  const [agree, signing] = useResultMutation(AGREE_RECONCILIATION, { refetch: ['Reconciliations'] });
  const [askThird, third] = useResultMutation(ASK_THIRD_MARK, { refetch: ['Reconciliations'] });
  const [adjudicate, ruling] = useResultMutation(ADJUDICATE, { refetch: ['Reconciliations'] });
  const { submissionId } = it;
  const mine = it.viewerIsFirst ? it.firstAgreedAt : it.secondAgreedAt;
  const other = it.viewerIsFirst ? it.secondAgreedAt : it.firstAgreedAt;
  const settles = it.viewerCan.includes('settle');
  const rules = it.viewerCan.includes('adjudicate');
  const criteria = it.achievementVersion?.rubric.criteria ?? [];

  const sign = async () => {
    const revision = await agreement.flush();
    if (revision === null) return;
    const { ok } = await agree({ submissionId, expectedRevision: revision });
    if (ok) toast(ok.state === 'SETTLED' ? t('reconcile.done') : t('reconcile.signed'));
    onChanged();
  };
  const rule = async () => {
    const { ok } = await adjudicate({ submissionId, input: agreement.input });
    if (ok) toast(t('reconcile.done'));
    onChanged();
  };
  const leave = async () => {
    const { ok } = await askThird({ submissionId });
    setAsking(false);
    if (ok) toast(t('reconcile.thirdAsked'));
    onChanged();
  };
  const refusal = signing.refusal ?? ruling.refusal ?? agreement.refusal;
  return (
    <>
      {agreement.changedMeanwhile && <Note tone="amber">{t('reconcile.changedMeanwhile')}</Note>}
      {criteria.map((criterion, index) => (
        <AgreedCriterionRow
          key={criterion.id}
          criterion={criterion}
          number={index + 1}
          marks={it.marks}
          differs={it.differing.includes(criterion.id)}
          agreed={agreement.of(criterion.id)}
          onChange={settles || rules ? (change) => agreement.change(criterion.id, change) : null}
        />
      ))}
      <AgreedRules it={it} rules={agreement.input.rules} onChange={settles || rules ? agreement.changeRules : null} />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {agreement.failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      {(settles || rules || it.viewerCan.includes('askThird')) && (
        <div className={styles.form}>
          {settles && <p className={styles.quiet}>{agreement.saving ? t('reconcile.saving') : t('reconcile.saved')}</p>}
          {settles && other && !mine && <Note>{t('reconcile.otherSigned')}</Note>}
          {settles && mine && <Note>{t('reconcile.youSigned')}</Note>}
          <div className={styles.acts}>
            {settles && !mine && (
              <Button variant="primary" busy={signing.loading} onClick={() => void sign()}>
                {t('reconcile.agree')}
              </Button>
            )}
            {rules && (
              <Button variant="primary" busy={ruling.loading} onClick={() => void rule()}>
                {t('reconcile.adjudicate')}
              </Button>
            )}
            {it.viewerCan.includes('askThird') && (
              <Button onClick={() => setAsking(true)}>{t('reconcile.third')}</Button>
            )}
          </div>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('reconcile.thirdTitle')}
        act={t('reconcile.third')}
        busy={third.loading}
        refusal={third.failed ? t('unreachable') : third.refusal?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => void leave()}
      >
        <p>{t('reconcile.thirdBody')}</p>
      </ConfirmDialog>
    </>
  );
}
