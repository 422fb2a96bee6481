import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { FilterBar, SearchBox } from '../../components/filter-bar.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../components/states.js';
import { useViewer } from '../../lib/viewer.js';
import { AddPersonDialog } from './add-person-dialog.js';
import styles from './administration-layout.module.css';
import { PEOPLE, type ListedPerson } from './administration.documents.js';
import { PersonPanel } from './person-panel.js';
import panel from './person-panel.module.css';
import { useRoleName } from './role-names.js';
import { useSearch } from './use-search.js';

/** Everybody, with what they may do. */
export function PeoplePage() {
  const { t } = useTranslation('administration');
  const { may } = useViewer();
  const { typed, setTyped, search } = useSearch();
  const [adding, setAdding] = useState(false);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(PEOPLE, { variables: { search } });
  const shown = data ?? previousData;
  const people = shown?.people.edges.map((edge) => edge.node);
  const selected = people?.find((person) => person.id === selectedId);
  const columns = useColumns();
  return (
    <Page title={t('people.title')}>
      <PageHeader
        title={t('people.title')}
        below={shown && t('people.count', { count: shown.people.totalCount })}
        acts={
          may('people.manage') && (
            <Button variant="primary" icon={<IconPlus size={16} stroke={1.6} />} onClick={() => setAdding(true)}>
              {t('people.add')}
            </Button>
          )
        }
      />
      <FilterBar>
        <SearchBox label={t('people.search')} value={typed} onChange={setTyped} />
      </FilterBar>
      <div className={panel.beside} data-open={Boolean(selected)}>
        <div className={styles.list}>
          <DataTable
            label={t('people.title')}
            columns={columns}
            rows={people}
            rowId={(person) => person.id}
            selectedId={selectedId}
            onSelect={(person) => setSelectedId(person.id === selectedId ? null : person.id)}
            density="tall"
            loading={loading}
            error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
            empty={
              <div className={styles.padded}>
                {search ? (
                  <FilteredState filters={1} onClear={() => setTyped('')} />
                ) : (
                  <EmptyState title={t('people.empty')} />
                )}
              </div>
            }
          />
          {shown?.people.pageInfo.hasNextPage && (
            <div className={styles.more}>
              <Button
                busy={loading}
                onClick={() => void fetchMore({ variables: { search, after: shown.people.pageInfo.endCursor } })}
              >
                {t('more')}
              </Button>
            </div>
          )}
        </div>
        {selected && <PersonPanel key={selected.id} person={selected} onClose={() => setSelectedId(null)} />}
      </div>
      <AddPersonDialog open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function useColumns(): Column<ListedPerson>[] {
  const { t } = useTranslation('administration');
  const roleName = useRoleName();
  return [
    {
      id: 'name',
      head: t('people.name'),
      phone: true,
      cell: (person) => (
        <span className={panel.name}>
          <b>{person.displayName}</b>
          <small>{person.email}</small>
        </span>
      ),
    },
    {
      id: 'job',
      head: t('people.job'),
      cell: (person) => (
        <span className={panel.name}>
          {person.employment?.jobTitle ?? '–'}
          <small>{person.employment?.jobRoleLevel?.name}</small>
        </span>
      ),
    },
    { id: 'unit', head: t('people.unit'), cell: (person) => person.employment?.orgUnit?.name ?? '–' },
    { id: 'manager', head: t('people.manager'), cell: (person) => person.employment?.manager?.displayName ?? '–' },
    {
      id: 'roles',
      head: t('people.roles'),
      phone: true,
      cell: (person) => (
        <span className={panel.roles}>
          {person.roles
            .filter((role) => role !== 'EMPLOYEE')
            .map((role) => (
              <Chip key={role}>{roleName(role)}</Chip>
            ))}
          {!person.active && <Chip tone="amber">{t('people.left')}</Chip>}
        </span>
      ),
    },
  ];
}
