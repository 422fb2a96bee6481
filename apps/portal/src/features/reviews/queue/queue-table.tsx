import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { daysBetween } from '../due.rules.js';
import { usePurposeWords } from '../review-words.js';
import type { SlotRow } from '../review.types.js';
import { useNow } from '../use-now.js';
import { DueWord } from './due-word.js';
import styles from './queue-table.module.css';
import type { QueueAddress } from './use-queue-address.js';

interface Props {
  rows: readonly SlotRow[] | undefined;
  address: QueueAddress;
  selectedId: string | null;
  /** How many there would be without the search. */
  without: number;
  failed: boolean;
  onRetry: () => void;
  onOpen: (id: string) => void;
}

export function QueueTable({ rows, address, selectedId, without, failed, onRetry, onOpen }: Props) {
  const { t } = useTranslation('reviews');
  const columns = useColumns();
  return (
    <DataTable
      label={t('queue.title')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      selectedId={selectedId}
      onSelect={(row) => address.select(row.id)}
      onOpen={(row) => onOpen(row.id)}
      error={failed ? <ErrorState onRetry={onRetry} /> : undefined}
      empty={<div className={styles.empty}>{emptyFor()}</div>}
    />
  );

  function emptyFor() {
    if (address.filters > 0)
      return <FilteredState filters={address.filters} without={without} onClear={address.clear} />;
    if (address.scopeWord === 'held') return <EmptyState title={t('empty.held')}>{t('empty.heldBody')}</EmptyState>;
    if (address.scopeWord === 'handed-in')
      return <EmptyState title={t('empty.handedIn')}>{t('empty.handedInBody')}</EmptyState>;
    return <EmptyState title={t('empty.take')}>{t('empty.takeBody')}</EmptyState>;
  }
}

function useColumns(): Column<SlotRow>[] {
  const { t } = useTranslation('reviews');
  const purpose = usePurposeWords();
  const now = useNow();
  return [
    {
      id: 'age',
      head: t('column.age'),
      width: 64,
      cell: (row) => (
        <span className={styles.quiet}>{t('days', { count: daysBetween(new Date(row.submittedAt), now) })}</span>
      ),
    },
    { id: 'due', head: t('column.due'), width: 140, phone: true, cell: (row) => <DueWord row={row} now={now} /> },
    {
      id: 'achievement',
      head: t('column.achievement'),
      phone: true,
      cell: (row) => (
        <>
          <b className={styles.name}>{row.achievementVersion.name}</b>{' '}
          <span className={styles.quiet}>{row.achievementVersion.level?.label}</span>
        </>
      ),
    },
    {
      id: 'candidate',
      head: t('column.candidate'),
      width: 96,
      cell: (row) => <code className={styles.code}>{row.candidateCode}</code>,
    },
    {
      id: 'mark',
      head: t('column.mark'),
      width: 90,
      cell: (row) =>
        row.purpose === 'FIRST' ? purpose(row.purpose) : <b className={styles.name}>{purpose(row.purpose)}</b>,
    },
    { id: 'criteria', head: t('column.criteria'), width: 72, align: 'end', cell: (row) => row.criteriaCount },
    { id: 'items', head: t('column.items'), width: 64, align: 'end', cell: (row) => row.itemCount },
    {
      id: 'flags',
      head: <span className="visually-hidden">{t('column.state')}</span>,
      width: 190,
      cell: (row) => (
        <span className={styles.flags}>
          {row.state === 'ALLOCATED' && <Chip tone="accent">{t('flag.given')}</Chip>}
          {row.lease?.mine && <Chip tone="accent">{t('flag.yours')}</Chip>}
          {row.lease && !row.lease.mine && <Chip>{t('flag.held')}</Chip>}
          {row.backInQueue && !row.lease && <Chip>{t('flag.back')}</Chip>}
          {row.attemptNo > 1 && <Chip>{t('flag.again', { no: row.attemptNo })}</Chip>}
          {row.submissionState === 'ON_HOLD' && <Chip tone="amber">{t('flag.onHold')}</Chip>}
          {row.submissionState === 'READY_FOR_RELEASE' && <Chip tone="amber">{t('flag.toRelease')}</Chip>}
          {(row.submissionState === 'RELEASED' || row.submissionState === 'CLOSED') && (
            <Chip>{t('flag.released')}</Chip>
          )}
        </span>
      ),
    },
  ];
}
