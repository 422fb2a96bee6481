import { useTranslation } from 'react-i18next';
import { ReadinessBar, ReadinessRuler } from '../../components/readiness-bar.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useViewer } from '../../lib/viewer.js';
import styles from './readiness-head.module.css';
import { SKILLS } from './skill-by-skill.js';
import type { Goal, Readiness } from './home.documents.js';

/** The role one is measured by, how much of it is verified, and what blocks it. */
export function ReadinessHead({ readiness, goal }: { readiness: Readiness; goal: Goal | null }) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const { person } = useViewer();
  const above = !goal
    ? t('readiness.yourRole')
    : goal.byDay
      ? t('readiness.goalBy', { date: date(goal.byDay) })
      : t('readiness.goal');
  const skills = readiness.rows.length > 0 ? `#${SKILLS}` : undefined;
  const unit = person.employment?.orgUnit?.name;
  return (
    <section className={styles.head} aria-label={t('readiness.label')}>
      <div>
        <p className={styles.above}>{above}</p>
        <h1>{readiness.jobRoleLevel.name}</h1>
        <p className={styles.below}>
          {unit ? t('readiness.from', { role: person.employment?.jobTitle, unit }) : person.employment?.jobTitle}
        </p>
        {goal && <p className={styles.below}>{sharedWith()}</p>}
        <p className={styles.links}>
          <TextLink to="/growth/pathway">{t('readiness.pathway')}</TextLink>
          <TextLink to="/growth/pathway?choose=1">{goal ? t('readiness.change') : t('readiness.choose')}</TextLink>
        </p>
      </div>
      <div className={styles.bars}>
        <ReadinessBar standing="verified" word={t('layers.verified')} share={readiness.verified} to={skills} />
        <ReadinessBar standing="claimed" word={t('layers.claimed')} share={readiness.claimed} to={skills} />
        <ReadinessRuler>{t('readiness.note', { count: readiness.rows.length })}</ReadinessRuler>
      </div>
      <div className={styles.blocked}>
        {readiness.blockedBy.length > 0 ? (
          <p>
            <strong>
              <em>{t('readiness.blocked', { count: readiness.blockedBy.length })}</em>{' '}
              {readiness.blockedBy.map((skill) => skill.name).join(', ')}
            </strong>
          </p>
        ) : (
          <p>{t('readiness.notBlocked')}</p>
        )}
        <p className={styles.below}>{t('readiness.claims')}</p>
      </div>
    </section>
  );

  function sharedWith() {
    if (goal?.chosenBy && goal.chosenBy.id !== person.id)
      return t('readiness.assigned', { name: goal.chosenBy.displayName });
    return goal?.shared ? t('readiness.shared') : t('readiness.notShared');
  }
}
