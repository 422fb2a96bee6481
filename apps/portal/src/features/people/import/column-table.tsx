import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import type { ImportField, PeopleImport } from './import.documents.js';
import styles from './import.module.css';
import { IMPORT_FIELDS, type Mapped, mapped } from './mapping.rules.js';
import { useFieldName } from './use-field-name.js';

interface Props {
  columns: PeopleImport['columns'];
  mapping: readonly Mapped[];
  /** As Assay understood the file by itself. */
  guessed: readonly Mapped[];
  twice: ReadonlySet<ImportField>;
  onChange: (mapping: Mapped[]) => void;
}

/** Each column with what stands in it, and what it is taken for. */
export function ColumnTable({ columns, mapping, guessed, twice, onChange }: Props) {
  const { t } = useTranslation('people');
  const fieldName = useFieldName();
  const fieldOf = (header: string, among: readonly Mapped[]) =>
    among.find((each) => each.header === header)?.field ?? null;
  return (
    <DataTable
      label={t('import.steps.columns')}
      keys={false}
      density="tall"
      rows={columns}
      rowId={(column) => column.header}
      empty={<p className={styles.hint}>{t('import.noColumns')}</p>}
      columns={[
        {
          id: 'header',
          head: t('import.column'),
          phone: true,
          cell: (column) => <b className={styles.header}>{column.header}</b>,
        },
        {
          id: 'samples',
          head: t('import.samples'),
          cell: (column) => <span className={styles.samples}>{column.samples.slice(0, 3).join(' · ') || '–'}</span>,
        },
        {
          id: 'field',
          head: t('import.means'),
          phone: true,
          width: '46%',
          cell: (column) => {
            const field = fieldOf(column.header, mapping);
            return (
              <span className={styles.means}>
                <Select
                  aria-label={t('import.meansOf', { header: column.header })}
                  data={IMPORT_FIELDS.map((each) => ({ value: each, label: fieldName(each) }))}
                  value={field}
                  placeholder={t('import.notRead')}
                  error={field && twice.has(field) ? t('import.twice') : undefined}
                  onChange={(value) =>
                    onChange(mapped(mapping, column.header, IMPORT_FIELDS.find((each) => each === value) ?? null))
                  }
                  clearable
                />
                {field && field === fieldOf(column.header, guessed) && <Chip>{t('import.guessed')}</Chip>}
              </span>
            );
          },
        },
      ]}
    />
  );
}
