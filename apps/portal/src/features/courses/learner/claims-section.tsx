import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../courses.module.css';
import { type MyClaim, MY_CLAIMS } from './claim.documents.js';

/** What one said of courses and is not recorded: it waits, or was refused. What was accepted stands among those finished. */
export function ClaimsSection() {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const { data } = useQuery(MY_CLAIMS, { fetchPolicy: 'cache-and-network' });
  const rows = data?.myCompletionClaims.edges
    .map(({ node }) => node)
    .filter(({ state }) => state === 'OPEN' || state === 'REFUSED');
  if (!rows || rows.length === 0) return null;
  return (
    <Section title={t('claims.mine')} aside={t('claims.mineAside')}>
      <DataTable
        label={t('claims.mine')}
        density="compact"
        keys={false}
        rows={rows}
        rowId={(row) => row.id}
        empty={null}
        columns={[
          {
            id: 'course',
            head: t('column.title'),
            phone: true,
            cell: (row) => <NameLink to={`/growth/courses/${row.course.id}`}>{row.course.title}</NameLink>,
          },
          { id: 'day', head: t('completion.day'), width: 140, cell: (row) => date(row.completedOn) },
          { id: 'proof', head: t('claim.proof'), cell: (row) => row.proof.title },
          { id: 'state', head: t('column.state'), phone: true, cell: (row) => <Stands claim={row} /> },
        ]}
      />
    </Section>
  );
}

function Stands({ claim }: { claim: MyClaim }) {
  const { t } = useTranslation('courses');
  if (claim.state === 'OPEN') return <StatusWord tone="amber">{t('claims.state.OPEN')}</StatusWord>;
  return (
    <span className={styles.title}>
      <StatusWord tone="red">{t('claims.state.REFUSED')}</StatusWord>
      <small>{claim.reason}</small>
    </span>
  );
}
