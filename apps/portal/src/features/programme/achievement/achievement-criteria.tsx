import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../../components/level-tile.js';
import type { AchievementView } from './achievement-view.js';
import styles from './achievement.module.css';

type Criterion = AchievementView['criteria'][number];

/** Each criterion with its levels in words; the lowest level that passes is marked. */
export function AchievementCriteria({ criteria }: { criteria: readonly Criterion[] }) {
  const { t } = useTranslation('programme');
  if (criteria.length === 0) return <p className={styles.hint}>{t('sheet.noCriteria')}</p>;
  const total = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return (
    <ol className={styles.criteria}>
      {criteria.map((criterion, index) => (
        <li key={criterion.id}>
          <details>
            <summary>
              <span className={styles.number}>{index + 1}</span>
              <span>
                <b>{criterion.title || t('sheet.untitled')}</b>
                {criterion.description && <span className={styles.hint}>{criterion.description}</span>}
              </span>
              <span className={styles.share}>{t('sheet.weight', { weight: criterion.weight, total })}</span>
            </summary>
            <Levels criterion={criterion} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function Levels({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation('programme');
  const levels = [...criterion.levels].sort((a, b) => a.ordinal - b.ordinal);
  const passing = levels.find((level) => level.isCompetent);
  return (
    <div className={styles.levels}>
      {levels.map((level) => (
        <div key={level.id} data-passing={level === passing}>
          <LevelTile level={level.ordinal} />
          <p>
            <b>
              {level.label}
              {level === passing && <span> {t('sheet.toPass')}</span>}
            </b>
            {level.descriptor || <span className={styles.hint}>{t('sheet.noWords')}</span>}
          </p>
        </div>
      ))}
      {criterion.mustReach !== null && <p className={styles.must}>{t('sheet.must', { level: criterion.mustReach })}</p>}
    </div>
  );
}
