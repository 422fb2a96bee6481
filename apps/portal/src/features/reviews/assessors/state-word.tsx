import { useTranslation } from 'react-i18next';
import { StatusWord, type Tone } from '../../../components/chip.js';

export const STATES = ['PROVISIONAL', 'APPROVED', 'WATCH', 'SUSPENDED'] as const;
export type AssessorState = (typeof STATES)[number];

const TONES: Record<AssessorState, Tone> = {
  PROVISIONAL: 'plain',
  APPROVED: 'green',
  WATCH: 'amber',
  SUSPENDED: 'red',
};

/** How far an assessor is trusted, as a shape and a word. */
export function StateWord({ state }: { state: AssessorState | undefined }) {
  const { t } = useTranslation('quality');
  // t('quality:state.PROVISIONAL') t('quality:state.APPROVED') t('quality:state.WATCH') t('quality:state.SUSPENDED')
  return state ? <StatusWord tone={TONES[state]}>{t(`state.${state}`)}</StatusWord> : null;
}
