import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Section } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useRoleName } from '../../lib/role-names.js';
import { GroupDialog } from './group-dialog.js';
import { type Client, type Group, SCIM_GROUPS } from './provisioning.documents.js';
import styles from './provisioning.module.css';
import { WaitingRoles } from './waiting-roles.js';

/** The groups a directory sent, and the role each of them gives. */
export function GroupsSection({ client }: { client: Client }) {
  const { t } = useTranslation('provisioning');
  const variables = { clientId: client.id };
  const { data, error, refetch, fetchMore } = useQuery(SCIM_GROUPS, { variables });
  const [mapping, setMapping] = useState<Group | null>(null);
  const groups = data?.scimGroups.edges.map(({ node }) => node);
  const page = data?.scimGroups.pageInfo;
  return (
    <Section title={t('groups.title')}>
      <p className={styles.hint}>{t('groups.hint')}</p>
      <WaitingRoles groups={groups ?? []} />
      <DataTable
        label={t('groups.title')}
        columns={useColumns(setMapping)}
        rows={groups}
        rowId={(group) => group.id}
        density="tall"
        keys={false}
        error={error && !data && <ErrorState onRetry={() => void refetch()} />}
        empty={<EmptyState title={t('groups.empty')}>{t('groups.emptyBody')}</EmptyState>}
      />
      {page?.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { ...variables, after: page.endCursor } })}>
          {t('more')}
        </Button>
      )}
      {mapping && <GroupDialog group={mapping} onClose={() => setMapping(null)} />}
    </Section>
  );
}

function useColumns(onMap: (group: Group) => void): Column<Group>[] {
  const { t } = useTranslation('provisioning');
  const { date } = useFormat();
  const roleName = useRoleName();
  const role = (group: Group) => {
    if (!group.role) return <span className={styles.none}>{t('groups.none')}</span>;
    const limit = group.scopeUnit ? t('groups.in', { unit: group.scopeUnit.name }) : t('groups.everywhere');
    return (
      <span className={styles.two}>
        <b>{roleName(group.role)}</b>
        <small>{limit}</small>
      </span>
    );
  };
  return [
    {
      id: 'name',
      head: t('groups.group'),
      phone: true,
      cell: (group) => (
        <span className={styles.two}>
          <b>{group.displayName}</b>
          <small>{t('groups.members', { count: group.memberCount })}</small>
        </span>
      ),
    },
    { id: 'role', head: t('groups.role'), phone: true, cell: role },
    {
      id: 'by',
      head: t('groups.by'),
      cell: ({ mappedAt, mappedBy }) =>
        mappedAt && t('groups.mapped', { on: date(mappedAt), by: mappedBy?.displayName ?? t('groups.somebody') }),
    },
    {
      id: 'withheld',
      head: t('groups.withheld'),
      cell: ({ withheld }) =>
        withheld.length > 0 && (
          <ul className={styles.withheld}>
            {withheld.map(({ person, reason }) => (
              <li key={person?.id ?? reason}>
                <StatusWord tone="amber">{person?.displayName ?? t('groups.somebody')}</StatusWord>
                <small>{reason}</small>
              </li>
            ))}
          </ul>
        ),
    },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('groups.change')}</span>,
      phone: true,
      align: 'end',
      width: 130,
      cell: (group) =>
        group.viewerCan.includes('map') ? (
          <Button size="small" onClick={() => onMap(group)}>
            {t('groups.change')}
            <span className="visually-hidden"> {group.displayName}</span>
          </Button>
        ) : (
          <small>{t('groups.mine')}</small>
        ),
    },
  ];
}
