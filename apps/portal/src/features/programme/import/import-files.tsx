import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { PageHeader, Section } from '../../../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { FormatChoice, type FrameworkFormat } from './format-choice.js';
import { FormerImports } from './former-imports.js';
import { FRAMEWORK_FORMATS, PREVIEW_IMPORT } from './import.documents.js';
import { ImportAbout } from './import-about.js';
import { assigned, type ImportForm, missingIn, withStandard } from './import-form.js';
import { ImportOptions } from './import-options.js';
import { ImportSlots } from './import-slots.js';
import { ImportSteps } from './import-steps.js';
import { useImportForm } from './use-import-form.js';
import styles from './import.module.css';

/** Step 1: the form of the files, the files, and where they come from. Nothing is written yet. */
export function ImportFiles({ onPreviewed }: { onPreviewed: (importId: string, withColumns: boolean) => void }) {
  const { t } = useTranslation('programme');
  const { form, change } = useImportForm();
  const today = useToday();
  const [tried, setTried] = useState(false);
  const formats = useQuery(FRAMEWORK_FORMATS);
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_IMPORT);
  const format = formats.data?.frameworkFormats.find((each) => each.kind === form.kind) ?? null;
  const missing = missingIn(form, format?.slots ?? []);
  const refused = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  // t('programme:import.missing.title') t('programme:import.missing.publisher') t('programme:import.missing.version')
  // t('programme:import.missing.licence') t('programme:import.missing.attribution') t('programme:import.missing.kind')
  const errorOf = (field: string) =>
    refused.find((problem) => problem.field.split('.').at(-1) === field)?.message ??
    (tried && missing.includes(field) ? t(`import.missing.${field}` as 'import.missing.title') : null);

  const choose = (chosen: FrameworkFormat) => {
    const fresh = { ...form, ...withoutStandard(form, format, today) };
    change({
      ...withStandard(fresh, chosen, today),
      kind: chosen.kind,
      options: {},
      files: assigned(form.files, chosen.slots),
    });
  };
  const submit = async () => {
    setTried(true);
    if (!form.kind || missing.length > 0) return;
    const { ok } = await preview({ input: inputOf({ ...form, kind: form.kind }) });
    if (ok) onPreviewed(ok.id, format?.hasColumns ?? false);
  };

  if (formats.error && !formats.data) return <ErrorState onRetry={() => void formats.refetch()} />;
  if (!formats.data) return <LoadingRows rows={10} />;
  return (
    <>
      <PageHeader
        title={t('import.title')}
        above={<ImportSteps now="files" withColumns={format?.hasColumns ?? false} />}
        below={t('import.below')}
      />
      <form
        className={styles.columns}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Section title={t('import.format')}>
          <FormatChoice
            formats={formats.data.frameworkFormats}
            kind={form.kind}
            error={errorOf('kind')}
            onChoose={choose}
          />
        </Section>
        {format && (
          <>
            <Section title={t('import.files')}>
              <ImportSlots
                key={format.kind}
                format={format}
                files={form.files}
                tried={tried}
                onChange={(with_) => change((now) => ({ files: with_(now.files) }))}
              />
            </Section>
            {format.options.length > 0 && (
              <Section title={t('import.options')}>
                <ImportOptions
                  options={format.options}
                  values={form.options}
                  onChange={(key, value) => change((now) => ({ options: { ...now.options, [key]: value } }))}
                />
              </Section>
            )}
            <Section title={t('import.about')}>
              <ImportAbout form={form} onChange={change} errorOf={errorOf} />
            </Section>
            {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
            {tried && missing.length > 0 && (
              <RefusalNote>{t('import.stillMissing', { count: missing.length })}</RefusalNote>
            )}
            {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
            <div className={styles.acts}>
              <Button type="submit" variant="primary" size="large" busy={loading}>
                {loading ? t('import.reading') : t('import.preview')}
              </Button>
              <span className={styles.hint}>{t('import.previewHint')}</span>
            </div>
          </>
        )}
      </form>
      <FormerImports />
    </>
  );
}

/** What the format before filled in goes again; what somebody wrote stays. */
function withoutStandard(form: ImportForm, before: FrameworkFormat | null, today: string): Partial<ImportForm> {
  if (!before) return {};
  const filled = withStandard(
    { ...form, ...Object.fromEntries(Object.keys(before.standard).map((key) => [key, ''])) },
    before,
    today,
  );
  return Object.fromEntries(
    Object.entries(filled)
      .filter(([key, value]) => form[key as keyof ImportForm] === value)
      .map(([key]) => [key, '']),
  );
}

function inputOf({
  files,
  options,
  sourceUrl,
  licenceUrl,
  ...rest
}: ImportForm & { kind: NonNullable<ImportForm['kind']> }) {
  return {
    ...rest,
    sourceUrl: sourceUrl.trim() || null,
    licenceUrl: licenceUrl.trim() || null,
    files: files.flatMap(({ fileId, slot }) => (slot === null ? [] : [{ fileId, slot }])),
    options: Object.entries(options).map(([key, value]) => ({ key, value })),
  };
}
