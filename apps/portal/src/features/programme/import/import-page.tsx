import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { ImportColumnsStep } from './import-columns.js';
import { ImportFiles } from './import-files.js';
import { ImportPreview } from './import-preview.js';

/** Files, then what would come in, then a draft. The address carries the dry run, so one may leave and come back. */
export function ImportPage() {
  const { t } = useTranslation('programme');
  const [address, setAddress] = useSearchParams();
  const importId = address.get('import');
  const goTo = (id: string, withColumns = false) =>
    setAddress(withColumns ? { import: id, step: 'columns' } : { import: id });
  return (
    <Page title={t('import.title')} width="reading" record={importId ?? undefined}>
      {importId === null ? (
        <ImportFiles onPreviewed={goTo} />
      ) : address.get('step') === 'columns' ? (
        <ImportColumnsStep id={importId} onBack={() => setAddress({})} onRead={goTo} />
      ) : (
        <ImportPreview id={importId} onBack={() => setAddress({})} onColumns={() => goTo(importId, true)} />
      )}
    </Page>
  );
}
