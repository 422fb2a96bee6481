import { useQuery } from '@apollo/client/react';
import { MultiSelect } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OFFERED_ACHIEVEMENTS } from './versions.documents.js';
import type { Draft } from './draft.js';

interface Props {
  achievementId: string;
  chosen: Draft['prerequisites'];
  readOnly: boolean;
  onChange: (prerequisites: Draft['prerequisites']) => void;
}

/** Which achievements one holds before one may begin this one. */
export function PrerequisitesField({ achievementId, chosen, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const { data, previousData } = useQuery(OFFERED_ACHIEVEMENTS, { variables: { search: search.trim() } });
  const found = (data ?? previousData)?.achievements.edges.map((edge) => edge.node) ?? [];
  const known = [...chosen, ...found.filter((each) => !chosen.some((it) => it.achievementId === each.achievementId))];
  return (
    <MultiSelect
      label={t('prerequisites.label')}
      description={t('prerequisites.hint')}
      placeholder={chosen.length === 0 ? t('prerequisites.search') : undefined}
      data-field="prerequisites"
      readOnly={readOnly}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={known
        .filter((each) => each.achievementId !== achievementId)
        .map((each) => ({ value: each.achievementId, label: each.name }))}
      value={chosen.map((each) => each.achievementId)}
      onChange={(ids) =>
        onChange(
          ids.flatMap((id) => {
            const it = known.find((each) => each.achievementId === id);
            return it ? [{ achievementId: it.achievementId, name: it.name }] : [];
          }),
        )
      }
      nothingFoundMessage={data ? t('prerequisites.none') : null}
    />
  );
}
