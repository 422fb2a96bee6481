import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import type { CourseFilter, Facet } from '../course-filter.js';
import { HOURS } from '../course-filter.js';
import { COURSE_FACETS, SKILL_NAME } from '../courses.documents.js';
import { useCourseWords } from '../use-course-words.js';

interface Props {
  filter: CourseFilter;
  /** Which facets to offer, in this order. */
  facets: readonly Facet[];
  total?: number;
}

/** Words and wishes on one line; each choice says how many courses it would leave. */
export function CourseFilters({ filter, facets, total }: Props) {
  const { t } = useTranslation('courses');
  const words = useCourseWords();
  const { data, previousData } = useQuery(COURSE_FACETS, {
    variables: { search: filter.search || null, filter: filter.filter },
  });
  const counts = (data ?? previousData)?.courseFacets;
  const any = { value: '', label: t('filter.any') };
  const counted = (label: string, count: number) => t('filter.counted', { label, left: count });
  // t('courses:state.ACTIVE') t('courses:state.RETIRED')
  const options: Record<Facet, { value: string; label: string }[]> = {
    state: (counts?.states ?? []).map(({ value, count }) => ({ value, label: counted(t(`state.${value}`), count) })),
    mode: (counts?.modes ?? []).map(({ value, count }) => ({ value, label: counted(words.mode(value), count) })),
    language: (counts?.languages ?? []).map(({ value, count }) => ({
      value,
      label: counted(words.language(value), count),
    })),
    provider: (counts?.providers ?? []).map(({ value, label, count }) => ({ value, label: counted(label, count) })),
    hours: HOURS.map((value) => ({ value, label: t('filter.upTo', { most: value }) })),
    skill: [],
  };
  // t('courses:filter.state') t('courses:filter.mode') t('courses:filter.language')
  // t('courses:filter.provider') t('courses:filter.hours')
  return (
    <FilterBar end={total !== undefined && t('count', { count: total })}>
      <SearchBox label={t('filter.search')} value={filter.typed} onChange={filter.type} />
      {facets
        .filter((facet) => options[facet].length > 1 || filter.value(facet) !== '')
        .map((facet) => (
          <FilterMenu
            key={facet}
            label={t(`filter.${facet}`)}
            value={filter.value(facet)}
            options={[any, ...options[facet]]}
            onChange={(value) => filter.choose(facet, value)}
          />
        ))}
      {filter.value('skill') && <SkillWish id={filter.value('skill')} onDrop={() => filter.choose('skill', '')} />}
    </FilterBar>
  );
}

/** A skill that one came from; a click lets it go. */
function SkillWish({ id, onDrop }: { id: string; onDrop: () => void }) {
  const { t } = useTranslation('courses');
  const { data } = useQuery(SKILL_NAME, { variables: { id } });
  return (
    <FilterToggle active onToggle={onDrop}>
      {t('filter.teaches', { skill: data?.skill?.name ?? '…' })}
    </FilterToggle>
  );
}
