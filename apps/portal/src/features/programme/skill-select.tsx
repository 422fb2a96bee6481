import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../lib/graphql.js';
import { SKILL_CHOICES } from './skill-choices.documents.js';

export type SkillChoice = ResultOf<typeof SKILL_CHOICES>['skills']['edges'][number]['node'];

interface Props {
  value: SkillChoice | null;
  onChange: (skill: SkillChoice) => void;
  readOnly?: boolean;
  /** Field of a draft; open points lead here. */
  field?: string;
  /** Chosen one after the other into a list: the field itself stays empty, and says so by this name. */
  adding?: string;
}

/** One skill of the published frameworks, found by typing. */
export function SkillSelect({ value, onChange, readOnly, field, adding }: Props) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  // The field shows the chosen name; searching for it would hide every other skill.
  const search = settled === value?.name ? '' : settled.trim();
  const { data, previousData } = useQuery(SKILL_CHOICES, { variables: { search } });
  const found = (data ?? previousData)?.skills.edges.map((edge) => edge.node) ?? [];
  const known = value && !found.some((skill) => skill.id === value.id) ? [value, ...found] : found;
  return (
    <Select
      label={adding ?? t('create.skill')}
      description={t('create.skillHint')}
      placeholder={t('create.skillSearch')}
      data-field={field}
      readOnly={readOnly}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already; the list shows what it found.
      filter={({ options }) => options}
      data={known.map((skill) => ({ value: skill.id, label: skill.name }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = known.find((skill) => skill.id === id);
        if (chosen) onChange(chosen);
        if (adding) setTyped('');
      }}
      nothingFoundMessage={data ? t('create.noSkill') : null}
      required={!adding}
    />
  );
}
