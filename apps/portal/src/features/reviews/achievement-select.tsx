import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { type Choice, SearchSelect } from '../../components/search-select.js';
import { ACHIEVEMENTS_TO_LEAD } from './assessors/assessors.documents.js';

interface Props {
  label: string;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  placeholder?: string;
  required?: boolean;
}

/** One of the achievements that can be earned today, found by typing. */
export function AchievementSelect({ label, value, onChange, placeholder, required = false }: Props) {
  const [words, setWords] = useState('');
  const { data } = useQuery(ACHIEVEMENTS_TO_LEAD, { variables: { search: words || null } });
  const found = data?.achievements.edges.map(({ node }) => ({ value: node.achievementId, label: node.name })) ?? [];
  return (
    <SearchSelect
      label={label}
      value={value}
      found={found}
      onSearch={setWords}
      onChange={onChange}
      placeholder={placeholder}
      required={required}
      clearable={!required}
    />
  );
}
