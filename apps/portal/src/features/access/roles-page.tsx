import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.js';
import { DataTable } from '../../components/data-table.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { TextLink } from '../../components/text-link.js';
import { useViewer } from '../../lib/viewer.js';
import { type Grant, ROLE_GRANTS, WHO } from './access.documents.js';
import styles from './access.module.css';
import { EndGrantDialog } from './end-grant-dialog.js';
import { useGrantColumns } from './grant-columns.js';
import { GrantDialog } from './grant-dialog.js';
import { RoleFilters } from './role-filters.js';
import { useRoleFilters } from './use-role-filters.js';
import { WaitingGrants } from './waiting-grants.js';

/** Who was given which role, how far, how long, why and by whom. */
export function RolesPage() {
  const { t } = useTranslation('access');
  const { may } = useViewer();
  const filters = useRoleFilters();
  const { place, go, personId, variables } = filters;
  const { data: who } = useQuery(WHO, { variables: { id: personId ?? '' }, skip: !personId });
  const person = personId && who?.person ? { id: who.person.id, name: who.person.displayName } : null;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ROLE_GRANTS, { variables });
  const shown = data ?? previousData;
  const grants = shown?.roleGrants.edges.map((edge) => edge.node);
  const [ending, setEnding] = useState<Grant | null>(null);
  const title = person ? t('roles.titleOf', { name: person.name }) : t('roles.title');
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        below={
          person ? (
            <TextLink to={`/account/access?person=${person.id}`}>{t('roles.explain')}</TextLink>
          ) : (
            t('roles.lead')
          )
        }
        acts={
          may('people.manage') && (
            <>
              <LinkButton to="/admin/who-can-see">{t('seen.title')}</LinkButton>
              <Button
                variant="primary"
                icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
                onClick={() => go({ dialog: 'give' })}
              >
                {t('give.act')}
              </Button>
            </>
          )
        }
      />
      <WaitingGrants />
      <RoleFilters filters={filters} person={person} />
      <div className={styles.list}>
        <DataTable
          label={title}
          columns={useGrantColumns(setEnding)}
          rows={grants}
          rowId={(grant) => grant.id}
          keys={false}
          density="tall"
          loading={loading}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              {filters.filters > 0 ? (
                <FilteredState filters={filters.filters} onClear={filters.clear} />
              ) : (
                <EmptyState title={t('roles.empty')}>{t('roles.emptyBody')}</EmptyState>
              )}
            </div>
          }
        />
        <ShowMore
          className={styles.more}
          list={shown?.roleGrants}
          onMore={(after) => fetchMore({ variables: { ...variables, after } })}
        />
      </div>
      {place.dialog === 'give' && may('people.manage') && (!personId || who) && (
        <GrantDialog person={person} onClose={() => go({ dialog: null })} />
      )}
      {ending && <EndGrantDialog grant={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}
