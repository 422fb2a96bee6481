import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { NewerVersion } from '../../../components/newer-version.js';
import { Section } from '../../../components/page.js';
import { PlanReview } from '../../../components/plan-review.js';
import { useFormat } from '../../../lib/format.js';
import { useViewer } from '../../../lib/viewer.js';
import { AssignGoalDialog } from './assign-goal-dialog.js';
import type { Colleague } from './colleague.documents.js';
import styles from './colleague.module.css';

/** What somebody aims at, for whom it is shared with, and the line manager's way to set it. */
export function GoalSection({ person }: { person: Colleague }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const { may } = useViewer();
  const [assigning, assign] = useState(false);
  const { goal } = person;
  const assigns = person.viewerObservesAs === 'MANAGER' && may('team.read');
  if (!goal && !assigns) return null;
  return (
    <Section title={t('seen.goal')} aside={goal?.byDay && date(goal.byDay)}>
      <p className={styles.hint}>
        {goal
          ? t('seen.goalAt', {
              name: goal.jobRoleLevel?.name,
              percent: Math.round((goal.readiness?.verified ?? 0) * 100),
              count: goal.readiness?.blockedBy.length ?? 0,
            })
          : t('assign.none')}
      </p>
      {goal && <NewerVersion goal={goal} verified={goal.readiness?.verified ?? 0} refetch={['Colleague']} />}
      {goal?.review && <PlanReview review={goal.review} refetch={['Colleague']} />}
      {assigns && (
        <Button className={styles.act} onClick={() => assign(true)}>
          {goal ? t('assign.change') : t('assign.act')}
        </Button>
      )}
      {assigning && <AssignGoalDialog person={person} onClose={() => assign(false)} />}
    </Section>
  );
}
