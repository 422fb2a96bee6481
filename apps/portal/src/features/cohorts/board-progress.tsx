import { useTranslation } from 'react-i18next';
import type { Board } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { ProgressStrip, StripLegend } from './progress-strip.js';
import { grouped } from './progress.rules.js';

/** How far the cohort is with each achievement, as strips. The table below says the same person by person. */
export function BoardProgress({ of }: { of: Board }) {
  const { t } = useTranslation('cohorts');
  if (!of.sums?.people) return null;
  return (
    <section className={styles.progress} aria-label={t('board.progress')}>
      <dl>
        {of.programme?.achievements.map(({ achievementId, name }) => {
          const sums = grouped(of.progress?.find((each) => each.achievementId === achievementId)?.counts ?? []);
          return (
            <div key={achievementId}>
              <dt>{name}</dt>
              <dd>
                <ProgressStrip of={sums} />
              </dd>
              <dd className={styles.number}>{t('columns.of', { count: sums.earned, all: of.sums?.people ?? 0 })}</dd>
            </div>
          );
        })}
      </dl>
      <StripLegend />
    </section>
  );
}
