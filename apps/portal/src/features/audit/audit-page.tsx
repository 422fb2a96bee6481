import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.js';
import { DataTable } from '../../components/data-table.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../components/states.js';
import { useViewer } from '../../lib/viewer.js';
import { useAuditColumns } from './audit-columns.js';
import { AuditFilters } from './audit-filters.js';
import { AuditPanel } from './audit-panel.js';
import { AUDIT } from './audit.documents.js';
import styles from './audit.module.css';
import { ChainLine } from './chain-line.js';
import { ExportMenu } from './export-menu.js';
import { useAudit } from './use-audit.js';

/** The API stops counting there. */
const MOST_COUNTED = 10_000;

/** Who did what, when, to what, and how it ended. Arguments without contents. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { may } = useViewer();
  const audit = useAudit();
  const { variables } = audit;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(AUDIT, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  const entries = shown?.auditEntries.edges.map((edge) => edge.node);
  const selected = entries?.find(({ id }) => id === audit.selectedId);
  const page = shown?.auditEntries.pageInfo;
  const total = shown?.auditEntries.totalCount ?? 0;
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={<ChainLine />}
        acts={
          <>
            {may('evidence.audit') && <LinkButton to="/admin/audit/evidence">{t('evidence.open')}</LinkButton>}
            <ExportMenu variables={variables} />
          </>
        }
      />
      <AuditFilters audit={audit} />
      <div className={styles.beside} data-open={Boolean(selected)}>
        <div className={styles.list}>
          <DataTable
            label={t('title')}
            columns={useAuditColumns()}
            rows={entries}
            rowId={(entry) => entry.id}
            selectedId={audit.selectedId}
            onSelect={(entry) => audit.select(entry.id === audit.selectedId ? null : entry.id)}
            density="compact"
            loading={loading}
            error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
            empty={
              <div className={styles.padded}>
                {audit.filters > 0 ? (
                  <FilteredState filters={audit.filters} onClear={audit.clear} />
                ) : (
                  <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
                )}
              </div>
            }
          />
          {entries && entries.length > 0 && (
            <div className={styles.more}>
              {page?.hasNextPage && (
                <Button
                  busy={loading}
                  onClick={() => void fetchMore({ variables: { ...variables, after: page.endCursor } })}
                >
                  {t('more')}
                </Button>
              )}
              {total < MOST_COUNTED
                ? t('shown', { shown: entries.length, all: total })
                : t('shownOfMany', { shown: entries.length, all: MOST_COUNTED })}
            </div>
          )}
        </div>
        {selected && <AuditPanel entry={selected} onFilter={audit.set} onClose={() => audit.select(null)} />}
      </div>
    </Page>
  );
}
