import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Countable, countableOf } from './stack-draft.js';
import { COUNTABLE_ACHIEVEMENTS } from './stack.documents.js';

interface Props {
  label: string;
  value: Countable | null;
  /** Not offered: what stands there already, and the achievement itself. */
  without: readonly string[];
  readOnly?: boolean;
  onChoose: (chosen: Countable) => void;
}

/** One published achievement, found by typing. */
export function AchievementChoice({ label, value, without, readOnly, onChoose }: Props) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [settled] = useDebouncedValue(typed, 150);
  const search = settled === value?.name ? '' : settled.trim();
  const { data, previousData } = useQuery(COUNTABLE_ACHIEVEMENTS, { variables: { search } });
  const found = ((data ?? previousData)?.achievements.edges ?? [])
    .map(({ node }) => countableOf(node))
    .filter(({ achievementId }) => achievementId === value?.achievementId || !without.includes(achievementId));
  const known =
    value && !found.some(({ achievementId }) => achievementId === value.achievementId) ? [value, ...found] : found;
  return (
    <Select
      aria-label={label}
      placeholder={t('stack.choose')}
      readOnly={readOnly}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already; the list shows what it found.
      filter={({ options }) => options}
      data={known.map(({ achievementId, name }) => ({ value: achievementId, label: name }))}
      value={value?.achievementId ?? null}
      onChange={(id) => {
        const chosen = known.find(({ achievementId }) => achievementId === id);
        if (chosen) onChoose(chosen);
      }}
      nothingFoundMessage={data ? t('stack.noneFound') : null}
    />
  );
}
