import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import { EvidenceKindWord } from '../../components/evidence-kind.js';
import { OpenWords } from '../../components/open-number.js';
import { EmptyState, FilteredState } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { OwnEvidenceItem } from '../../lib/use-evidence-capture.js';
import styles from './evidence-table.module.css';
import { usesOf } from './uses-of.js';

interface Props {
  items: readonly OwnEvidenceItem[] | undefined;
  selectedId: string | null;
  onSelect: (id: string) => void;
  /** By how many filters the library is narrowed. */
  filters: number;
  onClear: () => void;
  error: ReactNode;
}

export function EvidenceTable({ items, selectedId, onSelect, filters, onClear, error }: Props) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const columns: Column<OwnEvidenceItem>[] = [
    {
      id: 'title',
      head: t('column.title'),
      phone: true,
      cell: (item) => (
        <button
          type="button"
          className={styles.title}
          aria-pressed={item.id === selectedId}
          onClick={() => onSelect(item.id)}
        >
          <span>{item.title}</span>
          <EvidenceKindWord kind={item.kind} mediaType={item.file?.mediaType} />
          {labelsOf(item) && <small>{labelsOf(item)}</small>}
        </button>
      ),
    },
    {
      id: 'madeOn',
      head: t('column.madeOn'),
      width: 130,
      cell: (item) => (item.madeOn ? format.date(item.madeOn) : <span className={styles.quiet}>{t('notSaid')}</span>),
    },
    {
      id: 'kept',
      head: t('column.kept'),
      width: 130,
      cell: (item) => <span className={styles.quiet}>{format.day(item.createdAt)}</span>,
    },
    {
      id: 'usedIn',
      head: t('column.usedIn'),
      width: 130,
      phone: true,
      cell: (item) =>
        item.usedIn > 0 ? (
          <OpenWords
            count={item.usedIn}
            to={usesOf(item)}
            label={`${item.title}, ${t('usedIn', { count: item.usedIn })}`}
          >
            {t('usedIn', { count: item.usedIn })}
          </OpenWords>
        ) : (
          <span className={styles.quiet}>{t('notUsed')}</span>
        ),
    },
  ];
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={items}
      rowId={(item) => item.id}
      selectedId={selectedId}
      onSelect={(item) => onSelect(item.id)}
      density="tall"
      error={error}
      empty={
        filters > 0 ? (
          <FilteredState filters={filters} without={0} onClear={onClear} />
        ) : (
          <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
        )
      }
    />
  );
}

const labelsOf = ({ skills, tags }: OwnEvidenceItem) => [...skills.map(({ name }) => name), ...tags].join(' · ');
