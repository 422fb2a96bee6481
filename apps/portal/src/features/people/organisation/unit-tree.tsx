import { IconChevronRight } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.js';
import type { Unit } from './organisation.documents.js';
import styles from './organisation.module.css';
import { canMoveTo, type TreeRow, visibleRows } from './unit-tree.rules.js';
import { useTreeKeys } from './use-tree-keys.js';

interface Props {
  units: readonly Unit[];
  open: ReadonlySet<string>;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onUnfold: (ids: readonly string[]) => void;
  onFold: (id: string) => void;
  /** Given when units may be moved by dragging; the keyboard's way is a dialog. */
  onDrop?: (id: string, parentId: string | null) => void;
}

/** The organisation as a tree: arrows, Home, End, letters and Enter, as trees are used everywhere. */
export function UnitTree(props: Props) {
  const { units, open, selectedId, onSelect, onDrop } = props;
  const { t } = useTranslation('people');
  const rows = visibleRows(units, open);
  const list = useRef<HTMLDivElement>(null);
  const keys = useTreeKeys({ ...props, rows, list });
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);

  const dropOn = (row: TreeRow) => ({
    draggable: Boolean(onDrop),
    'data-over': over === row.unit.id,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', row.unit.name);
      setDragged(row.unit.id);
    },
    onDragEnd: () => {
      setDragged(null);
      setOver(null);
    },
    onDragOver: (event: DragEvent) => {
      if (!dragged || !canMoveTo(units, dragged, row.unit.id)) return;
      event.preventDefault();
      setOver(row.unit.id);
    },
    onDragLeave: () => setOver((now) => (now === row.unit.id ? null : now)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged) onDrop?.(dragged, row.unit.id);
      setDragged(null);
      setOver(null);
    },
  });

  return (
    <div ref={list} role="tree" aria-label={t('organisation.title')} className={styles.tree}>
      {rows.map((row, index) => (
        <div
          key={row.unit.id}
          role="treeitem"
          aria-level={row.level}
          aria-posinset={row.place}
          aria-setsize={row.siblings}
          aria-expanded={row.expanded ?? undefined}
          aria-selected={row.unit.id === selectedId}
          tabIndex={index === keys.current ? 0 : -1}
          data-row={row.unit.id}
          style={{ paddingInlineStart: `calc(var(--side) + ${row.level - 1} * var(--indent))` }}
          onFocus={() => keys.focusOn(index)}
          onClick={() => onSelect(row.unit.id)}
          onKeyDown={keys.onKeyDown}
          {...(onDrop ? dropOn(row) : {})}
        >
          <Twist row={row} onFold={props.onFold} onUnfold={props.onUnfold} />
          <span className={styles.unitName}>{row.unit.name}</span>
          <Headcount unit={row.unit} />
        </div>
      ))}
      {onDrop && dragged && canMoveTo(units, dragged, null) && (
        <div
          role="none"
          className={styles.top}
          data-over={over === 'top'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver('top');
          }}
          onDrop={(event) => {
            event.preventDefault();
            onDrop(dragged, null);
            setDragged(null);
          }}
        >
          {t('organisation.dropAtTop')}
        </div>
      )}
    </div>
  );
}

/** Folds with the pointer; with the keyboard the arrows do, so it is no stop of its own. */
function Twist({ row, onFold, onUnfold }: { row: TreeRow } & Pick<Props, 'onFold' | 'onUnfold'>) {
  if (row.expanded === null) return <span className={styles.twist} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className={styles.twist}
      data-expanded={row.expanded}
      onClick={(event) => {
        event.stopPropagation();
        if (row.expanded) onFold(row.unit.id);
        else onUnfold([row.unit.id]);
      }}
    >
      <IconChevronRight size={16} stroke={1.6} />
    </button>
  );
}

function Headcount({ unit }: { unit: Unit }) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  return (
    <span className={styles.headcount}>
      <span aria-hidden>{number(unit.headcount)}</span>
      <span className="visually-hidden">{t('organisation.headcount', { count: unit.headcount })}</span>
    </span>
  );
}
