import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../components/filter-bar.js';
import { ActorSelect } from './actor-select.js';
import { KINDS, OUTCOMES, shortened } from './audit-place.rules.js';
import styles from './audit.module.css';
import type { useAudit } from './use-audit.js';

/** Who, what, to what, when and how it ended. */
export function AuditFilters({ audit }: { audit: ReturnType<typeof useAudit> }) {
  const { t } = useTranslation('audit');
  const { place, set } = audit;
  // t('audit:kind.PERSON') t('audit:kind.STRANGER') t('audit:kind.SYSTEM')
  // t('audit:filters.only.operation') t('audit:filters.only.target')
  // t('audit:filters.from') t('audit:filters.to')
  // t('audit:outcome.DONE') t('audit:outcome.REFUSED') t('audit:outcome.FAILED')
  return (
    <FilterBar>
      <SearchBox label={t('filters.search')} value={audit.typed} onChange={audit.type} />
      <ActorSelect personId={place.actor ?? null} onChange={(id) => set('actor', id)} />
      <FilterMenu
        label={t('filters.kind')}
        value={place.kind ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('filters.any') },
          ...KINDS.map((kind) => ({ value: kind as string, label: t(`kind.${kind}`) })),
        ]}
        onChange={(value) => set('kind', value === 'ANY' ? null : value)}
      />
      <FilterMenu
        label={t('filters.outcome')}
        value={place.outcome ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('filters.any') },
          ...OUTCOMES.map((outcome) => ({ value: outcome as string, label: t(`outcome.${outcome}`) })),
        ]}
        onChange={(value) => set('outcome', value === 'ANY' ? null : value)}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.day}>
          {/* The words stand before the field: an empty one shows only how a date is written. */}
          <span>{t(`filters.${end}`)}</span>
          <TextInput
            type="date"
            value={place[end] ?? ''}
            onChange={(event) => set(end, event.currentTarget.value || null)}
          />
        </label>
      ))}
      {(['operation', 'target'] as const).map(
        (filter) =>
          place[filter] && (
            <FilterToggle key={filter} active onToggle={() => set(filter, null)}>
              {t(`filters.only.${filter}`)} <code>{shortened(place[filter])}</code>
              <span aria-hidden>×</span>
            </FilterToggle>
          ),
      )}
    </FilterBar>
  );
}
