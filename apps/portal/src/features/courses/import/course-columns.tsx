import { useTranslation } from 'react-i18next';
import { ColumnChoices } from '../../../components/column-choices.js';
import type { CourseImport } from './import.documents.js';
import { usePreviewAgain } from './use-preview-again.js';

/** The columns of a file of courses or completions, to be read otherwise. */
export function CourseColumns({ found }: { found: CourseImport }) {
  const { t } = useTranslation('courses');
  const [again, { loading, refusal, failed }] = usePreviewAgain(found);
  // t('courses:import.field.CODE') t('courses:import.field.TITLE') t('courses:import.field.PROVIDER') t('courses:import.field.URL')
  // t('courses:import.field.DESCRIPTION') t('courses:import.field.AREA') t('courses:import.field.TOPICS')
  // t('courses:import.field.LANGUAGE') t('courses:import.field.HOURS') t('courses:import.field.ECTS') t('courses:import.field.PRICE')
  // t('courses:import.field.CURRENCY') t('courses:import.field.MODE') t('courses:import.field.DURATION')
  // t('courses:import.field.SUPPORT') t('courses:import.field.PREREQUISITES') t('courses:import.field.PREREQUISITE_CODES')
  // t('courses:import.field.START_DATES') t('courses:import.field.STATE') t('courses:import.field.OUTCOMES')
  // t('courses:import.field.COURSE_CODE') t('courses:import.field.PERSON_NUMBER') t('courses:import.field.EMAIL')
  // t('courses:import.field.COMPLETED_ON') t('courses:import.field.GRADE')
  return (
    <ColumnChoices
      columns={found.columns}
      fields={found.fields.map((value) => ({ value, label: t(`import.field.${value}`) }))}
      onAgain={(mapping) => void again({ mapping })}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
    />
  );
}
