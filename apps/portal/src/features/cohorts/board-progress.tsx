import { useTranslation } from 'react-i18next';
import { OpenWords } from '../../components/open-number.js';
import type { Board } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { ProgressStrip, StripLegend } from './progress-strip.js';
import { grouped } from './progress.rules.js';

/** How far the cohort is with each achievement, as strips. The table below says the same person by person. */
export function BoardProgress({ of, to }: { of: Board; to: string }) {
  const { t } = useTranslation('cohorts');
  if (!of.sums?.people) return null;
  const words = (count: number) => t('columns.of', { count, all: of.sums?.people ?? 0 });
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
              <dd className={styles.number}>
                <OpenWords
                  count={sums.earned}
                  to={to}
                  label={t('columns.opens', { name, what: t('columns.earned'), words: words(sums.earned) })}
                >
                  {words(sums.earned)}
                </OpenWords>
              </dd>
            </div>
          );
        })}
      </dl>
      <StripLegend />
    </section>
  );
}
