import { useTranslation } from 'react-i18next';
import { StatusWord, type Tone } from '../../components/chip.js';
import type { Brought } from './elsewhere.documents.js';

const OUTCOME_TONES: Record<NonNullable<Brought['outcome']>, Tone> = {
  RECOGNISED: 'green',
  RPL_REQUIRED: 'accent',
  INFORMATION_ONLY: 'plain',
};
const VERDICT_TONES: Record<NonNullable<Brought['verdict']>, Tone> = {
  GENUINE_AND_CURRENT: 'green',
  EXPIRED: 'amber',
  NOT_YET_VALID: 'amber',
  REVOKED: 'red',
  SUSPENDED: 'amber',
  UNKNOWN_ISSUER: 'amber',
  COULD_NOT_CHECK: 'plain',
  BROKEN: 'red',
};

/** A site that does not answer says nothing against what was recognised. */
const COUNTING: Brought['verdict'][] = ['GENUINE_AND_CURRENT', 'UNKNOWN_ISSUER', 'COULD_NOT_CHECK'];

/** The answer to “may I rely on it?”. */
export function VerdictWord({ verdict }: { verdict: Brought['verdict'] }) {
  const { t } = useTranslation('elsewhere');
  // t('elsewhere:verdict.GENUINE_AND_CURRENT') t('elsewhere:verdict.EXPIRED') t('elsewhere:verdict.NOT_YET_VALID')
  // t('elsewhere:verdict.REVOKED') t('elsewhere:verdict.SUSPENDED') t('elsewhere:verdict.UNKNOWN_ISSUER')
  // t('elsewhere:verdict.COULD_NOT_CHECK') t('elsewhere:verdict.BROKEN')
  if (!verdict) return <StatusWord>{t('state.CHECKING')}</StatusWord>;
  return <StatusWord tone={VERDICT_TONES[verdict]}>{t(`verdict.${verdict}`)}</StatusWord>;
}

/** How far a badge from elsewhere is; once decided, what it counts for. */
export function BroughtState({ of }: { of: Pick<Brought, 'state' | 'outcome' | 'verdict'> }) {
  const { t } = useTranslation('elsewhere');
  // t('elsewhere:outcome.RECOGNISED') t('elsewhere:outcome.RPL_REQUIRED') t('elsewhere:outcome.INFORMATION_ONLY')
  const fell = of.outcome === 'RECOGNISED' && of.verdict !== null && !COUNTING.includes(of.verdict);
  if (fell) return <StatusWord tone="red">{t('state.FELL')}</StatusWord>;
  if (of.outcome) return <StatusWord tone={OUTCOME_TONES[of.outcome]}>{t(`outcome.${of.outcome}`)}</StatusWord>;
  if (of.state === 'SENT') return <StatusWord tone="amber">{t('state.SENT')}</StatusWord>;
  return <VerdictWord verdict={of.verdict} />;
}
