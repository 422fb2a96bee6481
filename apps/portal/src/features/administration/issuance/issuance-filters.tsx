import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { AGES, BASES, STATES, type useIssuanceFilters } from './use-issuance-filters.js';

/** State, what it rests on, age, and whose. */
export function IssuanceFilterBar({ filters }: { filters: ReturnType<typeof useIssuanceFilters> }) {
  const { t } = useTranslation('administration');
  const { state, setState, basis, setBasis, age, setAge, list, setList } = filters;
  // t('administration:awardState.PENDING') t('administration:awardState.FAILING') t('administration:awardState.QUARANTINED')
  // t('administration:awardState.ISSUED') t('administration:awardState.CANCELLED')
  // t('administration:basis.DECISION') t('administration:basis.STACK') t('administration:basis.COMPLETION')
  // t('administration:basis.BULK') t('administration:basis.LEGACY')
  // t('administration:issuance.age.1') t('administration:issuance.age.24') t('administration:issuance.age.168')
  return (
    <FilterBar end={<SearchBox label={t('issuance.search')} value={filters.typed} onChange={filters.type} />}>
      {STATES.map((each) => (
        <FilterToggle key={each} active={each === state} onToggle={() => setState(each === state ? '' : each)}>
          {t(`awardState.${each}`)}
        </FilterToggle>
      ))}
      <FilterMenu
        label={t('issuance.basis')}
        value={basis ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('issuance.any') },
          ...BASES.map((each) => ({ value: each as string, label: t(`basis.${each}`) })),
        ]}
        onChange={(value) => setBasis(value === 'ANY' ? '' : value)}
      />
      <FilterMenu
        label={t('issuance.ageHead')}
        value={age ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('issuance.any') },
          ...AGES.map((each) => ({ value: each as string, label: t(`issuance.age.${each}`) })),
        ]}
        onChange={(value) => setAge(value === 'ANY' ? '' : value)}
      />
      {list && (
        <FilterToggle active onToggle={() => setList('')}>
          {t('issuance.oneList')}
          <span aria-hidden>×</span>
        </FilterToggle>
      )}
    </FilterBar>
  );
}
