import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { cellText, columnsOf } from './rubric-sheet.js';
import type { SheetState } from './sheet-state.js';
import { vagueWords } from '@assay/rubric';
import styles from './rubric.module.css';

/** For the cell one is in: which word two assessors may read differently, and the question it leaves open. */
export function VagueNote({ state }: { state: SheetState }) {
  const { t } = useTranslation('programme');
  const { present } = state.history;
  const criterion = present[state.cursor.row];
  const column = columnsOf(present)[state.cursor.column];
  if (!criterion || column?.kind !== 'level') return null;
  const [vague] = vagueWords(cellText(criterion, column));
  if (!vague) return null;
  // t('programme:rubric.vague.quality') t('programme:rubric.vague.amount') t('programme:rubric.vague.knowing')
  // t('programme:rubric.vague.frequency')
  return (
    <div className={styles.vague}>
      <StatusWord tone="gilt">{t('rubric.vague.title')}</StatusWord>
      <p>{t(`rubric.vague.${vague.asks}`, { word: vague.word })}</p>
    </div>
  );
}
