import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GRANT_ACHIEVEMENTS, GRANT_TO, GRANT_UNITS } from './access.documents.js';

export interface Named {
  id: string;
  name: string;
}

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue'> {
  value: Named | null;
  onChange: (chosen: Named | null) => void;
}

/** A choice among what the API finds for the words typed. */
function Finding({
  value,
  onChange,
  offered,
  onSearch,
  ...field
}: Props & { offered: Named[]; onSearch: (words: string) => void }) {
  const { t } = useTranslation('access');
  const all = [...(value ? [value] : []), ...offered.filter(({ id }) => id !== value?.id)];
  return (
    <Select
      {...field}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(all.find((each) => each.id === id) ?? null)}
      onSearchChange={onSearch}
      // The API has searched; a second look here would hide what it found by other words.
      filter={({ options }) => options}
      openOnFocus={false}
      searchable
      clearable
      nothingFoundMessage={t('nothingFound')}
    />
  );
}

function useWords(value: Named | null) {
  const [typed, setTyped] = useState(value?.name ?? '');
  const [search] = useDebouncedValue(typed, 150);
  return { search: search === value?.name ? null : search.trim() || null, setTyped };
}

export function PersonField(props: Props) {
  const { search, setTyped } = useWords(props.value);
  const { data, previousData } = useQuery(GRANT_TO, { variables: { search } });
  const found = (data ?? previousData)?.people.edges.map(({ node }) => ({ id: node.id, name: node.displayName })) ?? [];
  return <Finding {...props} offered={found} onSearch={setTyped} />;
}

export function AchievementField(props: Props) {
  const { search, setTyped } = useWords(props.value);
  const { data, previousData } = useQuery(GRANT_ACHIEVEMENTS, { variables: { search } });
  const found =
    (data ?? previousData)?.achievements.edges.map(({ node }) => ({ id: node.achievementId, name: node.name })) ?? [];
  return <Finding {...props} offered={found} onSearch={setTyped} />;
}

/** Units by the way down to them; there are few enough to look through here. */
export function UnitField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation('access');
  const { data } = useQuery(GRANT_UNITS);
  const units = (data?.orgUnits ?? []).map(({ id, path }) => ({ id, name: path.map((each) => each.name).join(' / ') }));
  units.sort((one, other) => one.name.localeCompare(other.name));
  return (
    <Select
      {...field}
      data={units.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(units.find((each) => each.id === id) ?? null)}
      limit={60}
      openOnFocus={false}
      searchable
      clearable
      nothingFoundMessage={t('nothingFound')}
    />
  );
}
