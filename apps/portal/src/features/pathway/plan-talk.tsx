import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { PlanReview } from '../../components/plan-review.js';
import { RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { MY_PLAN_REVIEW, PROPOSE_PLAN } from './plan-talk.documents.js';
import styles from './plan-panel.module.css';

const REFETCH = ['MyPlanReview'];

/** What one agreed on with the line manager; and the way to propose the plan as it stands today. */
export function PlanTalk({ hasSteps }: { hasSteps: boolean }) {
  const { t } = useTranslation('pathway');
  const toast = useToast();
  const { data } = useQuery(MY_PLAN_REVIEW);
  const [propose, { loading, refusal, failed }] = useResultMutation(PROPOSE_PLAN, { refetch: REFETCH });
  const goal = data?.myGoal;
  if (!goal) return null;
  const send = async () => {
    const { ok } = await propose({});
    if (ok) toast(t('talk.done'));
  };
  const isNew = !goal.review || goal.review.changes.length > 0;
  return (
    <Section title={t('talk.title')}>
      {goal.review && <PlanReview review={goal.review} refetch={REFETCH} />}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
      {!goal.shared && (
        <p className={styles.note}>
          {t('talk.notShared')} <TextLink to="?choose=1">{t('talk.share')}</TextLink>
        </p>
      )}
      {goal.shared && hasSteps && isNew && (
        <Button className={styles.propose} busy={loading} onClick={() => void send()}>
          {goal.review ? t('talk.again') : t('talk.propose')}
        </Button>
      )}
    </Section>
  );
}
