import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../../components/level-tile.js';
import type { SnapshotCriterion } from '../review.types.js';
import styles from './criterion-row.module.css';

interface Props {
  row: SnapshotCriterion;
  level: number | null;
  comment: string;
  onOpen: () => void;
}

/** A criterion that is not open: what was given, and what is still missing there. */
export function CriterionRow({ row, level, comment, onOpen }: Props) {
  const { t } = useTranslation('reviews');
  const { criterion } = row;
  const chosen = criterion.levels.find((each) => each.ordinal === level);
  const wantsComment = chosen && !chosen.isCompetent && comment.trim() === '';
  const competent = criterion.levels.find((each) => each.isCompetent)?.ordinal;
  return (
    <button type="button" className={styles.row} data-marked={level !== null} onClick={onOpen}>
      <span className={styles.number}>{row.number}</span>
      <span className={styles.words}>
        <span className={styles.title}>
          {criterion.title}
          {criterion.mustReach !== null && (
            <small> · {t('criterion.mustReach', { level: criterion.mustReach }).toLowerCase()}</small>
          )}
        </span>
        <span className={wantsComment ? styles.amber : styles.sub}>
          {wantsComment
            ? t('criterion.sayWhat', { level: competent })
            : comment.trim() || (row.notEvidenced ? t('criterion.notEvidenced') : '')}
        </span>
      </span>
      {level === null ? (
        <span className={styles.quiet}>{t('criterion.notMarked')}</span>
      ) : (
        <LevelTile level={level} label={t('criterion.level', { level })} />
      )}
    </button>
  );
}
