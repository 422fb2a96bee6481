import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { DataTable } from './data-table.js';
import { Section } from './page.js';
import { RefusalNote } from './states.js';
import styles from './import-table.module.css';

interface ImportedColumn {
  header: string;
  field: string | null;
  samples: string[];
}

interface Props {
  columns: readonly ImportedColumn[];
  /** What a column can be read as, with the word for it. */
  fields: readonly { value: string; label: string }[];
  onAgain: (mapping: { header: string; field: string | null }[]) => void;
  busy: boolean;
  /** Why it could not be read so. */
  refusal: string | null;
}

/** Each column of an imported table with what stands in it, and what it is read as. */
export function ColumnChoices({ columns, fields, onAgain, busy, refusal }: Props) {
  const { t } = useTranslation('kit');
  const [chosen, choose] = useState<ReadonlyMap<string, string | null>>(
    () => new Map(columns.map(({ header, field }) => [header, field])),
  );
  const changed = columns.some(({ header, field }) => chosen.get(header) !== field);
  const mapping = columns.map(({ header }) => ({ header, field: chosen.get(header) ?? null }));
  const twice = (field: string | null | undefined) =>
    field && mapping.filter((each) => each.field === field).length > 1 ? t('imported.twice') : undefined;
  return (
    <Section
      title={t('imported.columns')}
      aside={
        <Button size="small" busy={busy} disabled={!changed} onClick={() => onAgain(mapping)}>
          {t('imported.again')}
        </Button>
      }
    >
      <DataTable
        label={t('imported.columns')}
        keys={false}
        density="compact"
        rows={[...columns]}
        rowId={(column) => column.header}
        empty={null}
        columns={[
          { id: 'header', head: t('imported.column'), phone: true, cell: (column) => <b>{column.header}</b> },
          {
            id: 'samples',
            head: t('imported.samples'),
            cell: (column) => <span className={styles.quiet}>{column.samples.join(' · ') || '–'}</span>,
          },
          {
            id: 'field',
            head: t('imported.means'),
            phone: true,
            width: 260,
            cell: (column) => (
              <Select
                aria-label={t('imported.meansOf', { header: column.header })}
                data={[...fields]}
                value={chosen.get(column.header) ?? null}
                placeholder={t('imported.notRead')}
                error={twice(chosen.get(column.header))}
                onChange={(field) => choose(new Map([...chosen, [column.header, field]]))}
                clearable
              />
            ),
          },
        ]}
      />
      {refusal && <RefusalNote>{refusal}</RefusalNote>}
    </Section>
  );
}
