import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { daysBetween } from '../due.rules.js';
import { DueWord } from '../queue/due-word.js';
import { usePurposeWords } from '../review-words.js';
import { useNow } from '../use-now.js';
import type { AllocatedRow } from './allocation.documents.js';
import styles from './allocation-page.module.css';

/** The lists of places, as addresses name them; the last three are what the board and the list of assessors count. */
export const SCOPES = {
  waiting: 'WAITING',
  given: 'GIVEN',
  held: 'HELD',
  overdue: 'OVERDUE',
  unbegun: 'NOT_BEGUN',
  begun: 'BEGUN',
  hand: 'IN_HAND',
} as const;
export type ScopeWord = keyof typeof SCOPES;

interface Props {
  rows: readonly AllocatedRow[] | undefined;
  scope: ScopeWord;
  selectedId: string | null;
  failed: boolean;
  onRetry: () => void;
  onSelect: (id: string) => void;
}

export function AllocationTable({ rows, scope, selectedId, failed, onRetry, onSelect }: Props) {
  const { t } = useTranslation('reviews');
  const columns = useColumns(scope);
  const empty = {
    waiting: <EmptyState title={t('allocation.noneWaiting')}>{t('allocation.noneWaitingBody')}</EmptyState>,
    given: <EmptyState title={t('allocation.noneGiven')}>{t('allocation.noneGivenBody')}</EmptyState>,
    held: <EmptyState title={t('allocation.noneHeld')}>{t('allocation.noneHeldBody')}</EmptyState>,
    overdue: <EmptyState title={t('allocation.noneOverdue')} />,
    unbegun: <EmptyState title={t('allocation.noneWaiting')}>{t('allocation.noneWaitingBody')}</EmptyState>,
    begun: <EmptyState title={t('allocation.noneHeld')}>{t('allocation.noneHeldBody')}</EmptyState>,
    hand: <EmptyState title={t('allocation.noneGiven')}>{t('allocation.noneGivenBody')}</EmptyState>,
  };
  return (
    <DataTable
      label={t('places.allocation')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      selectedId={selectedId}
      onSelect={(row) => onSelect(row.id)}
      error={failed ? <ErrorState onRetry={onRetry} /> : undefined}
      empty={<div className={styles.empty}>{empty[scope]}</div>}
    />
  );
}

function useColumns(scope: Props['scope']): Column<AllocatedRow>[] {
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
    { id: 'mark', head: t('column.mark'), width: 100, cell: (row) => purpose(row.purpose) },
    scope === 'waiting'
      ? {
          id: 'flags',
          head: <span className="visually-hidden">{t('column.state')}</span>,
          width: 130,
          cell: (row) => row.backInQueue && <Chip>{t('flag.back')}</Chip>,
        }
      : { id: 'assessor', head: t('column.assessor'), width: 190, cell: (row) => row.assessor?.displayName },
  ];
}
