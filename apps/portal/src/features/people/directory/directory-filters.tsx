import { useQuery } from '@apollo/client/react';
import { ROLES } from '@assay/access';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { useRoleName } from '../../../lib/role-names.js';
import { PersonSelect } from '../fields/person-select.js';
import { UnitSelect } from '../fields/unit-select.js';
import { MANAGER_NAME } from './directory.documents.js';
import styles from './directory.module.css';
import { STATES, type useDirectory } from './use-directory.js';

/** Whom to show: words, unit, role, manager, and whether they are still here. */
export function DirectoryFilters({ directory }: { directory: ReturnType<typeof useDirectory> }) {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  // t('people:filters.state.with-us') t('people:filters.state.left') t('people:filters.state.all')
  return (
    <FilterBar>
      <SearchBox label={t('directory.search')} value={directory.typed} onChange={directory.type} />
      <UnitSelect
        className={styles.filter}
        aria-label={t('filters.unit')}
        placeholder={t('filters.anyUnit')}
        value={directory.unitId}
        onChange={directory.setUnit}
        clearable
      />
      {directory.unitId && (
        <FilterToggle active={directory.andBelow} onToggle={() => directory.setBelow(!directory.andBelow)}>
          {t('filters.andBelow')}
        </FilterToggle>
      )}
      <ManagerFilter directory={directory} />
      <FilterMenu
        label={t('filters.role')}
        value={directory.role ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('filters.anyRole') },
          ...ROLES.filter((role) => role !== 'EMPLOYEE').map((role) => ({ value: role, label: roleName(role) })),
        ]}
        onChange={(value) => directory.setRole(value === 'ANY' ? null : value)}
      />
      <FilterMenu
        label={t('filters.state.label')}
        value={directory.state}
        options={STATES.map((state) => ({ value: state, label: t(`filters.state.${state}`) }))}
        onChange={directory.setState}
      />
    </FilterBar>
  );
}

function ManagerFilter({ directory }: { directory: ReturnType<typeof useDirectory> }) {
  const { t } = useTranslation('people');
  const { managerId } = directory;
  const { data } = useQuery(MANAGER_NAME, { variables: { id: managerId ?? '' }, skip: !managerId });
  const manager = managerId ? (data?.person ?? null) : null;
  return (
    <PersonSelect
      // The name of whom the address names comes later than the field.
      key={manager?.id ?? 'anybody'}
      className={styles.filter}
      aria-label={t('filters.manager')}
      placeholder={t('filters.anyManager')}
      value={manager}
      onChange={(person) => directory.setManager(person?.id ?? null)}
    />
  );
}
