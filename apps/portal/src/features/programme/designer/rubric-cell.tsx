import type { HTMLAttributes, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText, type SheetColumn, type SheetCriterion } from './rubric-sheet.js';
import { commit, write } from './sheet-state.js';
import type { ActOnSheet } from './use-rubric-sheet.js';
import { vagueWords } from '@assay/rubric';
import styles from './rubric.module.css';

interface Props {
  criterion: SheetCriterion;
  column: SheetColumn;
  isPassing: boolean;
  isCursor: boolean;
  isSelected: boolean;
  /** The awarded skill that the criterion shows, where there are several. */
  skillName: string | null;
  /** Whether the cell says something else than in the version before. */
  isChanged: boolean;
  /** Whether vague words are underlined: only where they can still be changed. */
  hints: boolean;
  /** The text as it is being written, or null. */
  writing: string | null;
  onGo: (stretch: boolean) => void;
  onEdit: () => void;
  act: ActOnSheet;
  /** What the whole sheet does with keys and the clipboard. */
  listeners: Pick<HTMLAttributes<HTMLTableCellElement>, 'onKeyDown' | 'onPaste' | 'onCopy' | 'onCut'>;
}

/** One cell: read, chosen, or being written in. */
export function RubricCell({
  criterion,
  column,
  isPassing,
  isCursor,
  isSelected,
  skillName,
  isChanged,
  hints,
  writing,
  onGo,
  onEdit,
  act,
  listeners,
}: Props) {
  const text = cellText(criterion, column);
  return (
    <td
      {...listeners}
      data-cell
      data-kind={column.kind}
      data-passing={isPassing}
      data-changed={isChanged || undefined}
      aria-selected={isSelected}
      tabIndex={isCursor ? 0 : -1}
      onMouseDown={(event) => {
        if (writing !== null) return;
        if (event.shiftKey) event.preventDefault();
        onGo(event.shiftKey);
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isCursor) onGo(false);
      }}
      onDoubleClick={onEdit}
    >
      {writing === null ? (
        <>
          <Words text={text} column={column} hints={hints} />
          {column.kind === 'title' && skillName && <small className={styles.skillName}>{skillName}</small>}
        </>
      ) : (
        <Writing text={writing} column={column} act={act} />
      )}
    </td>
  );
}

function Writing({ text, column, act }: { text: string; column: SheetColumn; act: ActOnSheet }) {
  const { t } = useTranslation('programme');
  return (
    <textarea
      className={styles.writing}
      data-kind={column.kind}
      aria-label={t('rubric.writing')}
      value={text}
      rows={1}
      // The cell was opened by a key or a double click: writing goes on where the text ends.
      ref={(field) => {
        if (!field || field === document.activeElement) return;
        field.focus();
        field.setSelectionRange(text.length, text.length);
      }}
      onChange={(event) => {
        const { value } = event.currentTarget;
        act((now) => write(now, value));
      }}
      onBlur={() => act(commit)}
    />
  );
}

function Words({ text, column, hints }: { text: string; column: SheetColumn; hints: boolean }) {
  if (text === '') return <span className={styles.none}>{column.kind === 'mustReach' ? '–' : ''}</span>;
  if (hints && column.kind === 'level') return <Underlined text={text} />;
  return text;
}

/** The text with the words underlined that two assessors may read differently. */
function Underlined({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const vague of vagueWords(text)) {
    parts.push(text.slice(at, vague.start), <u key={vague.start}>{vague.word}</u>);
    at = vague.end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
