import { Select, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import type { ResultOf, VariablesOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { type APPEAL, ASK_APPEAL_MARK, CHECK_APPEAL, DECIDE_APPEAL } from './appeals.documents.js';
import { AppealHead, AppealWords } from './appeal-words.js';
import { EvidenceBeside } from '../evidence-beside.js';
import { changesToSend, LevelChanges } from '../level-changes.js';
import styles from '../settled.module.css';
import { useKept } from '../use-kept.js';

type Appeal = NonNullable<ResultOf<typeof APPEAL>['appeal']>;
type Outcome = VariablesOf<typeof DECIDE_APPEAL>['outcome'];

/** Taking an appeal up, having it judged anew, and answering it. */
export function AnswerAppeal({ appeal, onChanged }: { appeal: Appeal; onChanged: () => void }) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const kept = useKept(`appeal-${appeal.id}`);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [missing, setMissing] = useState(false);
  const choice = useRef<HTMLInputElement>(null);
  const [check, checking] = useResultMutation(CHECK_APPEAL, { refetch: ['Appeals'] });
  const [ask, asking] = useResultMutation(ASK_APPEAL_MARK);
  const [decide, deciding] = useResultMutation(DECIDE_APPEAL, { refetch: ['Appeals'] });
  const checks = appeal.viewerCan.includes('check');
  const decides = appeal.viewerCan.includes('decide');
  const { id } = appeal;
  const after = (ok: unknown, words: string) => {
    if (ok) toast(words);
    onChanged();
  };
  const takeUp = async (inScope: boolean) =>
    after((await check({ id, inScope, answer: kept.text })).ok, inScope ? t('appeals.takenUp') : t('appeals.answered'));
  const answer = async () => {
    if (!outcome) {
      setMissing(true);
      choice.current?.focus();
      return;
    }
    const criteria = outcome === 'DISMISSED' ? [] : changesToSend(kept.changes);
    const { ok } = await decide({ id, outcome, answer: kept.text, criteria });
    if (ok) kept.clear();
    after(ok, t('appeals.answered'));
  };
  const outcomes: { value: Outcome; label: string }[] = [
    { value: 'UPHELD', label: t('appeals.state.UPHELD') },
    { value: 'PARTLY_UPHELD', label: t('appeals.state.PARTLY_UPHELD') },
    { value: 'DISMISSED', label: t('appeals.state.DISMISSED') },
  ];
  const refusal = deciding.refusal ?? checking.refusal ?? asking.refusal;
  const failed = deciding.failed ?? checking.failed ?? asking.failed;
  return (
    <EvidenceBeside
      snapshot={appeal.case && appeal.case.snapshot}
      head={<AppealHead appeal={appeal} />}
      foot={
        (checks || decides) && (
          <>
            <div className={styles.said}>
              {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
              {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
            </div>
            <div className={styles.acts}>
              {appeal.viewerCan.includes('askMark') && (
                <Button
                  busy={asking.loading}
                  onClick={() => void ask({ id }).then(({ ok }) => after(ok, t('appeals.asked')))}
                >
                  {t('appeals.ask')}
                </Button>
              )}
              {checks && <Button onClick={() => void takeUp(false)}>{t('appeals.outOfScope')}</Button>}
              {checks && (
                <Button variant="primary" size="large" busy={checking.loading} onClick={() => void takeUp(true)}>
                  {t('appeals.takeUp')}
                </Button>
              )}
              {decides && (
                <Button variant="primary" size="large" busy={deciding.loading} onClick={() => void answer()}>
                  {t('appeals.answerAct')}
                </Button>
              )}
            </div>
          </>
        )
      }
    >
      {(evidenceOf) => (
        <>
          <AppealWords appeal={appeal} />
          <LevelChanges
            criteria={appeal.case?.achievementVersion?.rubric.criteria ?? []}
            decided={appeal.decision?.criteria ?? []}
            marks={appeal.marks}
            changes={kept.changes}
            evidenceOf={evidenceOf}
            onChange={decides && outcome && outcome !== 'DISMISSED' ? kept.setChanges : null}
          />
          {(checks || decides) && (
            <div className={styles.form}>
              {decides && (
                <Select
                  ref={choice}
                  label={t('appeals.outcome')}
                  error={missing && !outcome ? t('appeals.outcomeMissing') : null}
                  data={outcomes}
                  value={outcome}
                  onChange={(value) => setOutcome(outcomes.find((each) => each.value === value)?.value ?? null)}
                />
              )}
              <Textarea
                label={t('appeals.answer')}
                description={checks ? t('appeals.answerCheckHint') : t('appeals.answerHint')}
                autosize
                minRows={4}
                maxLength={5000}
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
