import { useQuery } from '@apollo/client/react';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { Page, PageHeader } from '../../../components/page.js';
import { ShowMore } from '../../../components/show-more.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { usePlace } from '../../../lib/use-place.js';
import { useViewer } from '../../../lib/viewer.js';
import { AddPersonDialog } from './add-person-dialog.js';
import { PEOPLE } from './directory.documents.js';
import { DirectoryFilters } from './directory-filters.js';
import styles from './directory.module.css';
import { PersonPanel } from './person-panel.js';
import panel from './person-panel.module.css';
import { usePeopleColumns } from './people-columns.js';
import { useDirectory } from './use-directory.js';

/** Everybody: where they work, for whom, and what they may do. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const directory = useDirectory();
  const { variables } = directory;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(PEOPLE, { variables });
  const shown = data ?? previousData;
  const people = shown?.people.edges.map((edge) => edge.node);
  const selected = people?.find((person) => person.id === directory.selectedId);
  const columns = usePeopleColumns();
  const open = (person: { id: string }) => void navigate(`/admin/people/${person.id}`);
  return (
    <Page title={t('directory.title')}>
      <PageHeader
        title={t('directory.title')}
        below={shown && t('directory.count', { count: shown.people.totalCount })}
        acts={<Acts />}
      />
      <DirectoryFilters directory={directory} />
      <div className={panel.beside} data-open={Boolean(selected)}>
        <div className={styles.list}>
          <DataTable
            label={t('directory.title')}
            columns={columns}
            rows={people}
            rowId={(person) => person.id}
            selectedId={directory.selectedId}
            onSelect={(person) => directory.select(person.id)}
            onOpen={open}
            density="tall"
            loading={loading}
            error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
            empty={
              <div className={styles.padded}>
                {directory.filters > 0 ? (
                  <FilteredState filters={directory.filters} onClear={directory.clear} />
                ) : (
                  <EmptyState title={t('directory.empty')}>{t('directory.emptyBody')}</EmptyState>
                )}
              </div>
            }
          />
          <ShowMore
            className={styles.more}
            list={shown?.people}
            onMore={(after) => fetchMore({ variables: { ...variables, after } })}
          />
        </div>
        {selected && <PersonPanel person={selected} onClose={() => directory.select(null)} />}
      </div>
    </Page>
  );
}

/** The dialog stands in the address too, so that a link can lead to it. */
function Acts() {
  const { t } = useTranslation('people');
  const { may } = useViewer();
  const [place, go] = usePlace();
  if (!may('people.manage')) return null;
  return (
    <>
      <LinkButton to="/admin/people/import" icon={<IconFileImport size={16} stroke={1.6} aria-hidden />}>
        {t('directory.import')}
      </LinkButton>
      <Button
        variant="primary"
        icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
        onClick={() => go({ dialog: 'add' })}
      >
        {t('directory.add')}
      </Button>
      <AddPersonDialog open={place.dialog === 'add'} onClose={() => go({ dialog: null })} />
    </>
  );
}
