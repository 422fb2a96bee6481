import { useTranslation } from 'react-i18next';
import styles from './progress-strip.module.css';
import { GROUPS, type Group } from './progress.rules.js';

/** How far a cohort is with one achievement, as a strip; the same in words for those who do not see it. */
export function ProgressStrip({ of }: { of: Record<Group, number> }) {
  const { t } = useTranslation('cohorts');
  const all = GROUPS.reduce((sum, group) => sum + of[group], 0);
  const shown = GROUPS.filter((group) => of[group] > 0);
  // t('cohorts:group.earned') t('cohorts:group.assessed') t('cohorts:group.begun') t('cohorts:group.open')
  const words = shown.map((group) => `${of[group]} ${t(`group.${group}`)}`).join(', ');
  return (
    <div className={styles.strip}>
      <span className="visually-hidden">{words}</span>
      {shown.map((group) => (
        <span key={group} data-group={group} style={{ flexGrow: of[group] / all }} />
      ))}
    </div>
  );
}

/** What the shades of the strips mean. */
export function StripLegend() {
  const { t } = useTranslation('cohorts');
  return (
    <ul className={styles.legend} aria-hidden>
      {GROUPS.map((group) => (
        <li key={group}>
          <span data-group={group} />
          {t(`group.${group}`)}
        </li>
      ))}
    </ul>
  );
}
