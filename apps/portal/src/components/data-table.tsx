import { useRef, type CSSProperties, type ReactNode } from 'react';
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

/** A real table: sticky head, hairline rows, one selected row, J and K. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, rows, rowId, selectedId, onSelect, onOpen, density = 'standard', keys = true } = props;
  const { t } = useTranslation('kit');
  const body = useRef<HTMLTableSectionElement>(null);
  const movable = keys && Boolean(onSelect) && Boolean(rows?.length);

  const move = (by: number) => {
    if (!rows?.length || !onSelect) return;
    const at = rows.findIndex((row) => rowId(row) === selectedId);
    const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
    if (!next) return;
    onSelect(next);
    body.current?.querySelector(`[data-row="${CSS.escape(rowId(next))}"]`)?.scrollIntoView({ block: 'nearest' });
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

  if (props.error) return props.error;
  if (!rows || (props.loading && rows.length === 0)) return <LoadingRows rows={8} />;
  if (rows.length === 0) return props.empty;

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
        {rows.map((row) => {
          const id = rowId(row);
          return (
            <tr
              key={id}
              data-row={id}
              data-clickable={Boolean(onSelect ?? onOpen)}
              aria-selected={onSelect ? id === selectedId : undefined}
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

/** A click on a link or button inside a row is for that link: selecting the row as well could move the address away under it. */
function onOwnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button') !== null;
}
