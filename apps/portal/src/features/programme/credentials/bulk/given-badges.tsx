import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button.js';
import { StatusWord, type Tone } from '../../../../components/chip.js';
import { DataTable } from '../../../../components/data-table.js';
import { Section } from '../../../../components/page.js';
import { ErrorState } from '../../../../components/states.js';
import { NameLink } from '../../../../components/text-link.js';
import { useFormat } from '../../../../lib/format.js';
import { BULK_AWARDS, type BulkAward, type BulkIssue } from './bulk.documents.js';

/** Who was given what by the list, and how each of them stands. */
export function GivenBadges({ list: { id, standing } }: { list: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const { date, number } = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(BULK_AWARDS, { variables: { id } });
  const { issued, withdrawn } = standing;
  useEffect(() => {
    void refetch();
  }, [issued, withdrawn, refetch]);
  const awards = data?.bulkIssue?.awards;
  return (
    <Section title={t('given')} aside={awards && number(awards.totalCount)}>
      <DataTable
        label={t('given')}
        keys={false}
        density="compact"
        rows={awards?.edges.map(({ node }) => node)}
        rowId={(award) => award.id}
        error={error && !awards && <ErrorState onRetry={() => void refetch()} />}
        empty={null}
        columns={[
          { id: 'who', head: t('who'), phone: true, cell: (award) => <Who award={award} /> },
          { id: 'badge', head: t('badge'), cell: (award) => award.achievementVersion.name },
          { id: 'state', head: t('stateHead'), phone: true, width: 150, cell: (award) => <Stand award={award} /> },
          {
            id: 'from',
            head: t('from'),
            width: 130,
            align: 'end',
            cell: ({ credential }) => credential && date(credential.validFrom),
          },
        ]}
      />
      {awards?.pageInfo.hasNextPage && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => void fetchMore({ variables: { after: awards.pageInfo.endCursor } })}
        >
          {t('more')}
        </Button>
      )}
    </Section>
  );
}

function Who({ award: { credential, person } }: { award: BulkAward }) {
  if (!credential) return person.displayName;
  return <NameLink to={`/programme/credentials/${credential.id}`}>{person.displayName}</NameLink>;
}

function Stand({ award: { state, credential } }: { award: BulkAward }) {
  const { t } = useTranslation('bulk');
  const stand = state === 'ISSUED' && credential ? credential.status : state;
  const tones: Partial<Record<typeof stand, Tone>> = { ACTIVE: 'green', PENDING: 'accent', QUARANTINED: 'red' };
  // t('bulk:stand.ACTIVE') t('bulk:stand.SUSPENDED') t('bulk:stand.REVOKED') t('bulk:stand.PENDING')
  // t('bulk:stand.ISSUED') t('bulk:stand.QUARANTINED') t('bulk:stand.CANCELLED')
  return <StatusWord tone={tones[stand] ?? 'plain'}>{t(`stand.${stand}`)}</StatusWord>;
}
