import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { FilterBar, SearchBox } from '../../components/filter-bar.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import styles from './administration-layout.module.css';
import { AUDIT, type AuditEntry } from './administration.documents.js';
import table from './issuance-page.module.css';
import { useSearch } from './use-search.js';

/** Who did what, when, to what. Arguments without contents. */
export function AuditPage() {
  const { t } = useTranslation('administration');
  const { typed, setTyped, search } = useSearch();
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(AUDIT, { variables: { search } });
  const shown = data ?? previousData;
  const page = shown?.auditEntries.pageInfo;
  return (
    <Page title={t('audit.title')}>
      <PageHeader title={t('audit.title')} below={t('audit.lead')} />
      <FilterBar>
        <SearchBox label={t('audit.search')} value={typed} onChange={setTyped} />
      </FilterBar>
      <div className={styles.list}>
        <DataTable
          label={t('audit.title')}
          columns={useColumns()}
          rows={shown?.auditEntries.edges.map((edge) => edge.node)}
          rowId={(entry) => entry.id}
          keys={false}
          density="compact"
          loading={loading}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              {search ? (
                <FilteredState filters={1} onClear={() => setTyped('')} />
              ) : (
                <EmptyState title={t('audit.empty')}>{t('audit.emptyBody')}</EmptyState>
              )}
            </div>
          }
        />
        {page?.hasNextPage && (
          <div className={styles.more}>
            <Button busy={loading} onClick={() => void fetchMore({ variables: { search, after: page.endCursor } })}>
              {t('more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function useColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation('administration');
  const { dayAndTime } = useFormat();
  return [
    { id: 'at', head: t('audit.at'), phone: true, width: 160, cell: (entry) => dayAndTime(entry.at) },
    { id: 'actor', head: t('audit.actor'), phone: true, cell: (entry) => entry.actor },
    { id: 'operation', head: t('audit.operation'), phone: true, cell: (entry) => <code>{entry.operation}</code> },
    { id: 'target', head: t('audit.target'), cell: (entry) => <span className={table.detail}>{entry.target}</span> },
    {
      id: 'detail',
      head: t('audit.detail'),
      width: '34%',
      cell: (entry) => <span className={table.detail}>{entry.detail}</span>,
    },
  ];
}
