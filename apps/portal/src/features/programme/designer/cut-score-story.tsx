import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.js';
import type { Version } from './designer.documents.js';
import styles from './cut-score.module.css';

/** Who set the score, when, how, and what it rests on. */
export function CutScoreStory({ setting, cutScore }: { setting: Version['cutScoreSetting']; cutScore: number }) {
  const { t } = useTranslation('programme');
  const { date } = useFormat();
  const percent = Math.round(cutScore * 100);
  if (!setting) return <p className={styles.story}>{t('cut.story.nobody', { percent })}</p>;
  const who = setting.setBy?.displayName ?? t('cut.story.somebody');
  const facts = { percent, who, day: date(setting.setAt) };
  const { angoff, regression } = setting;
  // Spread and error are shares of all points: people read them as points of a hundred.
  const points = (share: number | null) => (share === null ? '–' : (share * 100).toFixed(1));
  if (angoff)
    return (
      <>
        <p className={styles.story}>
          {t('cut.story.panel', { ...facts, count: angoff.judges.length, round: angoff.round })}
        </p>
        <p className={styles.facts}>
          {t('cut.story.spread', { sd: points(angoff.standardDeviation), se: points(angoff.standardError) })}{' '}
          {angoff.judges.map(({ name, cut }) => `${name} ${Math.round(cut * 100)} %`).join(', ')}.
        </p>
      </>
    );
  if (regression)
    return (
      <>
        <p className={styles.story}>{t('cut.story.marks', { ...facts, count: regression.n })}</p>
        <p className={styles.facts}>
          {t('cut.story.fit', { r2: regression.r2.toFixed(2), se: points(regression.standardError) })}
        </p>
      </>
    );
  return (
    <>
      <p className={styles.story}>{t('cut.story.judgement', facts)}</p>
      {setting.reason && <p className={styles.facts}>{setting.reason}</p>}
    </>
  );
}
