import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTOR_NAME, ACTORS } from './audit.documents.js';
import styles from './audit.module.css';

interface Props {
  personId: string | null;
  onChange: (personId: string | null) => void;
}

/** Whose acts to show; the API searches by name. */
export function ActorSelect({ personId, onChange }: Props) {
  const { data } = useQuery(ACTOR_NAME, { variables: { id: personId ?? '' }, skip: !personId });
  const person = personId ? (data?.person ?? null) : null;
  // The name of whom the address names comes later than the field.
  return <Choice key={person?.id ?? 'anybody'} person={person} onChange={onChange} />;
}

function Choice({
  person,
  onChange,
}: {
  person: { id: string; displayName: string } | null;
  onChange: Props['onChange'];
}) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(person?.displayName ?? '');
  const [search] = useDebouncedValue(typed, 150);
  const asked = search === person?.displayName ? '' : search.trim();
  const { data, previousData } = useQuery(ACTORS, { variables: { search: asked || null } });
  const found = (data ?? previousData)?.people.edges.map((edge) => edge.node) ?? [];
  const offered = [...(person ? [person] : []), ...found.filter((each) => each.id !== person?.id)];
  return (
    <Select
      className={styles.filter}
      aria-label={t('filters.who')}
      placeholder={t('filters.anybody')}
      data={offered.map((each) => ({ value: each.id, label: each.displayName }))}
      value={person?.id ?? null}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched; a second look here would hide whom it found by their job.
      filter={({ options }) => options}
      searchable
      clearable
      nothingFoundMessage={t('filters.nobody')}
    />
  );
}
