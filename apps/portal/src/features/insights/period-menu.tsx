import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu } from '../../components/filter-bar.js';
import { PERIODS, usePeriod } from './use-period.js';

export function PeriodMenu() {
  const { t } = useTranslation('insights');
  const { choice, set } = usePeriod();
  // t('insights:period.YEAR') t('insights:period.QUARTER') t('insights:period.THIS_YEAR') t('insights:period.LAST_YEAR')
  return (
    <FilterBar>
      <FilterMenu
        label={t('period.label')}
        value={choice}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={set}
      />
    </FilterBar>
  );
}
