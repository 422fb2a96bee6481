import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '../../../components/data-table.js';
import { ShowMore } from '../../../components/show-more.js';
import { ErrorState, FilteredState } from '../../../components/states.js';
import type { CourseFilter, Facet } from '../course-filter.js';
import { COURSES } from '../courses.documents.js';
import styles from '../courses.module.css';
import { useCourseColumns } from './course-columns.js';
import { CourseFilters } from './course-filters.js';

interface Props {
  base: '/programme/courses' | '/growth/courses';
  filter: CourseFilter;
  facets: readonly Facet[];
  /** When there is no course at all. */
  empty: ReactNode;
}

/** Courses under words and wishes, with the wishes above them. */
export function CourseTable({ base, filter, facets, empty }: Props) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const columns = useCourseColumns(base);
  // Only where J and K are; not in the address, which a click on the row's link is about to change.
  const [selected, select] = useState<string | null>(null);
  const variables = { search: filter.search || null, filter: filter.filter };
  const { data, previousData, error, refetch, fetchMore } = useQuery(COURSES, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.courses;
  return (
    <>
      <CourseFilters filter={filter} facets={facets} total={list?.totalCount} />
      <DataTable
        label={t('title')}
        columns={columns}
        rows={list?.edges.map((edge) => edge.node)}
        rowId={(row) => row.id}
        selectedId={selected}
        onSelect={(row) => select(row.id)}
        onOpen={(row) => void navigate(`${base}/${row.id}`)}
        density="tall"
        error={error && !list && <ErrorState onRetry={() => void refetch()} />}
        empty={filter.filters > 0 ? <FilteredState filters={filter.filters} onClear={filter.clear} /> : empty}
      />
      <ShowMore
        className={styles.more}
        list={list}
        onMore={(after) => fetchMore({ variables: { ...variables, after } })}
      />
    </>
  );
}
