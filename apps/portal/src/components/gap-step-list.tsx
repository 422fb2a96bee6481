import { useTranslation } from 'react-i18next';
import { achievementTitle } from '../lib/format.js';
import type { GapStep } from '../lib/gap-step.documents.js';
import styles from './gap-step-list.module.css';
import { TextLink } from './text-link.js';

/** What can be done next, each with why and what it takes; the first leaves least to do. */
export function GapStepList({ steps, label }: { steps: readonly GapStep[]; label: string }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => (
        <GapStepLine key={`${step.kind} ${pathOf(step)}`} step={step} />
      ))}
    </ol>
  );
}

function GapStepLine({ step }: { step: GapStep }) {
  const { t } = useTranslation('kit');
  // t('kit:gapStep.name.GO_ON') t('kit:gapStep.name.RENEW') t('kit:gapStep.name.PRIOR_LEARNING')
  // t('kit:gapStep.name.EARN') t('kit:gapStep.name.COURSE') t('kit:gapStep.name.MENTOR')
  // t('kit:gapStep.why.GO_ON') t('kit:gapStep.why.RENEW') t('kit:gapStep.why.PRIOR_LEARNING')
  // t('kit:gapStep.why.EARN') t('kit:gapStep.why.COURSE') t('kit:gapStep.why.MENTOR')
  const { kind, hours, hoursSaid, remains, evidence, level } = step;
  const verifies = kind !== 'COURSE' && kind !== 'MENTOR';
  return (
    <li>
      <span className={styles.words}>
        <TextLink to={pathOf(step)}>{t(`gapStep.name.${kind}`, { name: nameOf(step) })}</TextLink>
        <small>
          {t(`gapStep.why.${kind}`, { level: level ? `${level.ordinal} ${level.label}` : '' })}{' '}
          {verifies && remains > 0 && t('gapStep.leaves', { count: remains })}{' '}
          {kind !== 'EARN' && evidence.length > 0 && (
            <b>{t('gapStep.evidence', { titles: evidence.map(({ title }) => title).join(', ') })}</b>
          )}
        </small>
      </span>
      <span className={styles.hours}>
        {hours !== null && t('gapStep.hours', { count: hours })}
        {!hoursSaid && <small>{t('gapStep.hoursTaken')}</small>}
      </span>
    </li>
  );
}

function nameOf({ achievement, course, mentor }: GapStep): string {
  if (achievement) return achievementTitle(achievement);
  return course?.title ?? mentor?.displayName ?? '';
}

function pathOf({ kind, achievement, submission, course, mentor }: GapStep): string {
  if (kind === 'GO_ON' && submission) return `/growth/submissions/${submission.id}`;
  if (kind === 'PRIOR_LEARNING') return `/growth/prior-learning/${achievement?.id}`;
  if (course) return `/growth/courses/${course.id}`;
  return mentor ? `/growth/colleagues/${mentor.id}` : `/growth/achievements/${achievement?.id}`;
}
