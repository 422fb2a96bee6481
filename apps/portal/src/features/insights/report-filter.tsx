import { Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.js';
import { useTyped } from '../../lib/use-typed.js';
import styles from './insights.module.css';
import type { Filter, Operator, ReportColumn, Subject } from './reports.documents.js';

const OF_TYPE: Record<ReportColumn['type'], readonly Operator[]> = {
  TEXT: ['CONTAINS', 'IS', 'EMPTY'],
  NUMBER: ['AT_LEAST', 'AT_MOST', 'IS', 'EMPTY'],
  DAY: ['LAST_DAYS', 'NEXT_DAYS', 'AT_LEAST', 'AT_MOST', 'IS', 'EMPTY'],
};

interface Props {
  subject: Subject;
  /** Where rows are counted, they are not narrowed to single people. */
  counted: boolean;
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** One line: a column, how it is compared, and with what. */
export function ReportFilterFields({ subject, counted, filter, onChange, onRemove }: Props) {
  const { t } = useTranslation('insights');
  const columns = subject.columns.filter(({ names }) => !counted || !names);
  const column = subject.columns.find(({ key }) => key === filter.column);
  const operators = OF_TYPE[column?.type ?? 'TEXT'];
  // t('insights:operator.CONTAINS') t('insights:operator.IS') t('insights:operator.EMPTY') t('insights:operator.AT_LEAST')
  // t('insights:operator.AT_MOST') t('insights:operator.LAST_DAYS') t('insights:operator.NEXT_DAYS')
  return (
    <div className={styles.fields}>
      <Select
        label={t('reports.filterOn')}
        data={columns.map(({ key, label }) => ({ value: key, label }))}
        value={filter.column}
        onChange={(key) => {
          const next = subject.columns.find((each) => each.key === key);
          const [operator] = OF_TYPE[next?.type ?? 'TEXT'];
          if (next && operator) onChange({ column: next.key, operator, value: '' });
        }}
        allowDeselect={false}
      />
      <Select
        label={t('reports.compared')}
        data={operators.map((operator) => ({ value: operator, label: t(`operator.${operator}`) }))}
        value={filter.operator}
        onChange={(word) => {
          const operator = operators.find((each) => each === word);
          if (operator) onChange({ ...filter, operator, value: '' });
        }}
        allowDeselect={false}
      />
      {filter.operator !== 'EMPTY' && (
        <FilterValue
          key={`${filter.column} ${filter.operator}`}
          type={column?.type === 'DAY' && !filter.operator.endsWith('DAYS') ? 'date' : 'text'}
          value={filter.value}
          onChange={(value) => onChange({ ...filter, value })}
        />
      )}
      <IconButton label={t('reports.withoutFilter', { column: column?.label })} onClick={onRemove}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </IconButton>
    </div>
  );
}

interface ValueProps {
  type: 'date' | 'text';
  value: string;
  onChange: (value: string) => void;
}

function FilterValue({ type: kind, value, onChange }: ValueProps) {
  const { t } = useTranslation('insights');
  const { typed, type } = useTyped(value, (words) => onChange(words ?? ''));
  return (
    <TextInput
      type={kind}
      label={t('reports.value')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
