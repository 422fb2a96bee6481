import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ASKED_SKILL } from './asking.documents.js';
import type { AskedSkill } from './use-asking.js';

/** A skill and a level in words; the address knows only which they are. However many rows name the same skill, it is asked once. */
export function useSkillWords({ skillId, level }: AskedSkill): { name: string; level: string } {
  const { t } = useTranslation('insights');
  const { data } = useQuery(ASKED_SKILL, {
    variables: { id: skillId },
    fetchPolicy: 'cache-first',
    context: { queryDeduplication: true },
  });
  const label = data?.skill?.framework.scale.levels.find(({ ordinal }) => ordinal === level)?.label;
  return {
    name: data ? (data.skill?.name ?? t('ask.unknownSkill')) : '…',
    level: label ? `${level} · ${label}` : String(level),
  };
}
