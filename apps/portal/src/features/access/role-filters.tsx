import { GRANTABLE_ROLES } from '@assay/access';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../components/filter-bar.js';
import { useRoleName } from '../../lib/role-names.js';
import type { Named } from './grant-fields.js';
import { STATES, type useRoleFilters } from './use-role-filters.js';

interface Props {
  filters: ReturnType<typeof useRoleFilters>;
  person: Named | null;
}

/** By name, role, state and, when the address says so, of one person. */
export function RoleFilters({ filters, person }: Props) {
  const { t } = useTranslation('access');
  const roleName = useRoleName();
  // t('access:state.ALL')
  return (
    <FilterBar>
      {person ? (
        <FilterToggle active onToggle={() => filters.go({ person: null })}>
          {t('roles.only', { name: person.name })}
        </FilterToggle>
      ) : (
        <SearchBox label={t('roles.search')} value={filters.typed} onChange={filters.type} />
      )}
      <FilterMenu
        label={t('columns.role')}
        value={filters.role ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('roles.any') },
          ...GRANTABLE_ROLES.map((role) => ({ value: role, label: roleName(role) })),
        ]}
        onChange={(value) => filters.go({ role: value === 'ANY' ? null : value })}
      />
      <FilterMenu
        label={t('columns.state')}
        value={filters.state}
        options={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        onChange={(state) => filters.go({ state: state === 'IN_FORCE' ? null : state })}
      />
    </FilterBar>
  );
}
