import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './data-table.module.css';
import { useHotkey } from './hotkeys.js';
import { LoadingRows } from './states.js';
import { useTranslation } from 'react-i18next';

export interface Column<Row> {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  width?: string | number;
  /** Stays on a phone; the others open with the row. */
  phone?: boolean;
  /** Set when a click on the head sorts. */
  sort?: { direction: 'ascending' | 'descending' | null; toggle: () => void };
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** Wash and accent bar. */
  selectedId?: string | null;
  onSelect?: (row: Row) => void;
  /** Enter, O or a double click. */
  onOpen?: (row: Row) => void;
  density?: 'compact' | 'standard' | 'tall';
  /** `EmptyState` or `FilteredState`: shown when there are no rows. */
  empty: ReactNode;
  /** `ErrorState`, shown instead of rows. */
  error?: ReactNode;
  loading?: boolean;
  foot?: ReactNode;
  /** J and K move the selection; off when another list on the screen has them. */
  keys?: boolean;
}

/** A real table: sticky head, hairline rows, one selected row. Tab leads to it, arrows move it, and so do J and K. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, rows, rowId, selectedId, onSelect, onOpen, density = 'standard', keys = true } = props;
  const { t } = useTranslation('kit');
  const body = useRef<HTMLTableSectionElement>(null);
  const movable = keys && Boolean(onSelect) && Boolean(rows?.length);

  const rowOf = (row: Row) => body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId(row))}"]`);
  const at = rows?.findIndex((row) => rowId(row) === selectedId) ?? -1;
  const select = (index: number) => {
    const next = rows?.[Math.max(0, Math.min(rows.length - 1, index))];
    if (!next || !onSelect) return;
    onSelect(next);
    rowOf(next)?.scrollIntoView({ block: 'nearest' });
    return next;
  };
  const move = (by: number) => select(at === -1 ? 0 : at + by);
  // The letters can be switched off: without these keys nobody would reach what stands only in the chosen row.
  const onRowKey = (event: KeyboardEvent, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return (event.key === 'Enter' && onOpen ? onOpen : onSelect)?.(row);
    }
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: (rows?.length ?? 1) - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = select(to);
    if (next) rowOf(next)?.focus();
  };
  const group = t('table.keys');
  useHotkey({ keys: 'j', label: t('table.next'), group, run: () => move(1), enabled: movable });
  useHotkey({ keys: 'k', label: t('table.previous'), group, run: () => move(-1), enabled: movable });
  const selected = rows?.find((row) => rowId(row) === selectedId);
  useHotkey({
    keys: 'o',
    label: t('table.open'),
    group,
    run: () => selected && onOpen?.(selected),
    enabled: movable && Boolean(onOpen && selected),
  });

  if (props.error) return <Instead>{props.error}</Instead>;
  if (!rows || (props.loading && rows.length === 0)) return <LoadingRows rows={8} />;
  if (rows.length === 0) return <Instead>{props.empty}</Instead>;

  return (
    <table className={styles.table} data-density={density} aria-label={props.label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => {
          const id = rowId(row);
          return (
            <tr
              key={id}
              data-row={id}
              data-clickable={Boolean(onSelect ?? onOpen)}
              aria-selected={onSelect ? id === selectedId : undefined}
              tabIndex={onSelect && (index === Math.max(at, 0) ? 0 : -1)}
              onKeyDown={onSelect && ((event) => onRowKey(event, row, index))}
              onClick={(event) => onOwnControl(event.target) || (onSelect ?? onOpen)?.(row)}
              onDoubleClick={() => onOpen?.(row)}
            >
              {columns.map((column) => (
                <td key={column.id} data-align={column.align} data-phone={column.phone ?? false}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
      {props.foot && <tfoot>{props.foot}</tfoot>}
    </table>
  );
}

const cssWidth = (width: string | number) => (typeof width === 'number' ? `${width}px` : width);

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      data-align={column.align}
      data-phone={column.phone ?? false}
      style={column.width === undefined ? undefined : ({ '--column': cssWidth(column.width) } as CSSProperties)}
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
    >
      {sort ? (
        <button type="button" className={styles.sort} onClick={sort.toggle}>
          {column.head}
          <span aria-hidden>{sort.direction === 'ascending' ? ' ↑' : sort.direction === 'descending' ? ' ↓' : ''}</span>
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}

/** A click on a link, a button or what opens inside a row is for that: selecting the row as well could move the address away under it. */
function onOwnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, summary') !== null;
}

/** What is said in place of the rows begins where they would. */
function Instead({ children }: { children: ReactNode }) {
  return <div className={styles.instead}>{children}</div>;
}
