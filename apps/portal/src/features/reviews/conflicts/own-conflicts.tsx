import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { EmptyState, ErrorState, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useKindWords } from './conflict-words.js';
import { END_CONFLICT, MY_CONFLICTS, type MyConflict } from './conflicts.documents.js';
import { DeclareDialog } from './declare-dialog.js';

/** One's own declarations. What is over stays to be seen. */
export function OwnConflicts() {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const kinds = useKindWords();
  const [declaring, setDeclaring] = useState(false);
  const { data, error, refetch } = useQuery(MY_CONFLICTS, { fetchPolicy: 'cache-and-network' });
  const [end, ending] = useResultMutation(END_CONFLICT, { refetch: ['MyConflicts'] });
  const columns: Column<MyConflict>[] = [
    { id: 'who', head: t('conflicts.who'), phone: true, cell: (row) => row.other.displayName },
    { id: 'kind', head: t('conflicts.why'), width: 180, cell: (row) => kinds[row.kind] },
    { id: 'note', head: t('conflicts.note'), cell: (row) => row.note },
    { id: 'since', head: t('conflicts.since'), width: 140, cell: (row) => format.date(row.since) },
    {
      id: 'end',
      head: <span className="visually-hidden">{t('conflicts.end')}</span>,
      width: 150,
      phone: true,
      cell: (row) =>
        row.endedAt ? (
          t('conflicts.ended', { date: format.date(row.endedAt) })
        ) : (
          <Button
            variant="quiet"
            aria-label={t('conflicts.endWith', { name: row.other.displayName })}
            onClick={() => void end({ id: row.id })}
          >
            {t('conflicts.end')}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={t('conflicts.own')}
      aside={
        <Button variant="primary" onClick={() => setDeclaring(true)}>
          {t('conflicts.declare')}
        </Button>
      }
    >
      {(ending.refusal ?? ending.failed) && <RefusalNote>{ending.refusal?.message ?? t('unreachable')}</RefusalNote>}
      <DataTable
        label={t('conflicts.own')}
        columns={columns}
        rows={data?.myConflicts}
        rowId={(row) => row.id}
        error={error && !data ? <ErrorState onRetry={() => void refetch()} /> : undefined}
        empty={<EmptyState title={t('conflicts.none')}>{t('conflicts.noneBody')}</EmptyState>}
      />
      {declaring && <DeclareDialog onClose={() => setDeclaring(false)} />}
    </Section>
  );
}
