import { useEffect, useImperativeHandle, useRef, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { looksWhole, tableOfClipboard } from './clipboard-table.js';
import { CriterionMenu } from './criterion-menu.js';
import { columnsOf, passingOrdinal } from './rubric-sheet.js';
import { RubricCell } from './rubric-cell.js';
import { copyRange } from './sheet-block.js';
import { inRange, rangeOf } from './sheet-cursor.js';
import { pathOf } from './sections.js';
import { SheetHead } from './sheet-head.js';
import { actOf, type SheetAct } from './sheet-keys.js';
import { clear, edit, goTo, paste, type SheetState } from './sheet-state.js';
import { stepOf } from './sheet-steps.js';
import { type ActOnSheet, newId } from './use-rubric-sheet.js';
import styles from './rubric.module.css';

interface Props {
  ref: Ref<HTMLTableElement>;
  state: SheetState;
  act: ActOnSheet;
  readOnly: boolean;
  /** Somebody pasted what looks like a whole rubric. */
  onWhole: (cells: string[][]) => void;
  /** Names of the awarded skills by id; null where there is a single one. */
  skillNames: ReadonlyMap<string, string> | null;
  /** Paths of cells that say something else than in the version before. */
  changedCells: ReadonlySet<string>;
}

// What may be done where nothing can be changed.
const HARMLESS: readonly SheetAct['act'][] = ['go', 'tab', 'escape'];

/** The cells. One of them takes part in the Tab order of the page; the arrows move it. */
export function RubricGrid({ ref, state, act, readOnly, skillNames, changedCells, onWhole }: Props) {
  const { t } = useTranslation('programme');
  const table = useRef<HTMLTableElement>(null);
  useImperativeHandle(ref, () => table.current as HTMLTableElement, []);
  const { present } = state.history;
  const columns = columnsOf(present);
  const range = rangeOf(state.cursor);
  const passing = passingOrdinal(present);
  const writing = state.editing !== null;

  const hadFocus = useRef(false);
  useEffect(() => {
    const focused = document.activeElement;
    // A cell or field that was just taken away leaves the focus nowhere: then it was ours, too.
    const isOurs = table.current?.contains(focused) || (hadFocus.current && focused === document.body);
    hadFocus.current = Boolean(isOurs);
    // The focus follows the cursor, but is never taken from elsewhere on the page.
    if (!writing && isOurs) table.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }, [state.cursor, writing, present.length]);

  const press = (event: KeyboardEvent) => {
    hadFocus.current = true;
    const meant = actOf(event, writing, document.dir === 'rtl');
    if (!meant || (readOnly && !HARMLESS.includes(meant.act))) return;
    if (act((now) => stepOf(now, meant))) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (writing || readOnly) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const cells = tableOfClipboard({ html: event.clipboardData.getData('text/html'), text });
    if (state.cursor.column === 0 && looksWhole(cells)) onWhole(cells);
    else if (text) act((now) => paste(now, cells, newId));
  };
  const onCopy = (event: ClipboardEvent) => {
    if (writing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyRange(present, range));
    if (event.type === 'cut' && !readOnly) act(clear);
  };

  const listeners = { onKeyDown: press, onPaste, onCopy, onCut: onCopy };

  return (
    <div className={styles.scroll}>
      {/* A table one moves about in is a grid (ARIA Authoring Practices, grid pattern); its cells follow from that. */}
      <table ref={table} role="grid" aria-label={t('rubric.sheet')} className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              <span className="visually-hidden">{t('rubric.number')}</span>
            </th>
            {columns.map((column, index) => (
              <SheetHead
                key={index}
                column={column}
                isPassing={column.kind === 'level' && column.ordinal === passing}
                isHighest={columns[index + 1]?.kind !== 'level'}
                act={act}
                readOnly={readOnly}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {present.map((criterion, row) => (
            <tr key={criterion.id}>
              <th scope="row" className={styles.number}>
                <CriterionMenu row={row} rows={present.length} title={criterion.title} act={act} readOnly={readOnly} />
              </th>
              {columns.map((column, index) => {
                const isCursor = state.cursor.row === row && state.cursor.column === index;
                return (
                  <RubricCell
                    key={index}
                    criterion={criterion}
                    column={column}
                    isPassing={column.kind === 'level' && column.ordinal === passing}
                    isCursor={isCursor}
                    isSelected={inRange(range, row, index)}
                    skillName={skillNames?.get(criterion.skillId ?? '') ?? null}
                    isChanged={changedCells.has(pathOf(row, column))}
                    hints={!readOnly}
                    writing={isCursor ? (state.editing?.text ?? null) : null}
                    onGo={(stretch) => act((now) => goTo(now, row, index, stretch))}
                    onEdit={() => !readOnly && act((now) => edit(goTo(now, row, index)))}
                    act={act}
                    listeners={listeners}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
