import { useTranslation } from 'react-i18next';
import { StatusWord, type Tone } from '../../components/chip.js';
import { useFormat } from '../../lib/format.js';
import type { Grant } from './access.documents.js';

const TONES: Record<Grant['state'], Tone> = {
  PROPOSED: 'amber',
  PLANNED: 'plain',
  IN_FORCE: 'green',
  ENDED: 'plain',
  DECLINED: 'red',
};

export function GrantStateWord({ state }: { state: Grant['state'] }) {
  const { t } = useTranslation('access');
  // t('access:state.PROPOSED') t('access:state.PLANNED') t('access:state.IN_FORCE') t('access:state.ENDED') t('access:state.DECLINED')
  return <StatusWord tone={TONES[state]}>{t(`state.${state}`)}</StatusWord>;
}

/** How far, how long and by whom, in words. */
export function useGrantWords() {
  const { t } = useTranslation('access');
  const { date } = useFormat();
  // Days of grants are counted in UTC, and the end is the first moment without.
  const dayOf = (moment: string) => date(moment.slice(0, 10));
  const lastDay = (moment: string) => date(new Date(new Date(moment).getTime() - 1).toISOString().slice(0, 10));
  return {
    limits: ({ scopeUnit, scopeAchievement }: Grant) =>
      [scopeUnit?.name, scopeAchievement?.name].filter(Boolean).join(' · ') || t('everywhere'),
    span: ({ startsAt, wantedFrom, endsAt }: Grant) => {
      const from = startsAt ?? wantedFrom;
      if (from && endsAt) return t('span.both', { from: dayOf(from), until: lastDay(endsAt) });
      if (endsAt) return t('span.until', { until: lastDay(endsAt) });
      return from ? t('span.from', { from: dayOf(from) }) : t('span.atOnce');
    },
    // t('access:origin.PERSON') t('access:origin.SCIM') t('access:origin.SETUP') t('access:origin.IMPORT') t('access:origin.COMMAND')
    by: ({ grantedBy, approvedBy, approval, origin }: Grant) => {
      const giver = grantedBy?.displayName ?? t(`origin.${origin}`);
      if (approvedBy) return t('by.both', { giver, approver: approvedBy.displayName });
      return approval === 'NOBODY_ELSE' ? t('by.alone', { giver }) : giver;
    },
    dayOf,
  };
}
