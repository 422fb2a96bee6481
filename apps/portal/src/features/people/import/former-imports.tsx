import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ListedImport } from './import.documents.js';
import { ImportStateWord } from './import-state-word.js';
import styles from './import.module.css';

/** Files of before, each with what came of it; one that was left can be gone on with. */
export function FormerImports({ imports }: { imports: readonly ListedImport[] }) {
  const { t } = useTranslation('people');
  const { dayAndTime } = useFormat();
  return (
    <DataTable
      label={t('import.former')}
      keys={false}
      rows={imports}
      rowId={(each) => each.id}
      empty={<p className={styles.hint}>{t('import.noneYet')}</p>}
      columns={[
        {
          id: 'file',
          head: t('import.file'),
          phone: true,
          cell: (each) => <NameLink to={`/admin/people/import/${each.id}`}>{each.fileName}</NameLink>,
        },
        { id: 'at', head: t('import.at'), cell: (each) => dayAndTime(each.createdAt) },
        { id: 'by', head: t('import.by'), cell: (each) => each.createdBy?.displayName ?? '–' },
        { id: 'state', head: t('columns.state'), phone: true, cell: (each) => <ImportStateWord state={each.state} /> },
      ]}
    />
  );
}
