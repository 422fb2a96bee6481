import { isGroup, type StackRow } from '@assay/pathway';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.js';
import { added, changedAt, type Countable, movedBy, movedInto, removedAt } from './stack-draft.js';
import { StackRowView } from './stack-row-view.js';
import styles from './stack.module.css';

interface Props {
  parts: readonly StackRow[];
  self: string;
  known: ReadonlyMap<string, Countable>;
  points: readonly { field: string; message: string }[];
  readOnly: boolean;
  onChange: (parts: StackRow[]) => void;
  onKnow: (countable: Countable) => void;
}

type Moved = { rows: StackRow[]; at: number };

/** The parts, one below the other. Rows take the keys: arrows go, Alt with an arrow moves, Delete takes away. */
export function StackTree({ parts, self, known, points, readOnly, onChange, onKnow }: Props) {
  const { t } = useTranslation('programme');
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const wanted = useRef<'row' | 'field' | null>(null);
  useEffect(() => {
    const row = wanted.current && list.current?.querySelectorAll<HTMLElement>('[data-row]')[at];
    if (row) (wanted.current === 'field' ? (row.querySelector<HTMLElement>('input, select') ?? row) : row).focus();
    wanted.current = null;
  });
  const go = (next: number) => {
    wanted.current = 'row';
    setAt(Math.max(0, Math.min(parts.length - 1, next)));
  };
  const take = ({ rows, at: landed }: Moved) => {
    wanted.current = 'row';
    setAt(landed);
    onChange(rows);
  };
  const add = (row: number, kind: StackRow['kind']) => {
    const rows = added(parts, row, kind);
    wanted.current = 'field';
    setAt(rows.findIndex((each, index) => each !== parts[index]));
    onChange(rows);
  };
  const remove = (row: number) => take({ rows: removedAt(parts, row), at: Math.max(0, row - 1) });
  const press = (event: KeyboardEvent<HTMLElement>, row: number) => {
    if (event.target !== event.currentTarget) {
      // Out of a field and back to its row.
      if (event.key === 'Escape') event.currentTarget.focus();
      return;
    }
    const { key, altKey } = event;
    const act = altKey ? MOVES[key] : undefined;
    if (act && !readOnly) take(act(parts, row));
    else if (altKey) return;
    else if (key === 'ArrowDown' || key === 'ArrowUp') go(row + (key === 'ArrowDown' ? 1 : -1));
    else if (key === 'Home' || key === 'End') go(key === 'Home' ? 0 : parts.length - 1);
    else if (key === 'Enter') event.currentTarget.querySelector<HTMLElement>('input, select, button')?.focus();
    else if ((key === 'Delete' || key === 'Backspace') && !readOnly) remove(row);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div ref={list} role="tree" className={styles.tree} aria-label={t('stack.parts')}>
        {parts.map((row, index) => {
          const point = points.find(({ field }) => field === `stackRule.parts.${index}`);
          return (
            <div
              key={index}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-selected={index === at}
              data-row
              data-field={`stackRule.parts.${index}`}
              data-open={point !== undefined}
              style={{ '--depth': row.depth } as React.CSSProperties}
              tabIndex={index === Math.min(at, parts.length - 1) ? 0 : -1}
              aria-label={t('stack.part', { number: index + 1 })}
              onKeyDown={(event) => press(event, index)}
              onFocus={() => setAt(index)}
            >
              <StackRowView
                row={row}
                number={index + 1}
                isGroup={isGroup(row)}
                self={self}
                known={known}
                readOnly={readOnly}
                onChange={(change) => onChange(changedAt(parts, index, change))}
                onKnow={onKnow}
                onAdd={(kind) => add(index, kind)}
              />
              {!readOnly && index > 0 && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <IconButton label={t('stack.acts', { number: index + 1 })} className={styles.more}>
                      <IconDots size={16} stroke={1.6} aria-hidden />
                    </IconButton>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => take(movedBy(parts, index, -1))}>{t('rubric.up')}</Menu.Item>
                    <Menu.Item onClick={() => take(movedBy(parts, index, 1))}>{t('rubric.down')}</Menu.Item>
                    <Menu.Item onClick={() => take(movedInto(parts, index, 1))}>{t('stack.in')}</Menu.Item>
                    <Menu.Item onClick={() => take(movedInto(parts, index, -1))}>{t('stack.out')}</Menu.Item>
                    <Menu.Item onClick={() => remove(index)}>{t('stack.remove')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </div>
          );
        })}
      </div>
      {!readOnly && <p className={styles.hint}>{t('stack.keys')}</p>}
    </>
  );
}

const MOVES: Record<string, (rows: readonly StackRow[], at: number) => Moved> = {
  ArrowUp: (rows, at) => movedBy(rows, at, -1),
  ArrowDown: (rows, at) => movedBy(rows, at, 1),
  ArrowRight: (rows, at) => movedInto(rows, at, 1),
  ArrowLeft: (rows, at) => movedInto(rows, at, -1),
};
