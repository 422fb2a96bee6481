import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { PageHeader } from '../../../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { type ColumnChoices, columnsInput, missingFields, saysMore, twiceFields } from './columns.rules.js';
import { type ColumnsImport, FRAMEWORK_IMPORT_COLUMNS, PREVIEW_IMPORT } from './import.documents.js';
import { ImportPreview, LOOK_AGAIN, UnderWay } from './import-preview.js';
import { ImportSteps } from './import-steps.js';
import { TableColumns } from './table-columns.js';
import styles from './import.module.css';

interface StepProps {
  id: string;
  onBack: () => void;
  /** With the id of the dry run: this one, or a new one that reads the columns otherwise. */
  onRead: (importId: string) => void;
}

/** Waits until the files are read; where there are no columns to tell, what was found is shown at once. */
export function ImportColumnsStep({ id, onBack, onRead }: StepProps) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(FRAMEWORK_IMPORT_COLUMNS, { variables: { id } });
  const found = data?.frameworkImport;
  const reading = found?.state === 'READING';
  useEffect(() => {
    if (!reading) return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [reading, startPolling, stopPolling]);
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (found && reading) return <UnderWay found={found} />;
  if (!found || found.state !== 'PREVIEWED' || found.tables.length === 0)
    return <ImportPreview id={id} onBack={onBack} onColumns={() => undefined} />;
  return <ImportColumns key={id} found={found} onBack={onBack} onRead={onRead} />;
}

type Props = Omit<StepProps, 'id'> & { found: ColumnsImport };

/** Step 2, for tables of one's own: which column is what. Guessed from the headers, corrected by hand. */
function ImportColumns({ found, onBack, onRead }: Props) {
  const { t } = useTranslation('programme');
  const [choices, setChoices] = useState<ColumnChoices>({});
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_IMPORT);
  const { id, kind, about, tables } = found;
  const { title, publisher, version, licence, licenceUrl, attribution, sourceUrl, restricted } = about;
  const lacks = tables.some((table) => missingFields(table, choices).length > 0);
  const twice = tables.some((table) => twiceFields(table, choices).size > 0);
  const go = async () => {
    // What was read with these very choices stands already.
    if (!saysMore(tables, choices)) return onRead(id);
    const { ok } = await preview({
      input: {
        ...{ kind, title, publisher, version, licence, licenceUrl, attribution, sourceUrl, restricted },
        files: found.files.map(({ slot, fileId }) => ({ slot, fileId })),
        options: found.options.map(({ key, value }) => ({ key, value })),
        columns: columnsInput(tables, choices),
      },
    });
    if (ok) onRead(ok.id);
  };
  return (
    <>
      <PageHeader
        title={title}
        above={<ImportSteps now="columns" withColumns />}
        below={t('import.columns.lead')}
        acts={<Button onClick={onBack}>{t('import.back')}</Button>}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks && !twice) void go();
        }}
      >
        {tables.map((table) => (
          <TableColumns key={table.file} table={table} choices={choices} onChoose={setChoices} />
        ))}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" size="large" busy={loading} disabled={lacks || twice}>
            {t('import.columns.show')}
          </Button>
          <span className={styles.hint}>{t('import.previewHint')}</span>
        </div>
      </form>
    </>
  );
}
