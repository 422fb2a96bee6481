import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconColumnInsertRight,
  IconRowInsertBottom,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { useToast } from '../../../components/toast.js';
import { PassesAt } from './passes-at.js';
import { addLevel, columnsOf, type RubricSheet } from './rubric-sheet.js';
import { RubricGrid } from './rubric-grid.js';
import { cellOf } from './sections.js';
import { SheetNote } from './sheet-note.js';
import { again, changed, goTo, insertBelow, paste, type SheetState, takeBack } from './sheet-state.js';
import { newId, useRubricSheet } from './use-rubric-sheet.js';
import { VagueNote } from './vague-note.js';
import styles from './rubric.module.css';

interface Props {
  sheet: RubricSheet;
  cutScore: number;
  readOnly: boolean;
  /** Path of a field that somebody wants to mend. */
  at: string | null;
  onChange: (sheet: RubricSheet) => void;
  onCutScore: (cutScore: number) => void;
  onRow: (row: number) => void;
}

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** The rubric, written like a spreadsheet. */
export function RubricSection({ sheet, cutScore, readOnly, at, onChange, onCutScore, onRow }: Props) {
  const { t } = useTranslation('programme');
  const toast = useToast();
  const grid = useRef<HTMLTableElement>(null);
  const { state, act } = useRubricSheet(sheet, onChange);
  const { row } = state.cursor;
  useEffect(() => onRow(row), [row, onRow]);
  useEffect(() => {
    const cell = at ? cellOf(at) : null;
    if (!cell) return;
    act((now) => goTo(now, cell.row, columnOf(now, cell.column)));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at, act]);

  const step = (change: (now: SheetState) => SheetState) => {
    act(change);
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const pasteFromClipboard = async () => {
    // Browsers may refuse to read the clipboard; pasting with the keyboard always works.
    const text = await navigator.clipboard?.readText().catch(() => null);
    if (text) step((now) => paste(now, text, newId));
    else toast(t('rubric.pasteByKey'));
  };

  return (
    <div className={styles.section}>
      <div className={styles.bar}>
        {!readOnly && (
          <>
            <Button
              variant="quiet"
              icon={<IconRowInsertBottom {...ICON} />}
              onClick={() => step((now) => insertBelow(now, now.history.present.length - 1, newId))}
            >
              {t('rubric.criterion')}
            </Button>
            <Button
              variant="quiet"
              icon={<IconColumnInsertRight {...ICON} />}
              onClick={() => step((now) => changed(now, addLevel(now.history.present, t('rubric.newLevel'), newId)))}
            >
              {t('rubric.level')}
            </Button>
            <Button variant="quiet" icon={<IconClipboard {...ICON} />} onClick={() => void pasteFromClipboard()}>
              {t('rubric.paste')}
            </Button>
            <IconButton
              label={t('rubric.undo')}
              disabled={state.history.past.length === 0}
              onClick={() => step(takeBack)}
            >
              <IconArrowBackUp {...ICON} />
            </IconButton>
            <IconButton
              label={t('rubric.redo')}
              disabled={state.history.future.length === 0}
              onClick={() => step(again)}
            >
              <IconArrowForwardUp {...ICON} />
            </IconButton>
          </>
        )}
        <PassesAt value={cutScore} onChange={onCutScore} readOnly={readOnly} />
      </div>
      <RubricGrid ref={grid} state={state} act={act} readOnly={readOnly} />
      <div className={styles.below}>
        <SheetNote news={state.news} />
        {!readOnly && <VagueNote state={state} />}
        {!readOnly && <p className={styles.keys}>{t('rubric.keys')}</p>}
      </div>
    </div>
  );
}

function columnOf(state: SheetState, wanted: 'title' | 'description' | 'weight' | 'mustReach' | number): number {
  const columns = columnsOf(state.history.present);
  const first = columns.findIndex((column) => column.kind === 'level');
  const at = typeof wanted === 'number' ? first + wanted : columns.findIndex((column) => column.kind === wanted);
  return Math.max(0, at);
}
