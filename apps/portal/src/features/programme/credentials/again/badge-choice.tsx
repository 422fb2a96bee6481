import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchSelect } from '../../../../components/search-select.js';
import { BADGES_FOUND } from './again.documents.js';

interface Props {
  value: string;
  onChange: (achievementId: string) => void;
}

/** Which badge, found by its name. */
export function BadgeChoice({ value, onChange }: Props) {
  const { t } = useTranslation('again');
  const [words, search] = useState('');
  const { data, previousData } = useQuery(BADGES_FOUND, { variables: { search: words || null } });
  const found = ((data ?? previousData)?.achievements.edges ?? []).map(({ node }) => ({
    value: node.achievementId,
    label: node.name,
  }));
  const chosen = found.find((each) => each.value === value) ?? null;
  return (
    <SearchSelect
      key={chosen?.value}
      label={t('badge')}
      placeholder={t('badgeHint')}
      value={chosen}
      found={found}
      onSearch={search}
      onChange={(choice) => onChange(choice?.value ?? '')}
      clearable
    />
  );
}
