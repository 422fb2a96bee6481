import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page.js';
import { useAddress } from '../../../lib/use-address.js';
import { ImportFiles } from './import-files.js';
import { ImportPreview } from './import-preview.js';

/** Files, then what would come in, then a draft. The address carries the dry run, so one may leave and come back. */
export function ImportPage() {
  const { t } = useTranslation('programme');
  const [importId, setImportId] = useAddress('import');
  return (
    <Page title={t('import.title')} width="reading">
      {importId ? (
        <ImportPreview id={importId} onBack={() => setImportId('')} />
      ) : (
        <ImportFiles onPreviewed={setImportId} />
      )}
    </Page>
  );
}
