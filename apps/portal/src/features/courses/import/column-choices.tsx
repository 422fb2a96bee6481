import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import styles from '../courses.module.css';
import type { CourseImport } from './import.documents.js';
import { usePreviewAgain } from './use-preview-again.js';

/** Each column with what stands in it, and what it is read as. */
export function ColumnChoices({ found }: { found: CourseImport }) {
  const { t } = useTranslation('courses');
  const [chosen, choose] = useState<ReadonlyMap<string, string | null>>(
    () => new Map(found.columns.map(({ header, field }) => [header, field])),
  );
  const [again, { loading, refusal, failed }] = usePreviewAgain(found);
  const changed = found.columns.some(({ header, field }) => chosen.get(header) !== field);
  const mapping = found.columns.map(({ header }) => ({ header, field: chosen.get(header) ?? null }));
  const twice = (field: string | null | undefined) =>
    field && mapping.filter((each) => each.field === field).length > 1 ? t('import.twice') : undefined;
  // t('courses:import.field.CODE') t('courses:import.field.TITLE') t('courses:import.field.PROVIDER') t('courses:import.field.URL')
  // t('courses:import.field.DESCRIPTION') t('courses:import.field.AREA') t('courses:import.field.TOPICS')
  // t('courses:import.field.LANGUAGE') t('courses:import.field.HOURS') t('courses:import.field.ECTS') t('courses:import.field.PRICE')
  // t('courses:import.field.CURRENCY') t('courses:import.field.MODE') t('courses:import.field.DURATION')
  // t('courses:import.field.SUPPORT') t('courses:import.field.PREREQUISITES') t('courses:import.field.PREREQUISITE_CODES')
  // t('courses:import.field.START_DATES') t('courses:import.field.STATE') t('courses:import.field.OUTCOMES')
  // t('courses:import.field.COURSE_CODE') t('courses:import.field.PERSON_NUMBER') t('courses:import.field.EMAIL')
  // t('courses:import.field.COMPLETED_ON') t('courses:import.field.GRADE')
  return (
    <Section
      title={t('import.columns')}
      aside={
        <Button size="small" busy={loading} disabled={!changed} onClick={() => void again({ mapping })}>
          {t('import.again')}
        </Button>
      }
    >
      <DataTable
        label={t('import.columns')}
        keys={false}
        density="compact"
        rows={found.columns}
        rowId={(column) => column.header}
        empty={null}
        columns={[
          { id: 'header', head: t('import.column'), phone: true, cell: (column) => <b>{column.header}</b> },
          {
            id: 'samples',
            head: t('import.samples'),
            cell: (column) => <span className={styles.quiet}>{column.samples.join(' · ') || '–'}</span>,
          },
          {
            id: 'field',
            head: t('import.means'),
            phone: true,
            width: 260,
            cell: (column) => (
              <Select
                aria-label={t('import.meansOf', { header: column.header })}
                data={found.fields.map((value) => ({ value, label: t(`import.field.${value}`) }))}
                value={chosen.get(column.header) ?? null}
                placeholder={t('import.notRead')}
                error={twice(chosen.get(column.header))}
                onChange={(field) => choose(new Map([...chosen, [column.header, field]]))}
                clearable
              />
            ),
          },
        ]}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </Section>
  );
}
