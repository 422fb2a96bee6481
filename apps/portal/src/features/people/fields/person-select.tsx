import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COLLEAGUES } from './fields.documents.js';

export interface Named {
  id: string;
  displayName: string;
}

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue'> {
  value: Named | null;
  onChange: (person: Named | null) => void;
  /** Who cannot be chosen. */
  without?: string;
}

/** Chooses a colleague by typing their name; the API searches. */
export function PersonSelect({ value, onChange, without, ...field }: Props) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(value?.displayName ?? '');
  const [search] = useDebouncedValue(typed, 150);
  const asked = search === value?.displayName ? '' : search.trim();
  const { data, previousData } = useQuery(COLLEAGUES, { variables: { search: asked || null } });
  const found = (data ?? previousData)?.people.edges.map((edge) => edge.node) ?? [];
  const offered = found.filter((person) => person.id !== without && person.id !== value?.id);
  const hints = new Map(found.map((person) => [person.id, person.employment?.jobTitle]));
  return (
    <Select
      {...field}
      data={[...(value ? [value] : []), ...offered].map((person) => ({ value: person.id, label: person.displayName }))}
      value={value?.id ?? null}
      onChange={(id) => onChange([...offered, ...(value ? [value] : [])].find((person) => person.id === id) ?? null)}
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched; a second look here would hide whom it found by their job.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.label} <small>{hints.get(option.value)}</small>
        </span>
      )}
      searchable
      clearable
      nothingFoundMessage={t('fields.nobody')}
    />
  );
}
