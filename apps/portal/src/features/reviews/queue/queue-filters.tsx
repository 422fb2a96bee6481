import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import type { Counts } from './queue-header.js';
import type { QueueAddress } from './use-queue-address.js';

interface Props {
  address: QueueAddress;
  counts: Counts | undefined;
  /** What the queue is about. */
  achievements: readonly { id: string; name: string }[];
}

const EVERYTHING = 'any';

export function QueueFilters({ address, counts, achievements }: Props) {
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
            { value: 'shuffled', label: t('order.shuffled') },
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
      {address.scopeWord === 'week' && (
        <FilterToggle active count={counts?.handedInThisWeek} onToggle={() => address.show('take')}>
          {t('scope.thisWeek')}
        </FilterToggle>
      )}
      {address.scopeWord === 'due' && (
        <FilterToggle active count={counts && counts.dueToday + counts.overdue} onToggle={() => address.show('take')}>
          {t('scope.due')}
        </FilterToggle>
      )}
      <FilterMenu
        label={t('filter.due')}
        value={address.dueWord}
        options={[
          { value: 'any', label: t('filter.any') },
          { value: 'over', label: t('filter.over') },
          { value: 'today', label: t('filter.today') },
          { value: 'week', label: t('filter.week') },
        ]}
        onChange={address.dueBy}
      />
      <FilterMenu
        label={t('filter.mark')}
        value={address.purposeWord}
        options={[
          { value: 'any', label: t('filter.any') },
          { value: 'first', label: t('purpose.FIRST') },
          { value: 'second', label: t('purpose.SECOND') },
          { value: 'third', label: t('purpose.THIRD') },
          { value: 'appeal', label: t('purpose.APPEAL') },
        ]}
        onChange={address.mark}
      />
      {(achievements.length > 1 || address.achievementId) && (
        <FilterMenu
          label={t('filter.about')}
          value={address.achievementId ?? EVERYTHING}
          options={[
            { value: EVERYTHING, label: t('filter.any') },
            ...achievements.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => address.about(id === EVERYTHING ? null : id)}
        />
      )}
      <SearchBox label={t('queue.search')} value={address.search} onChange={address.find} />
    </FilterBar>
  );
}
