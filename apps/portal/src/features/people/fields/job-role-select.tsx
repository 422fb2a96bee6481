import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JOB_ROLE_LEVELS } from './fields.documents.js';

export interface NamedLevel {
  id: string;
  name: string;
}

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue'> {
  value: NamedLevel | null;
  onChange: (level: NamedLevel | null) => void;
}

/** Chooses the rung of the job architecture that a job is; it decides which skills are asked. */
export function JobRoleSelect({ value, onChange, ...field }: Props) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [search] = useDebouncedValue(typed, 150);
  const asked = search === value?.name ? '' : search.trim();
  const { data, previousData } = useQuery(JOB_ROLE_LEVELS, { variables: { search: asked || null } });
  const offered = ((data ?? previousData)?.jobRoleLevels ?? []).filter((level) => level.id !== value?.id);
  const all = [...(value ? [value] : []), ...offered];
  return (
    <Select
      label={t('fields.jobRoleLevel')}
      description={t('fields.jobRoleLevelHint')}
      {...field}
      data={all.map((level) => ({ value: level.id, label: level.name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(all.find((level) => level.id === id) ?? null)}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      searchable
      clearable
      nothingFoundMessage={t('fields.noJobRoles')}
    />
  );
}
