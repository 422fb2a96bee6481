import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { Figure } from '../../../components/key-values.js';
import { ImportRows } from '../../../components/import-rows.js';
import { LooksLike } from '../../../components/looks-like.js';
import { PageHeader, Section } from '../../../components/page.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { CatalogueFields } from './catalogue-fields.js';
import { CourseColumns } from './course-columns.js';
import { APPLY_COURSES, type CourseImport } from './import.documents.js';

const TONES = { CREATE: 'green', CHANGE: 'amber', UNCHANGED: 'plain', ERROR: 'red' } as const;

/** What the file would do, with its columns and its source to be put right; then the one act. */
export function ImportView({ found }: { found: CourseImport }) {
  const { t } = useTranslation('courses');
  const { number, dayAndTime } = useFormat();
  const [apply, { loading, refusal, failed }] = useResultMutation(APPLY_COURSES, {
    refetch: ['Courses', 'CourseFacets', 'CourseCompletions'],
  });
  const { counts, state, kind, problem, appliedAt } = found;
  const here = `/programme/courses/import${kind === 'COURSES' ? '' : '?kind=COMPLETIONS'}`;
  const does = counts.create + counts.change;
  const ready = state === 'PREVIEWED' && counts.errors === 0 && does > 0;
  // t('courses:import.outcome.CREATE') t('courses:import.outcome.CHANGE') t('courses:import.outcome.UNCHANGED')
  // t('courses:import.outcome.ERROR')
  // t('courses:import.figure.create') t('courses:import.figure.change') t('courses:import.figure.unchanged')
  // t('courses:import.figure.errors')
  return (
    <>
      <PageHeader
        title={found.fileName}
        above={<TextLink to={here}>{t('import.title')}</TextLink>}
        below={appliedAt ? t('import.appliedAt', { at: dayAndTime(appliedAt) }) : t('import.nothingWritten')}
        aside={
          state !== 'FAILED' &&
          (['create', 'change', 'unchanged', 'errors'] as const).map((each) => (
            <Figure key={each} value={number(counts[each])}>
              {t(`import.figure.${each}`)}
            </Figure>
          ))
        }
        acts={
          state === 'APPLIED' ? (
            <LinkButton to="/programme/courses" variant="primary" size="large">
              {t('import.toCatalogue')}
            </LinkButton>
          ) : (
            state !== 'FAILED' && (
              <Button
                variant="primary"
                size="large"
                busy={loading || state === 'APPLYING'}
                disabled={!ready}
                onClick={() => void apply({ id: found.id })}
              >
                {t('import.apply', { count: does })}
              </Button>
            )
          )
        }
      />
      <div className={styles.notes}>
        {problem && <RefusalNote>{problem}</RefusalNote>}
        {state !== 'APPLIED' && <LooksLike likely={found.looksLike} here={here} />}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        {counts.errors > 0 && <Note tone="amber">{t('import.mend', { count: counts.errors })}</Note>}
        {state === 'PREVIEWED' && counts.errors === 0 && does === 0 && <Note>{t('import.nothingToDo')}</Note>}
        {kind === 'COURSES' && state !== 'FAILED' && <Note>{t('import.found', { ...counts })}</Note>}
      </div>
      {state !== 'APPLIED' && found.columns.length > 0 && <CourseColumns found={found} />}
      {kind === 'COURSES' && state === 'PREVIEWED' && <CatalogueFields found={found} />}
      {state !== 'FAILED' && found.rows.length > 0 && (
        <Section title={t('import.rows')}>
          <ImportRows
            rows={found.rows}
            names={new Map(found.fields.map((field) => [field, t(`import.field.${field}`)]))}
            outcome={(row) => ({ word: t(`import.outcome.${row.outcome}`), tone: TONES[row.outcome] })}
          />
        </Section>
      )}
    </>
  );
}
