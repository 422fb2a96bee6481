import { useTranslation } from 'react-i18next';
import { FilterMenu, SearchBox } from '../../components/filter-bar.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import type { EVIDENCE_LABELS } from './evidence.documents.js';

/** What the library is narrowed by; nothing is an empty word. */
export interface Narrowed {
  search: string;
  tag: string;
  skill: string;
}

interface Props {
  labels: ResultOf<typeof EVIDENCE_LABELS>['myEvidenceLabels'] | undefined;
  value: Narrowed;
  onChange: (next: Partial<Narrowed>) => void;
}

/** Words that are searched for, and menus of the skills and own words that are in use. */
export function LibraryFilters({ labels, value, onChange }: Props) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const skills = (labels?.skills ?? []).flatMap(({ skill, items }) =>
    skill ? [{ value: skill.id, label: named(skill.name, items) }] : [],
  );
  const tags = (labels?.tags ?? []).map(({ tag, items }) => ({ value: tag, label: named(tag, items) }));
  return (
    <>
      <SearchBox label={t('search')} value={value.search} onChange={(search) => onChange({ search })} />
      {(skills.length > 0 || value.skill) && (
        <FilterMenu
          label={t('filter.skill')}
          value={value.skill}
          options={[{ value: '', label: t('filter.any') }, ...skills]}
          onChange={(skill) => onChange({ skill })}
        />
      )}
      {(tags.length > 0 || value.tag) && (
        <FilterMenu
          label={t('filter.tag')}
          value={tags.find((tag) => tag.value.toLowerCase() === value.tag.toLowerCase())?.value ?? value.tag}
          options={[{ value: '', label: t('filter.any') }, ...tags]}
          onChange={(tag) => onChange({ tag })}
        />
      )}
    </>
  );

  function named(word: string, items: number): string {
    return t('filter.of', { word, items: format.number(items) });
  }
}
