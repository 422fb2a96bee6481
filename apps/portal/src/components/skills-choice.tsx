import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSkillsFound } from '../lib/use-skills-found.js';

export interface ChosenSkill {
  id: string;
  name: string;
}

interface Props {
  label: string;
  description: string;
  value: readonly ChosenSkill[];
  onChange: (skills: ChosenSkill[]) => void;
}

const MOST = 20;

/** Several skills of the published frameworks, found by typing. */
export function SkillsChoice({ value, onChange, ...field }: Props) {
  const { t } = useTranslation('kit');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const { found, loaded } = useSkillsFound(settled.trim());
  const known = new Map([...found, ...value].map((skill) => [skill.id, skill]));
  return (
    <MultiSelect
      {...field}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value.map(({ id }) => id)}
      onChange={(ids) => {
        onChange(ids.flatMap((id) => known.get(id) ?? []));
        setTyped('');
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already; the list shows what it found, and not the names that stand here only because they are chosen.
      filter={({ options }) =>
        options.filter((option) => 'value' in option && found.some(({ id }) => id === option.value))
      }
      renderOption={({ option }) => (
        <span>
          {option.label} <small>{found.find(({ id }) => id === option.value)?.framework.title}</small>
        </span>
      )}
      nothingFoundMessage={loaded && found.length === 0 ? t('skill.none') : null}
      maxValues={MOST}
      hidePickedOptions
      searchable
      clearable
      openOnFocus={false}
    />
  );
}
