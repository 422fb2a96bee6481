import { useQuery } from '@apollo/client/react';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.js';
import { SearchSelect } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import styles from '../courses.module.css';
import { COURSE_CHOICES } from './course.documents.js';
import { DraftText } from './draft-text.js';
import type { CourseDraftState } from './use-course-draft.js';

/** What people need beforehand: in words, and as courses. */
export function PrerequisitesSection({ state, courseId }: { state: CourseDraftState; courseId: string }) {
  const { t } = useTranslation('courses');
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(COURSE_CHOICES, { variables: { search: words || null } });
  const required = state.draft.prerequisiteCourses;
  const found = (data ?? previousData)?.courses.edges
    .map(({ node }) => ({ value: node.id, label: node.title, hint: node.code }))
    .filter(({ value }) => value !== courseId && !required.some(({ id }) => id === value));
  return (
    <div className={styles.form}>
      <DraftText state={state} field="prerequisites" hint={t('hint.prerequisites')} lines={2} />
      {required.length > 0 && (
        <ul className={styles.rows}>
          {required.map((course) => (
            <li key={course.id}>
              <span className={styles.acts}>
                <TextLink to={`/programme/courses/${course.id}`}>{course.title}</TextLink>
                <IconButton
                  label={t('prerequisite.remove', { title: course.title })}
                  onClick={() =>
                    state.change(
                      'prerequisiteCourses',
                      required.filter(({ id }) => id !== course.id),
                    )
                  }
                >
                  <IconX size={16} stroke={1.6} aria-hidden />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      <SearchSelect
        key={required.length}
        label={t('prerequisite.add')}
        value={null}
        found={found ?? []}
        onSearch={setWords}
        onChange={(choice) =>
          choice && state.change('prerequisiteCourses', [...required, { id: choice.value, title: choice.label }])
        }
        nothingFoundMessage={t('prerequisite.none')}
      />
      {state.problems.prerequisiteCourses && <RefusalNote>{state.problems.prerequisiteCourses}</RefusalNote>}
    </div>
  );
}
