import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import type { Counts } from './queue-header.js';
import type { QueueAddress } from './use-queue-address.js';

export function QueueFilters({ address, counts }: { address: QueueAddress; counts: Counts | undefined }) {
  const { t } = useTranslation('reviews');
  return (
    <FilterBar
      end={
        <FilterMenu
          label={t('order.label')}
          value={address.orderWord}
          options={[
            { value: 'due', label: t('order.due') },
            { value: 'newest', label: t('order.newest') },
          ]}
          onChange={address.sort}
        />
      }
    >
      <FilterToggle active={address.scopeWord === 'take'} count={counts?.canTake} onToggle={() => address.show('take')}>
        {t('scope.take')}
      </FilterToggle>
      <FilterToggle active={address.scopeWord === 'held'} count={counts?.held} onToggle={() => address.show('held')}>
        {t('scope.held')}
      </FilterToggle>
      <FilterToggle
        active={address.scopeWord === 'handed-in'}
        count={counts?.handedIn}
        onToggle={() => address.show('handed-in')}
      >
        {t('scope.handedIn')}
      </FilterToggle>
      <SearchBox label={t('queue.search')} value={address.search} onChange={address.find} />
    </FilterBar>
  );
}
