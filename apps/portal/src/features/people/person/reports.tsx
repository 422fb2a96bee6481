import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { StateWord } from '../state-word.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';

/** Who reports to this person today. */
export function Reports({ person, onMore }: { person: PersonView; onMore: () => void }) {
  const { t } = useTranslation('people');
  const { edges, pageInfo, totalCount } = person.reports;
  return (
    <>
      <DataTable
        label={t('reports.title')}
        keys={false}
        rows={edges.map((edge) => edge.node)}
        rowId={(report) => report.id}
        empty={<p className={styles.hint}>{t('reports.none', { name: person.displayName })}</p>}
        columns={[
          {
            id: 'name',
            head: t('columns.name'),
            phone: true,
            cell: (report) => <NameLink to={`/admin/people/${report.id}`}>{report.displayName}</NameLink>,
          },
          { id: 'job', head: t('columns.job'), cell: (report) => report.employment?.jobTitle ?? '–' },
          { id: 'unit', head: t('columns.unit'), cell: (report) => report.employment?.orgUnit?.name ?? '–' },
          { id: 'state', head: t('columns.state'), phone: true, cell: (report) => <StateWord person={report} /> },
        ]}
      />
      {totalCount > 0 && (
        <p className={styles.below}>
          {pageInfo.hasNextPage && <Button onClick={onMore}>{t('more')}</Button>}
          <TextLink to={`/admin/people?manager=${person.id}`}>{t('reports.inDirectory')}</TextLink>
        </p>
      )}
    </>
  );
}
