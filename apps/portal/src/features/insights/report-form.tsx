import { Select } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import styles from './insights.module.css';
import { ReportFilterFields } from './report-filter.js';
import type { Definition, Subject } from './reports.documents.js';

interface Props {
  subjects: readonly Subject[];
  definition: Definition | null;
  onChange: (definition: Definition) => void;
}

const [MOST_COLUMNS, MOST_FILTERS, USUAL_COLUMNS] = [20, 10, 4];

/** What the rows are about, which columns, which rows, and by what they are counted. */
export function ReportForm({ subjects, definition, onChange }: Props) {
  const { t } = useTranslation('insights');
  const add = useRef<HTMLButtonElement>(null);
  const subject = subjects.find(({ key }) => key === definition?.subject);
  const begin = (key: string | null) => {
    const chosen = subjects.find((each) => each.key === key);
    if (!chosen) return;
    const columns = chosen.columns.slice(0, USUAL_COLUMNS).map((column) => column.key);
    onChange({ subject: chosen.key, columns, filters: [], groupBy: [], sort: null });
  };
  return (
    <form className={styles.ask} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.fields}>
        <Select
          label={t('reports.subject')}
          placeholder={t('reports.choose')}
          data={subjects.map(({ key, label }) => ({ value: key, label }))}
          value={definition?.subject ?? null}
          onChange={begin}
        />
        {subject && definition && <CountBy subject={subject} definition={definition} onChange={onChange} />}
      </div>
      {subject && definition && (
        <>
          {definition.groupBy.length === 0 && (
            <fieldset className={styles.columns}>
              <legend>{t('reports.columns')}</legend>
              <ColumnChoices subject={subject} definition={definition} onChange={onChange} />
            </fieldset>
          )}
          {definition.filters.map((filter, at) => (
            <ReportFilterFields
              key={at}
              subject={subject}
              counted={definition.groupBy.length > 0}
              filter={filter}
              onChange={(next) =>
                onChange({
                  ...definition,
                  filters: definition.filters.map((each, place) => (place === at ? next : each)),
                })
              }
              onRemove={() => {
                onChange({ ...definition, filters: definition.filters.filter((_, place) => place !== at) });
                // Its own button goes with it; whoever pressed that stays among the filters.
                add.current?.focus();
              }}
            />
          ))}
          <div>
            <Button
              ref={add}
              size="small"
              disabled={definition.filters.length >= MOST_FILTERS}
              onClick={() =>
                onChange({
                  ...definition,
                  filters: [...definition.filters, { column: firstOf(subject), operator: 'CONTAINS', value: '' }],
                })
              }
            >
              {t('reports.addFilter')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

/** Up to two columns; the second is offered once there is a first. */
function CountBy({ subject, definition, onChange }: { subject: Subject } & Omit<Props, 'subjects'>) {
  const { t } = useTranslation('insights');
  if (!definition) return null;
  const [first, second] = definition.groupBy;
  const choices = subject.columns.filter(({ groups }) => groups).map(({ key, label }) => ({ value: key, label }));
  const set = (groupBy: (string | null | undefined)[]) =>
    onChange({ ...definition, groupBy: groupBy.filter((key) => key != null), sort: null });
  return (
    <>
      <Select
        label={t('reports.groupBy')}
        placeholder={t('reports.notCounted')}
        data={choices}
        value={first ?? null}
        onChange={(key) => set(key ? [key, second === key ? null : second] : [])}
        clearable
      />
      {first && (
        <Select
          label={t('reports.andBy')}
          placeholder={t('reports.notCounted')}
          data={choices.filter(({ value }) => value !== first)}
          value={second ?? null}
          onChange={(key) => set([first, key])}
          clearable
        />
      )}
    </>
  );
}

const firstOf = (subject: Subject) =>
  (subject.columns.find(({ type, names }) => type === 'TEXT' && !names) ?? subject.columns[0])?.key ?? '';

function ColumnChoices({ subject, definition, onChange }: { subject: Subject } & Omit<Props, 'subjects'>) {
  if (!definition) return null;
  const toggle = (key: string, chosen: boolean) => {
    const columns = chosen ? [...definition.columns, key] : definition.columns.filter((each) => each !== key);
    const sort = definition.sort && columns.includes(definition.sort.column) ? definition.sort : null;
    if (columns.length <= MOST_COLUMNS) onChange({ ...definition, columns, sort });
  };
  return subject.columns.map(({ key, label, description }) => (
    <label key={key}>
      <input
        type="checkbox"
        checked={definition.columns.includes(key)}
        onChange={(event) => toggle(key, event.currentTarget.checked)}
      />
      <span>
        {label}
        <small className={styles.sub}>{description}</small>
      </span>
    </label>
  ));
}
