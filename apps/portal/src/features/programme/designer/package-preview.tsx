import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { RubricFile } from './rubric-import.documents.js';
import { columnsOf, levelOf, type RubricSheet } from './rubric-sheet.js';
import styles from './rubric-import.module.css';

interface Props {
  rubrics: RubricFile['rubrics'];
  sheet: RubricSheet;
  onUse: (sheet: RubricSheet) => void;
  onClose: () => void;
}

/** The rubrics of a CASE package, one at a time, as they would stand here. */
export function PackagePreview({ rubrics, sheet, onUse, onClose }: Props) {
  const { t } = useTranslation('programme');
  const [chosen, choose] = useState(0);
  const shown = rubrics[chosen];
  if (!shown) return null;
  const { criteria } = shown.rubric;
  const levels = columnsOf(criteria).flatMap((column) => (column.kind === 'level' ? [column] : []));
  return (
    <div className={styles.preview}>
      {rubrics.length > 1 && (
        <label className={styles.which}>
          {t('bring.which', { count: rubrics.length })}
          <select value={chosen} onChange={(event) => choose(Number(event.currentTarget.value))}>
            {rubrics.map(({ title }, index) => (
              <option key={index} value={index}>
                {title || t('bring.untitled', { number: index + 1 })}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className={styles.lead}>
        {t('bring.found', {
          criteria: t('bring.criteria', { count: criteria.length }),
          levels: t('bring.levels', { count: levels.length }),
        })}{' '}
        {t('bring.replaces', { count: sheet.length })}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('bring.table')}>
          <thead>
            <tr>
              <th scope="col">{t('rubric.columns.title')}</th>
              {levels.map(({ ordinal, label, isCompetent }) => (
                <th key={ordinal} scope="col" data-passes={isCompetent}>
                  {t('rubric.levelHead', { ordinal, label })}
                </th>
              ))}
              <th scope="col">{t('rubric.columns.weight')}</th>
              <th scope="col">{t('rubric.columns.mustReach')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <tr key={criterion.id}>
                <td data-role="TITLE">{criterion.title}</td>
                {levels.map(({ ordinal, isCompetent }) => (
                  <td key={ordinal} data-passes={isCompetent}>
                    {levelOf(criterion, ordinal)?.descriptor}
                  </td>
                ))}
                <td data-role="WEIGHT">{criterion.weight}</td>
                <td>{criterion.mustReach ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.notes.length > 0 && (
        <ul className={styles.notes}>
          {shown.notes.map(({ place, message }) => (
            <li key={place}>
              {place}: {message}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('create.cancel')}</Button>
        <Button variant="primary" data-autofocus onClick={() => onUse(criteria)}>
          {t('bring.use')}
        </Button>
      </div>
    </div>
  );
}
