import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconColumnInsertRight,
  IconRowInsertBottom,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { CriterionSkills } from './criterion-skills.js';
import type { DraftSkill } from './draft.js';
import { PassesAt } from './passes-at.js';
import { RubricFileMenu } from './rubric-file-menu.js';
import { RubricImportDialog } from './rubric-import-dialog.js';
import { addLevel, columnsOf, type RubricSheet } from './rubric-sheet.js';
import { RubricGrid } from './rubric-grid.js';
import { cellOf } from './sections.js';
import { SheetNote } from './sheet-note.js';
import { again, changed, goTo, insertBelow, paste, replaceAll, type SheetState, takeBack } from './sheet-state.js';
import { newId, useRubricSheet } from './use-rubric-sheet.js';
import { VagueNote } from './vague-note.js';
import styles from './rubric.module.css';

interface Props {
  versionId: string;
  sheet: RubricSheet;
  cutScore: number;
  readOnly: boolean;
  /** Path of a field that somebody wants to mend. */
  at: string | null;
  /** The awarded skills; a criterion names its own where there are several. */
  skills: readonly DraftSkill[];
  /** Paths of cells that say something else than in the version before. */
  changedCells: ReadonlySet<string>;
  onChange: (sheet: RubricSheet) => void;
  onCutScore: (cutScore: number) => void;
  onRow: (row: number) => void;
}

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** The rubric, written like a spreadsheet. */
export function RubricSection(props: Props) {
  const { versionId, sheet, cutScore, readOnly, at, skills, changedCells, onChange, onCutScore, onRow } = props;
  const { t } = useTranslation('programme');
  const grid = useRef<HTMLTableElement>(null);
  const { state, act } = useRubricSheet(sheet, onChange);
  const { row } = state.cursor;
  useEffect(() => onRow(row), [row, onRow]);
  useEffect(() => {
    const cell = at ? cellOf(at) : null;
    if (at?.endsWith('.skillId')) {
      document.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`)?.focus();
      return;
    }
    if (!cell) return;
    act((now) => goTo(now, cell.row, columnOf(now, cell.column)));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at, act]);

  const step = (change: (now: SheetState) => SheetState) => {
    act(change);
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const [bringing, setBringing] = useState<{ cells: string[][] | null } | null>(null);
  const whole = bringing?.cells ?? null;
  const close = (change?: (now: SheetState) => SheetState) => {
    setBringing(null);
    if (change) step(change);
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
            <Button variant="quiet" icon={<IconClipboard {...ICON} />} onClick={() => setBringing({ cells: null })}>
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
        <RubricFileMenu versionId={versionId} onImport={readOnly ? null : () => setBringing({ cells: null })} />
        <PassesAt value={cutScore} onChange={onCutScore} readOnly={readOnly} />
      </div>
      <RubricGrid
        ref={grid}
        state={state}
        act={act}
        readOnly={readOnly}
        skillNames={skills.length > 1 ? new Map(skills.map(({ skill }) => [skill.id, skill.name])) : null}
        changedCells={changedCells}
        onWhole={(cells) => setBringing({ cells })}
      />
      <CriterionSkills
        sheet={state.history.present}
        skills={skills}
        readOnly={readOnly}
        onChange={(next) => act((now) => changed(now, next))}
      />
      {bringing && (
        <RubricImportDialog
          sheet={state.history.present}
          pasted={whole}
          onUse={(next) => close((now) => replaceAll(now, next))}
          onCells={whole && (() => close((now) => paste(now, whole, newId)))}
          onClose={() => close()}
        />
      )}
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
