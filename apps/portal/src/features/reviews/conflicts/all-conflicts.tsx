import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useKindWords } from './conflict-words.js';
import { ALL_CONFLICTS } from './conflicts.documents.js';

/** Every declaration that counts today: nobody named in one is given the other's work. */
export function AllConflicts() {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const kinds = useKindWords();
  const { data, error, refetch, fetchMore } = useQuery(ALL_CONFLICTS, { fetchPolicy: 'cache-and-network' });
  const list = data?.conflictDeclarations;
  return (
    <Section title={t('conflicts.all')} aside={list && t('conflicts.count', { count: list.totalCount })}>
      <DataTable
        label={t('conflicts.all')}
        columns={[
          { id: 'person', head: t('conflicts.person'), phone: true, cell: (row) => row.person.displayName },
          { id: 'other', head: t('conflicts.other'), phone: true, cell: (row) => row.other.displayName },
          { id: 'kind', head: t('conflicts.why'), width: 180, cell: (row) => kinds[row.kind] },
          { id: 'note', head: t('conflicts.note'), cell: (row) => row.note },
          { id: 'since', head: t('conflicts.since'), width: 140, cell: (row) => format.date(row.since) },
        ]}
        rows={list?.edges.map(({ node }) => node)}
        rowId={(row) => row.id}
        keys={false}
        error={error && !list ? <ErrorState onRetry={() => void refetch()} /> : undefined}
        empty={<EmptyState title={t('conflicts.noneAll')}>{t('conflicts.noneAllBody')}</EmptyState>}
      />
      {list?.pageInfo.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}>
          {t('queue.more')}
        </Button>
      )}
    </Section>
  );
}
