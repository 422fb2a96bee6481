import { useTranslation } from 'react-i18next';
import { Keycap } from '../../../components/keycap.js';
import type { RubricSheet, SheetCriterion } from './rubric-sheet.js';
import styles from './designer.module.css';

/** One criterion as it stands in the marking workspace: a number key per level. */
export function AssessorPreview({ rubric, criterion }: { rubric: RubricSheet; criterion: SheetCriterion | undefined }) {
  const { t } = useTranslation('programme');
  if (!criterion) return <p className={styles.hint}>{t('sheet.noCriteria')}</p>;
  const total = rubric.reduce((sum, each) => sum + each.weight, 0);
  const levels = [...criterion.levels].sort((a, b) => a.ordinal - b.ordinal);
  const competent = levels.find((level) => level.isCompetent);
  return (
    <div className={styles.criterion}>
      <h3>
        <span>{rubric.indexOf(criterion) + 1}</span> {criterion.title || t('sheet.untitled')}
      </h3>
      {criterion.description && <p className={styles.hint}>{criterion.description}</p>}
      <ol>
        {levels.map((level) => (
          <li key={level.id}>
            <Keycap large>{level.ordinal}</Keycap>
            <span>{level.descriptor || <i>{t('sheet.noWords')}</i>}</span>
          </li>
        ))}
      </ol>
      <p className={styles.hint}>
        {t('designer.weight', { weight: criterion.weight, total })}{' '}
        {competent && t('designer.comment', { level: competent.ordinal })}
      </p>
    </div>
  );
}
