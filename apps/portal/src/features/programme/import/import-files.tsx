import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { PageHeader, Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { PREVIEW_IMPORT } from './import.documents.js';
import { fieldOf, type ImportForm, type ImportText, missingIn, ukFramework } from './import-form.js';
import { ImportSlots } from './import-slots.js';
import { ImportSteps } from './import-steps.js';
import { useImportForm } from './use-import-form.js';
import styles from './import.module.css';

const TEXTS: readonly ImportText[] = ['title', 'publisher', 'version', 'licence', 'sourceUrl'];

/** Step 1: two files and where they come from. Nothing is written yet. */
export function ImportFiles({ onPreviewed }: { onPreviewed: (importId: string) => void }) {
  const { t } = useTranslation('programme');
  const { form, change } = useImportForm();
  const [tried, setTried] = useState(false);
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_IMPORT);
  const missing = missingIn(form);
  const refused = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  // t('programme:import.missing.skillsFile') t('programme:import.missing.rolesFile')
  // t('programme:import.missing.title') t('programme:import.missing.publisher') t('programme:import.missing.version')
  // t('programme:import.missing.licence') t('programme:import.missing.attribution')
  const errorOf = (field: keyof ImportForm) =>
    refused.find((problem) => fieldOf(problem.field) === field)?.message ??
    (tried && missing.includes(field) ? t(`import.missing.${field}`) : null);

  const submit = async () => {
    setTried(true);
    if (missing.length > 0 || !form.skillsFile || !form.rolesFile) return;
    const { skillsFile, rolesFile, sourceUrl, ...texts } = form;
    const input = {
      ...texts,
      sourceUrl: sourceUrl.trim() || null,
      kind: 'UK_GDD' as const,
      files: [
        { slot: 'skills', fileId: skillsFile.fileId },
        { slot: 'roles', fileId: rolesFile.fileId },
      ],
    };
    const { ok } = await preview({ input });
    if (ok) onPreviewed(ok.id);
  };

  // t('programme:import.fields.title') t('programme:import.fields.publisher') t('programme:import.fields.version')
  // t('programme:import.fields.licence') t('programme:import.fields.sourceUrl')
  return (
    <>
      <PageHeader title={t('import.title')} above={<ImportSteps now="files" />} below={t('import.below')} />
      <form
        className={styles.columns}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>
          <Section title={t('import.files')}>
            <ImportSlots form={form} onChange={change} errorOf={errorOf} />
          </Section>
          <Section
            title={t('import.about')}
            aside={
              <Button variant="quiet" onClick={() => change(ukFramework(new Date()))}>
                {t('import.fillUk')}
              </Button>
            }
          >
            <div className={styles.fields}>
              {TEXTS.map((field) => (
                <TextInput
                  key={field}
                  label={t(`import.fields.${field}`)}
                  description={field === 'version' ? t('import.versionHint') : undefined}
                  value={form[field]}
                  error={errorOf(field)}
                  required={field !== 'sourceUrl'}
                  onChange={(event) => change({ [field]: event.currentTarget.value })}
                />
              ))}
              <Textarea
                label={t('import.fields.attribution')}
                description={t('import.attributionHint')}
                value={form.attribution}
                error={errorOf('attribution')}
                minRows={2}
                required
                onChange={(event) => change({ attribution: event.currentTarget.value })}
              />
            </div>
          </Section>
          {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
          {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
          <div className={styles.acts}>
            <Button type="submit" variant="primary" size="large" busy={loading}>
              {loading ? t('import.reading') : t('import.preview')}
            </Button>
            <span className={styles.hint}>{t('import.previewHint')}</span>
          </div>
        </div>
      </form>
    </>
  );
}
