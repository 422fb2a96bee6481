import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FRAMEWORK_FOUND } from './framework-draft.documents.js';
import { SKILL_CHOICES } from '../skill-choices.documents.js';

interface Props {
  label: string;
  description?: string;
  frameworkId: string;
  exceptId: string;
  value: string | null;
  onChange: (skillId: string | null) => void;
  /** Skills of other published frameworks, too. */
  elsewhere?: boolean;
  /** The first field of a dialog: it takes the focus. */
  first?: boolean;
}

/** One skill of the draft, found by typing; where it helps, one of another framework. */
export function DraftSkillSelect({
  label,
  description,
  frameworkId,
  exceptId,
  value,
  onChange,
  elsewhere,
  first,
}: Props) {
  const { t } = useTranslation('frameworks');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [settled] = useDebouncedValue(typed, 150);
  const search = settled === chosen ? '' : settled.trim();
  const inside = useQuery(FRAMEWORK_FOUND, { variables: { id: frameworkId, search } });
  const outside = useQuery(SKILL_CHOICES, { variables: { search }, skip: !elsewhere });
  const own = ((inside.data ?? inside.previousData)?.framework?.skills.edges ?? []).map(({ node }) => ({
    value: node.id,
    label:
      node.ancestors.length > 0 ? `${node.name} (${node.ancestors.map(({ name }) => name).join(' › ')})` : node.name,
  }));
  const others = ((outside.data ?? outside.previousData)?.skills.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: `${node.name} · ${node.framework.title}`,
  }));
  const seen = new Set([exceptId]);
  const data = [...own, ...(elsewhere ? others : [])].filter((each) => !seen.has(each.value) && seen.add(each.value));
  const shown =
    value && chosen && !data.some((each) => each.value === value) ? [{ value, label: chosen }, ...data] : data;
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('pick.search')}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={shown}
      value={value}
      onChange={(id) => {
        setChosen(shown.find((each) => each.value === id)?.label ?? null);
        onChange(id);
      }}
      nothingFoundMessage={t('pick.none')}
      data-autofocus={first}
      openOnFocus={!first}
    />
  );
}
