import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, Note } from '../../components/states.js';
import { StatusWord } from '../../components/chip.js';
import { useViewer } from '../../lib/viewer.js';
import { Addresses } from './addresses.js';
import { ProviderDialog } from './provider-dialog.js';
import { IDENTITY_PROVIDERS, type Provider } from './sign-in.documents.js';
import styles from './sign-in.module.css';

/** By which providers people sign in. `?provider=new` and `?provider=ID` open the form. */
export function ProvidersPage() {
  const { t } = useTranslation('sign-in');
  const { may } = useViewer();
  if (may('access.configure')) return <Providers />;
  return (
    <Page title={t('providers.title')} width="reading">
      <EmptyState title={t('providers.closed')} alone>
        {t('providers.closedBody')}
      </EmptyState>
    </Page>
  );
}

function Providers() {
  const { t } = useTranslation('sign-in');
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(IDENTITY_PROVIDERS, { fetchPolicy: 'cache-and-network' });
  const wanted = params.get('provider');
  const show = (provider: string | null) => setParams(provider ? { provider } : {});
  const providers = data?.identityProviders;
  const open = wanted === 'new' ? null : providers?.find(({ id }) => id === wanted);
  return (
    <Page title={t('providers.title')}>
      <PageHeader
        title={t('providers.title')}
        below={t('providers.lead')}
        acts={
          <Button variant="primary" icon={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => show('new')}>
            {t('providers.add')}
          </Button>
        }
      />
      <div className={styles.list}>
        <DataTable
          label={t('providers.title')}
          columns={useColumns(show)}
          rows={providers}
          rowId={(provider) => provider.id}
          onOpen={(provider) => show(provider.id)}
          density="tall"
          keys={false}
          error={error && !data && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState title={t('providers.none')}>{t('providers.noneBody')}</EmptyState>
            </div>
          }
        />
      </div>
      {data && (
        <div className={styles.below}>
          <Section title={t('addresses.title')}>
            <p className={styles.hint}>{t('addresses.lead')}</p>
            <Addresses addresses={data.identityProviderAddresses} />
          </Section>
          <Note>{t('providers.order')}</Note>
        </div>
      )}
      {data && (wanted === 'new' || open) && (
        <ProviderDialog key={wanted} provider={open ?? null} onClose={() => show(null)} />
      )}
    </Page>
  );
}

function StateWord({ state }: { state: Provider['state'] }) {
  const { t } = useTranslation('sign-in');
  if (state === 'WAITS') return <StatusWord tone="amber">{t('providers.waits')}</StatusWord>;
  return state === 'IN_USE' ? (
    <StatusWord tone="green">{t('providers.on')}</StatusWord>
  ) : (
    <StatusWord>{t('providers.off')}</StatusWord>
  );
}

function useColumns(onOpen: (id: string) => void): Column<Provider>[] {
  const { t } = useTranslation('sign-in');
  return [
    {
      id: 'name',
      head: t('providers.name'),
      phone: true,
      cell: (provider) => (
        <span className={styles.name}>
          <button type="button" className={styles.open} onClick={() => onOpen(provider.id)}>
            {provider.name}
          </button>
          <small>{provider.issuer}</small>
        </span>
      ),
    },
    {
      id: 'state',
      head: t('providers.state'),
      phone: true,
      cell: (provider) => (
        <span className={styles.name}>
          {provider.problem ? (
            <StatusWord tone="amber">{t('providers.broken')}</StatusWord>
          ) : (
            <StateWord state={provider.state} />
          )}
          <small>{provider.problem ?? (provider.fromConfiguration ? t('providers.fromConfiguration') : null)}</small>
        </span>
      ),
    },
    {
      id: 'new',
      head: t('providers.newPeople'),
      cell: (provider) => (provider.createPeople ? provider.allowedDomains.join(', ') : t('providers.nobodyNew')),
    },
    {
      id: 'people',
      head: t('providers.people'),
      align: 'end',
      cell: (provider) => provider.peopleCount,
    },
  ];
}
