import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.js';
import { useFormat } from '../../../lib/format.js';
import type { FrameworkImport } from './import.documents.js';

const FIGURES = ['create', 'update', 'unchanged', 'remove'] as const;

/** What the files would do against the newest version, kind by kind. */
export function ImportOutcomes({ outcomes }: Pick<FrameworkImport, 'outcomes'>) {
  const { t } = useTranslation('programme');
  const { number } = useFormat();
  // t('programme:object.FRAMEWORK') t('programme:object.SCALE_LEVEL') t('programme:object.SKILL') t('programme:object.SKILL_RELATION')
  // t('programme:object.JOB_FAMILY') t('programme:object.JOB_ROLE') t('programme:object.JOB_ROLE_LEVEL')
  // t('programme:object.REQUIREMENT') t('programme:object.JOB_ROLE_EDGE')
  // t('programme:import.outcome.create') t('programme:import.outcome.update') t('programme:import.outcome.unchanged') t('programme:import.outcome.remove')
  return (
    <DataTable
      label={t('import.outcomes')}
      density="compact"
      keys={false}
      rows={outcomes}
      rowId={(row) => row.object}
      empty={null}
      columns={[
        { id: 'object', head: t('import.object'), phone: true, cell: (row) => t(`object.${row.object}`) },
        ...FIGURES.map((figure) => ({
          id: figure,
          head: t(`import.outcome.${figure}`),
          width: 110,
          align: 'end' as const,
          phone: figure !== 'unchanged',
          cell: (row: FrameworkImport['outcomes'][number]) => number(row[figure]),
        })),
      ]}
    />
  );
}
