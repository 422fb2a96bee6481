import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button.js';
import { StatusWord, type Tone } from '../../../../components/chip.js';
import { DataTable } from '../../../../components/data-table.js';
import { Section } from '../../../../components/page.js';
import { ErrorState } from '../../../../components/states.js';
import { NameLink } from '../../../../components/text-link.js';
import { useFormat } from '../../../../lib/format.js';
import { BULK_ISSUES, type ListedBulk } from './bulk.documents.js';

const TONES: Record<ListedBulk['state'], Tone> = {
  ...{ PREVIEWED: 'plain', AWARDING: 'accent', AWARDED: 'green', UNDOING: 'accent', UNDONE: 'plain', FAILED: 'red' },
};

/** The lists of before, with what became of them. */
export function FormerLists() {
  const { t } = useTranslation('bulk');
  const { number, dayAndTime } = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(BULK_ISSUES);
  const lists = data?.bulkIssues;
  if (lists?.totalCount === 0) return null;
  // t('bulk:state.PREVIEWED') t('bulk:state.AWARDING') t('bulk:state.AWARDED') t('bulk:state.UNDOING') t('bulk:state.UNDONE')
  // t('bulk:state.FAILED')
  return (
    <Section title={t('former')}>
      <DataTable
        label={t('former')}
        keys={false}
        density="compact"
        rows={lists?.edges.map(({ node }) => node)}
        rowId={(row) => row.id}
        error={error && !lists && <ErrorState onRetry={() => void refetch()} />}
        empty={null}
        columns={[
          {
            id: 'file',
            head: t('file'),
            phone: true,
            cell: (row) => <NameLink to={`/programme/credentials/bulk/${row.id}`}>{row.fileName}</NameLink>,
          },
          {
            id: 'state',
            head: t('stateHead'),
            phone: true,
            width: 150,
            cell: (row) => <StatusWord tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusWord>,
          },
          {
            id: 'given',
            head: t('issued'),
            align: 'end',
            width: 90,
            cell: (row) => number(row.standing.issued),
          },
          { id: 'by', head: t('by'), cell: (row) => row.createdBy?.displayName },
          { id: 'at', head: t('at'), align: 'end', cell: (row) => dayAndTime(row.createdAt) },
        ]}
      />
      {lists?.pageInfo.hasNextPage && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => void fetchMore({ variables: { after: lists.pageInfo.endCursor } })}
        >
          {t('more')}
        </Button>
      )}
    </Section>
  );
}
