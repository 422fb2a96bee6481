import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportForm, TEXTS } from './import-form.js';
import styles from './import.module.css';

interface Props {
  form: ImportForm;
  onChange: (next: Partial<ImportForm>) => void;
  errorOf: (field: string) => string | null;
}

const OPTIONAL: readonly string[] = ['sourceUrl', 'licenceUrl'];

/** Which framework it is, and on what terms it may be used. */
export function ImportAbout({ form, onChange, errorOf }: Props) {
  const { t } = useTranslation('programme');
  // t('programme:import.fields.title') t('programme:import.fields.publisher') t('programme:import.fields.version')
  // t('programme:import.fields.licence') t('programme:import.fields.licenceUrl') t('programme:import.fields.sourceUrl')
  return (
    <div className={styles.fields}>
      {TEXTS.filter((field) => field !== 'attribution').map((field) => (
        <TextInput
          key={field}
          label={t(`import.fields.${field}`)}
          description={field === 'version' ? t('import.versionHint') : undefined}
          value={form[field]}
          error={errorOf(field)}
          required={!OPTIONAL.includes(field)}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label={t('import.fields.attribution')}
        description={t('import.attributionHint')}
        value={form.attribution}
        error={errorOf('attribution')}
        minRows={2}
        autosize
        required
        onChange={(event) => onChange({ attribution: event.currentTarget.value })}
      />
      <Checkbox
        label={t('import.fields.restricted')}
        description={t('import.restrictedHint')}
        checked={form.restricted}
        onChange={(event) => onChange({ restricted: event.currentTarget.checked })}
      />
    </div>
  );
}
