import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchSelect } from '../../components/search-select.js';
import { JOB_ROLE_LEVEL_COMPARED, JOB_ROLE_LEVELS_FOUND } from './team.documents.js';

/** Everybody beside what one job asks, whatever their own does. */
export function RoleCompared({ roleId, onChange }: { roleId: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('team');
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(JOB_ROLE_LEVELS_FOUND, { variables: { search: words || null } });
  const { data: chosen } = useQuery(JOB_ROLE_LEVEL_COMPARED, { variables: { id: roleId ?? '' }, skip: !roleId });
  const level = roleId ? chosen?.jobRoleLevel : null;
  return (
    <SearchSelect
      // The words follow the choice: one that came by the address is written there once its name is known.
      key={level?.id ?? 'none'}
      aria-label={t('compare')}
      placeholder={t('compare')}
      value={level ? { value: level.id, label: level.name } : null}
      found={((data ?? previousData)?.jobRoleLevels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onSearch={setWords}
      onChange={(choice) => onChange(choice?.value ?? null)}
      clearable
    />
  );
}
