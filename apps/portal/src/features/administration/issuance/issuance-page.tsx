import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.js';
import { Figure } from '../../../components/key-values.js';
import { OpenNumber } from '../../../components/open-number.js';
import { Page, PageHeader } from '../../../components/page.js';
import { ShowMore } from '../../../components/show-more.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import styles from '../administration-layout.module.css';
import { useIssuanceColumns } from './issuance-columns.js';
import { IssuanceFilterBar } from './issuance-filters.js';
import { ISSUANCES } from './issuance.documents.js';
import { RetryChosen } from './retry-chosen.js';
import { useIssuanceFilters } from './use-issuance-filters.js';

// Signing takes a moment; who watches sees it happen.
const LOOK_AGAIN = 4_000;

/** Awards on their way to a signed credential: waiting, tried, failed with the reason; retry one, or a selection. */
export function IssuancePage() {
  const { t } = useTranslation('administration');
  const filters = useIssuanceFilters();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data, previousData, error, refetch, fetchMore } = useQuery(ISSUANCES, {
    variables: filters.variables,
    pollInterval: LOOK_AGAIN,
  });
  const shown = data ?? previousData;
  const counts = shown?.issuanceCounts;
  const rows = shown?.issuances.edges.map((edge) => edge.node);
  const choose = (id: string, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, id] : [...now].filter((each) => each !== id)));
  return (
    <Page title={t('issuance.title')}>
      <PageHeader
        title={t('issuance.title')}
        below={t('issuance.lead')}
        aside={
          counts && (
            <>
              <Figure
                value={<OpenNumber count={counts.waiting} to="?state=PENDING&tried=no" label={t('issuance.waiting')} />}
              >
                {t('issuance.waiting')}
              </Figure>
              <Figure
                value={<OpenNumber count={counts.failed} to="?state=PENDING&tried=yes" label={t('issuance.failed')} />}
              >
                {t('issuance.failed')}
              </Figure>
              <Figure
                value={
                  <OpenNumber count={counts.quarantined} to="?state=QUARANTINED" label={t('issuance.quarantined')} />
                }
              >
                {t('issuance.quarantined')}
              </Figure>
              <Figure value={<OpenNumber count={counts.issued} to="?state=ISSUED" label={t('issuance.issued')} />}>
                {t('issuance.issued')}
              </Figure>
            </>
          )
        }
      />
      <IssuanceFilterBar filters={filters} />
      <RetryChosen
        ids={chosen}
        retriable={(rows ?? []).filter(({ viewerCan }) => viewerCan.includes('retry')).map(({ id }) => id)}
        onChoose={(ids) => setChosen(new Set(ids))}
      />
      <div className={styles.list}>
        <DataTable
          label={t('issuance.title')}
          columns={useIssuanceColumns({ ids: chosen, choose })}
          rows={rows}
          rowId={(award) => award.id}
          keys={false}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              {filters.count > 0 ? (
                <FilteredState filters={filters.count} onClear={filters.clear} />
              ) : (
                <EmptyState title={t('issuance.empty')}>{t('issuance.emptyBody')}</EmptyState>
              )}
            </div>
          }
        />
        <ShowMore
          className={styles.more}
          list={shown?.issuances}
          onMore={(after) => fetchMore({ variables: { ...filters.variables, after } })}
        />
      </div>
    </Page>
  );
}
