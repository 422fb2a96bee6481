import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { ASK_MODERATION, type CASE, DECIDE_VOID, HOLD, PROPOSE_VOID, RESUME, RETURN } from './release.documents.js';

type Case = NonNullable<ResultOf<typeof CASE>['assessmentCase']>;
type Act = 'hold' | 'resume' | 'return' | 'askModeration' | 'proposeVoid' | 'decideVoid';

const ACTS: readonly { act: Act; needsReason: boolean; danger: boolean }[] = [
  { act: 'resume', needsReason: false, danger: false },
  { act: 'askModeration', needsReason: false, danger: false },
  { act: 'hold', needsReason: true, danger: false },
  { act: 'return', needsReason: true, danger: false },
  { act: 'proposeVoid', needsReason: true, danger: true },
  { act: 'decideVoid', needsReason: false, danger: true },
];

/** What a lead may do where the submission stands. Each says what it changes. */
export function CaseActs({ it, onChanged }: { it: Case; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const [asking, setAsking] = useState<(typeof ACTS)[number] | null>(null);
  const runs = useActs(it.id);
  const run = asking && runs[asking.act];
  const act = async (reason: string) => {
    if (!asking || !run) return;
    if (!(await run.go(reason))) return;
    toast(t(`caseAct.${asking.act}.done`));
    setAsking(null);
    onChanged();
  };
  // t('reviews:caseAct.hold.act') t('reviews:caseAct.hold.body') t('reviews:caseAct.hold.done')
  // t('reviews:caseAct.resume.act') t('reviews:caseAct.resume.body') t('reviews:caseAct.resume.done')
  // t('reviews:caseAct.return.act') t('reviews:caseAct.return.body') t('reviews:caseAct.return.done')
  // t('reviews:caseAct.askModeration.act') t('reviews:caseAct.askModeration.body') t('reviews:caseAct.askModeration.done')
  // t('reviews:caseAct.proposeVoid.act') t('reviews:caseAct.proposeVoid.body') t('reviews:caseAct.proposeVoid.done')
  // t('reviews:caseAct.decideVoid.act') t('reviews:caseAct.decideVoid.body') t('reviews:caseAct.decideVoid.done')
  return (
    <>
      {ACTS.filter((each) => it.viewerCan.includes(each.act)).map((each) => (
        <Button key={each.act} variant={each.danger ? 'quiet' : undefined} onClick={() => setAsking(each)}>
          {t(`caseAct.${each.act}.act`)}
        </Button>
      ))}
      {asking && (
        <ConfirmDialog
          open
          title={t(`caseAct.${asking.act}.act`)}
          act={t(`caseAct.${asking.act}.act`)}
          danger={asking.danger}
          reasonLabel={asking.needsReason ? t('caseAct.reason') : undefined}
          busy={run?.loading}
          refusal={run?.failed ? t('unreachable') : run?.refusal?.message}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => void act(reason)}
        >
          <p>{t(`caseAct.${asking.act}.body`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function useActs(submissionId: string) {
  const [hold, holding] = useResultMutation(HOLD);
  const [resume, resuming] = useResultMutation(RESUME);
  const [giveBack, returning] = useResultMutation(RETURN);
  const [moderate, moderating] = useResultMutation(ASK_MODERATION);
  const [propose, proposing] = useResultMutation(PROPOSE_VOID);
  const [decide, deciding] = useResultMutation(DECIDE_VOID);
  return {
    hold: { ...holding, go: async (reason: string) => Boolean((await hold({ submissionId, reason })).ok) },
    resume: { ...resuming, go: async () => Boolean((await resume({ submissionId })).ok) },
    return: { ...returning, go: async (reason: string) => Boolean((await giveBack({ submissionId, reason })).ok) },
    askModeration: { ...moderating, go: async () => Boolean((await moderate({ submissionId })).ok) },
    proposeVoid: { ...proposing, go: async (reason: string) => Boolean((await propose({ submissionId, reason })).ok) },
    decideVoid: { ...deciding, go: async () => Boolean((await decide({ submissionId, confirmed: true })).ok) },
  };
}
