import { useTranslation } from 'react-i18next';
import { IMPORT_FIELDS } from './mapping.rules.js';

// In a file a manager is named by mail address or number; in what changes it is the manager.
const NAMED = [...IMPORT_FIELDS, 'MANAGER'] as const;

/** Fields in words, whether the API names them PERSON_NUMBER or personNumber. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('people');
  // t('people:import.fields.PERSON_NUMBER') t('people:import.fields.DISPLAY_NAME') t('people:import.fields.GIVEN_NAME')
  // t('people:import.fields.FAMILY_NAME') t('people:import.fields.EMAIL') t('people:import.fields.JOB_TITLE')
  // t('people:import.fields.UNIT') t('people:import.fields.MANAGER_EMAIL') t('people:import.fields.MANAGER_NUMBER')
  // t('people:import.fields.JOB_ROLE_LEVEL') t('people:import.fields.STARTS_ON') t('people:import.fields.LAST_DAY')
  // t('people:import.fields.MANAGER')
  return (field) => {
    const name = field.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
    const known = NAMED.find((each) => each === name);
    return known ? t(`import.fields.${known}`) : field;
  };
}
