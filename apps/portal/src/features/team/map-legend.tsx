import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../components/level-tile.js';
import { StandingShape } from '../../components/standing-shape.js';
import type { SkillColumn } from './map-model.js';
import styles from './team-page.module.css';

/** What tiles and marks mean. */
export function MapLegend({ column }: { column: SkillColumn | undefined }) {
  const { t } = useTranslation('team');
  return (
    <p className={styles.legend} aria-label={t('legend.title')}>
      {(column?.skill.framework.scale.levels ?? []).map((level) => (
        <span key={level.id}>
          <LevelTile level={level.ordinal} size="small" /> {level.label}
        </span>
      ))}
      <span>
        <LevelTile level={2} size="small" goal /> {t('legend.goal')}
      </span>
      <span>
        <StandingShape standing="observed" /> {t('legend.observed')}
      </span>
      <span>
        <StandingShape standing="claimed" /> {t('legend.claimed')}
      </span>
      <span className={styles.amber}>
        <LevelTile level={3} size="small" lapsed /> {t('legend.lapsed')}
      </span>
      <span className={styles.amber}>{t('legend.expiry')}</span>
    </p>
  );
}
