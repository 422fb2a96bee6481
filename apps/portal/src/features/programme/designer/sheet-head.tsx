import { useTranslation } from 'react-i18next';
import { LevelHead } from './level-head.js';
import type { SheetColumn } from './rubric-sheet.js';
import type { ActOnSheet } from './use-rubric-sheet.js';
import styles from './rubric.module.css';

/** Head of a column: a level with what can be done with it, or a plain name. */
export function SheetHead({
  column,
  isPassing,
  isHighest,
  act,
  readOnly,
}: {
  column: SheetColumn;
  isPassing: boolean;
  isHighest: boolean;
  act: ActOnSheet;
  readOnly: boolean;
}) {
  const { t } = useTranslation('programme');
  if (column.kind === 'level')
    return (
      <th scope="col" data-passing={isPassing} className={styles.level}>
        <LevelHead column={column} isPassing={isPassing} isHighest={isHighest} act={act} readOnly={readOnly} />
      </th>
    );
  // t('programme:rubric.columns.title') t('programme:rubric.columns.description') t('programme:rubric.columns.weight')
  // t('programme:rubric.columns.mustReach')
  return (
    <th scope="col" className={styles[column.kind]}>
      {t(`rubric.columns.${column.kind}`)}
    </th>
  );
}
