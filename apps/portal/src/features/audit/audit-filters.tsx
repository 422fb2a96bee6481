import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../components/filter-bar.js';
import { ActorSelect } from './actor-select.js';
import { KINDS, OUTCOMES } from './audit-place.rules.js';
import styles from './audit.module.css';
import type { useAudit } from './use-audit.js';

/** Who, what, to what, when and how it ended. */
export function AuditFilters({ audit }: { audit: ReturnType<typeof useAudit> }) {
  const { t } = useTranslation('audit');
  const { place, set } = audit;
  // t('audit:kind.PERSON') t('audit:kind.STRANGER') t('audit:kind.SYSTEM')
  // t('audit:filters.only.operation') t('audit:filters.only.target')
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
      <div className={styles.period}>
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            // t('audit:filters.from') t('audit:filters.to')
            aria-label={t(`filters.${end}`)}
            value={place[end] ?? ''}
            onChange={(event) => set(end, event.currentTarget.value || null)}
          />
        ))}
      </div>
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

const MOST_SHOWN = 24;

const shortened = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, 8)}…${text.slice(-6)}` : text);
