import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { usePlace } from '../../lib/use-place.js';
import { AddClientDialog } from './add-client-dialog.js';
import { ClientView } from './client-view.js';
import { SCIM_CLIENTS } from './provisioning.documents.js';
import styles from './provisioning.module.css';
import { type Secret, SecretDialog } from './secret-dialog.js';

/** Directories that add people here, change them and shut them out. */
export function ProvisioningPage() {
  const { t } = useTranslation('provisioning');
  const [place, go] = usePlace();
  const { data, error, refetch } = useQuery(SCIM_CLIENTS);
  const [secret, setSecret] = useState<Secret | null>(null);
  const clients = data?.scimClients;
  const shown = clients?.find(({ id }) => id === place.client) ?? clients?.[0];
  const add = () => go({ dialog: 'add' });
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={t('lead')}
        acts={
          shown && (
            <Button variant="primary" icon={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={add}>
              {t('add.act')}
            </Button>
          )
        }
      />
      {clients && clients.length > 1 && (
        <FilterBar>
          {clients.map(({ id, name }) => (
            <FilterToggle key={id} active={id === shown?.id} onToggle={() => go({ client: id })}>
              {name}
            </FilterToggle>
          ))}
        </FilterBar>
      )}
      <div className={styles.page}>
        {error && !clients && <ErrorState onRetry={() => void refetch()} />}
        {!error && !clients && <LoadingRows />}
        {clients?.length === 0 && (
          <EmptyState
            title={t('empty.title')}
            act={
              <Button variant="primary" onClick={add}>
                {t('add.act')}
              </Button>
            }
          >
            {t('empty.body')}
          </EmptyState>
        )}
        {shown && <ClientView key={shown.id} client={shown} onSecret={setSecret} />}
      </div>
      {place.dialog === 'add' && (
        <AddClientDialog
          onClose={() => go({ dialog: null })}
          onAdded={(added, id) => {
            go({ dialog: null, client: id });
            setSecret(added);
          }}
        />
      )}
      {secret && <SecretDialog of="token" secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  );
}
