import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord, type Tone } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, SearchBox } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useSearchWords } from '../../../lib/use-address.js';
import styles from '../courses.module.css';
import { ProviderDialog } from '../workspace/provider-dialog.js';
import { type Provider, PROVIDERS } from './providers.documents.js';

const TONES: Record<Provider['trust'], Tone> = { TRUSTED: 'green', UNCHECKED: 'plain', NOT_TRUSTED: 'red' };

/** Who gives courses and issues badges, and whether they are trusted. */
export function ProvidersPage() {
  const { t } = useTranslation('courses');
  const { search, typed, type } = useSearchWords();
  const [selected, select] = useState<string | null>(null);
  const [open, setOpen] = useState<Provider | 'new' | null>(null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(PROVIDERS, {
    variables: { search: search || null },
  });
  const list = (data ?? previousData)?.courseProviders;
  return (
    <Page title={t('providers.title')}>
      <PageHeader
        title={t('providers.title')}
        above={<TextLink to="/programme/courses">{t('title')}</TextLink>}
        below={t('providers.below')}
        acts={
          <Button variant="primary" onClick={() => setOpen('new')}>
            {t('provider.add')}
          </Button>
        }
      />
      <FilterBar>
        <SearchBox label={t('providers.search')} value={typed} onChange={type} />
      </FilterBar>
      <div className={styles.providers}>
        <DataTable
          label={t('providers.title')}
          columns={useColumns(setOpen)}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => select(row.id)}
          onOpen={setOpen}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            search ? (
              <FilteredState filters={1} onClear={() => type('')} />
            ) : (
              <EmptyState title={t('providers.empty')}>{t('providers.emptyBody')}</EmptyState>
            )
          }
        />
        {list?.pageInfo.hasNextPage && (
          <Button onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}>
            {t('providers.more')}
          </Button>
        )}
      </div>
      {open && <ProviderDialog provider={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function useColumns(open: (provider: Provider) => void): Column<Provider>[] {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  return [
    {
      id: 'name',
      head: t('provider.name'),
      phone: true,
      cell: (row) => (
        <button type="button" className={styles.asLink} onClick={() => open(row)}>
          {row.name}
        </button>
      ),
    },
    { id: 'kind', head: t('provider.kind'), width: 180, cell: (row) => t(`kind.${row.kind}`) },
    {
      id: 'trust',
      head: t('providers.trust'),
      phone: true,
      width: 160,
      cell: (row) => <StatusWord tone={TONES[row.trust]}>{t(`trust.${row.trust}`)}</StatusWord>,
    },
    { id: 'issuers', head: t('providers.issuers'), width: 260, cell: (row) => row.issuerIds.join(', ') },
    {
      id: 'since',
      head: t('providers.since'),
      width: 160,
      align: 'end',
      cell: (row) => (row.trustSince ? date(row.trustSince) : ''),
    },
  ];
}
