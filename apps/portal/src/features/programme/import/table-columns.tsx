import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { Note, RefusalNote } from '../../../components/states.js';
import {
  choose,
  type ColumnChoices,
  fieldOf,
  fieldWords,
  firstRows,
  missingFields,
  twiceFields,
} from './columns.rules.js';
import type { ImportedTable } from './import.documents.js';
import styles from './import.module.css';

interface Props {
  table: ImportedTable;
  choices: ColumnChoices;
  onChoose: (choices: ColumnChoices) => void;
}

/** Each column of a table with what stands in it and what it is read as; below, the first rows as they will be read. */
export function TableColumns({ table, choices, onChoose }: Props) {
  const { t } = useTranslation('programme');
  const twice = twiceFields(table, choices);
  const missing = missingFields(table, choices).map(fieldWords);
  const fields = table.fields.map(({ name }) => ({ value: name, label: fieldWords(name) }));
  const aboutOf = (name: string | null) => table.fields.find((field) => field.name === name)?.about;
  return (
    <Section title={table.title} aside={<span className={styles.hint}>{table.file}</span>}>
      {table.remembered && <Note>{t('import.columns.remembered')}</Note>}
      <DataTable
        label={t('import.columns.of', { table: table.title })}
        keys={false}
        density="tall"
        rows={table.columns.map((column, at) => ({ ...column, at }))}
        rowId={({ at }) => String(at)}
        empty={null}
        columns={[
          {
            id: 'header',
            head: t('import.columns.header'),
            phone: true,
            width: '24%',
            cell: ({ header }) => <b className={styles.header}>{header || '–'}</b>,
          },
          {
            id: 'samples',
            head: t('import.columns.samples'),
            cell: ({ at }) => <span className={styles.samples}>{samplesOf(table, at) || '–'}</span>,
          },
          {
            id: 'field',
            head: t('import.columns.means'),
            phone: true,
            width: '42%',
            cell: ({ header, field: guessed }) => {
              const field = fieldOf(table, choices, header);
              return (
                <span className={styles.means}>
                  <Select
                    aria-label={t('import.columns.meansOf', { header, table: table.title })}
                    data={fields}
                    value={field}
                    placeholder={t('import.columns.notRead')}
                    description={aboutOf(field)}
                    inputWrapperOrder={['label', 'input', 'description', 'error']}
                    error={field && twice.has(field) ? t('import.columns.twice') : undefined}
                    onChange={(value) => onChoose(choose(choices, table, header, value))}
                    searchable
                    clearable
                  />
                  {field && field === guessed && !table.remembered && !table.told && (
                    <Chip>{t('import.columns.guessed')}</Chip>
                  )}
                </span>
              );
            },
          },
        ]}
      />
      {missing.length > 0 && (
        <RefusalNote>{t('import.columns.missing', { count: missing.length, fields: missing.join(', ') })}</RefusalNote>
      )}
      <FirstRows table={table} choices={choices} />
    </Section>
  );
}

function FirstRows({ table, choices }: Omit<Props, 'onChoose'>) {
  const { t } = useTranslation('programme');
  const { fields, rows } = firstRows(table, choices);
  if (fields.length === 0 || rows.length === 0) return null;
  const label = t('import.columns.firstRows', { table: table.title });
  return (
    <div className={styles.firstRows}>
      <h3>{t('import.columns.asRead')}</h3>
      {/* What scrolls is reached by the keyboard. */}
      <section aria-label={label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {fieldWords(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, cells }) => (
              <tr key={at}>
                {cells.map((cell, place) => (
                  <td key={fields[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function samplesOf({ rows }: ImportedTable, at: number): string {
  return [...new Set(rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== ''))].slice(0, 3).join(' · ');
}
