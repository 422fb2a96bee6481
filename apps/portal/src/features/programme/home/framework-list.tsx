import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../components/data-table.js';
import { OpenNumber } from '../../../components/open-number.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { StateWord } from '../state-word.js';
import type { FRAMEWORKS } from './programme-home.documents.js';
import styles from './programme-home-page.module.css';

type Framework = ResultOf<typeof FRAMEWORKS>['frameworks'][number];

interface Props {
  frameworks: readonly Framework[] | undefined;
  error: Error | undefined;
  retry: () => Promise<unknown>;
}

export function FrameworkList({ frameworks, error, retry }: Props) {
  const { t } = useTranslation('programme');
  const { date } = useFormat();
  const columns: Column<Framework>[] = [
    {
      id: 'title',
      head: t('frameworks.columns.title'),
      phone: true,
      cell: (row) => (
        <NameLink className={styles.name} to={`/programme/frameworks/${row.id}`}>
          {row.title}
        </NameLink>
      ),
    },
    {
      id: 'state',
      head: t('home.columns.state'),
      phone: true,
      width: 150,
      cell: (row) => <StateWord state={row.state} />,
    },
    { id: 'version', head: t('frameworks.columns.version'), width: 120, cell: (row) => row.version },
    { id: 'publisher', head: t('frameworks.columns.publisher'), cell: (row) => row.publisher },
    {
      id: 'skills',
      head: t('frameworks.columns.skills'),
      width: 80,
      align: 'end',
      cell: (row) => (
        <OpenNumber
          count={row.counts.skills}
          to={`/programme/frameworks/${row.id}`}
          label={`${row.title}, ${t('frameworks.columns.skills')}`}
        />
      ),
    },
    {
      id: 'roles',
      head: t('frameworks.columns.roles'),
      width: 90,
      align: 'end',
      cell: (row) => (
        <OpenNumber
          count={row.counts.jobRoles}
          to={`/programme/frameworks/${row.id}/roles`}
          label={`${row.title}, ${t('frameworks.columns.roles')}`}
        />
      ),
    },
    {
      id: 'since',
      head: t('frameworks.columns.since'),
      width: 130,
      align: 'end',
      cell: (row) => date(row.publishedAt ?? row.createdAt),
    },
  ];
  return (
    <div className={styles.frameworks}>
      <DataTable
        label={t('frameworks.title')}
        columns={columns}
        rows={frameworks}
        rowId={(row) => row.id}
        keys={false}
        error={error && !frameworks && <ErrorState onRetry={() => void retry()} />}
        empty={<EmptyState title={t('frameworks.none')}>{t('frameworks.noneBody')}</EmptyState>}
      />
    </div>
  );
}
