import { useQuery } from '@apollo/client/react';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord, type Tone } from '../../components/chip.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Section } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { SCIM_REQUESTS, type ScimRequest } from './provisioning.documents.js';
import styles from './provisioning.module.css';

/** What a directory asked for last, for finding out why something is not as expected. */
export function RequestsSection({ clientId }: { clientId: string }) {
  const { t } = useTranslation('provisioning');
  const { data, error, refetch, loading } = useQuery(SCIM_REQUESTS, { variables: { clientId } });
  return (
    <Section
      title={t('requests.title')}
      aside={
        <Button busy={loading} onClick={() => void refetch()}>
          {t('requests.again')}
        </Button>
      }
    >
      <p className={styles.hint}>{t('requests.hint')}</p>
      <DataTable
        label={t('requests.title')}
        columns={useColumns()}
        rows={data?.scimRequests}
        rowId={(request) => request.id}
        density="compact"
        keys={false}
        error={error && !data && <ErrorState onRetry={() => void refetch()} />}
        empty={<EmptyState title={t('requests.empty')}>{t('requests.emptyBody')}</EmptyState>}
      />
    </Section>
  );
}

function toneOf(status: number): Tone {
  if (status >= 500) return 'red';
  return status >= 400 ? 'amber' : 'green';
}

function useColumns(): Column<ScimRequest>[] {
  const { t } = useTranslation('provisioning');
  const { dayAndTime, number } = useFormat();
  return [
    { id: 'at', head: t('requests.at'), width: 150, cell: ({ at }) => dayAndTime(at) },
    {
      id: 'what',
      head: t('requests.what'),
      phone: true,
      cell: ({ method, path }) => (
        <code>
          {method} {path}
        </code>
      ),
    },
    {
      id: 'status',
      head: t('requests.status'),
      phone: true,
      width: 90,
      cell: ({ status }) => (
        <StatusWord
          tone={toneOf(status)}
          icon={toneOf(status) === 'amber' ? <IconAlertTriangle size={14} stroke={1.8} aria-hidden /> : undefined}
        >
          {status}
        </StatusWord>
      ),
    },
    {
      id: 'why',
      head: t('requests.why'),
      cell: ({ scimType, detail }) => detail && (scimType ? t('requests.because', { scimType, detail }) : detail),
    },
    {
      id: 'took',
      head: t('requests.took'),
      align: 'end',
      width: 80,
      cell: ({ milliseconds }) => t('requests.milliseconds', { count: milliseconds, number: number(milliseconds) }),
    },
  ];
}
