import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';

export interface Finding {
  file: string;
  row: number | null;
  column: string | null;
  message: string;
}

// More rows than fit on a screen twice; the rest comes on a click.
const FIRST = 50;

/** Every case with the file, the line in it and the column. */
export function FindingTable({ label, findings }: { label: string; findings: readonly Finding[] }) {
  const { t } = useTranslation('programme');
  const [all, setAll] = useState(false);
  const shown = (all ? findings : findings.slice(0, FIRST)).map((finding, index) => ({
    ...finding,
    id: String(index),
  }));
  return (
    <div>
      <DataTable
        label={label}
        density="compact"
        keys={false}
        rows={shown}
        rowId={(row) => row.id}
        empty={null}
        columns={[
          { id: 'file', head: t('finding.file'), width: 110, cell: (row) => row.file },
          {
            id: 'row',
            head: t('finding.row'),
            width: 70,
            align: 'end',
            phone: true,
            cell: (row) => row.row ?? '–',
          },
          { id: 'column', head: t('finding.column'), width: 150, cell: (row) => row.column ?? '–' },
          { id: 'message', head: t('finding.message'), phone: true, cell: (row) => row.message },
        ]}
      />
      {shown.length < findings.length && (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {t('finding.all', { count: findings.length })}
        </Button>
      )}
    </div>
  );
}
