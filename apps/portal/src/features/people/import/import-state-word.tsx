import { useTranslation } from 'react-i18next';
import { StatusWord, type Tone } from '../../../components/chip.js';
import type { PeopleImport } from './import.documents.js';

const TONES: Record<PeopleImport['state'], Tone> = {
  READING: 'plain',
  PREVIEWED: 'amber',
  APPLYING: 'plain',
  APPLIED: 'green',
  FAILED: 'red',
  CANCELLED: 'plain',
};

export function ImportStateWord({ state }: { state: PeopleImport['state'] }) {
  const { t } = useTranslation('people');
  // t('people:import.state.READING') t('people:import.state.PREVIEWED') t('people:import.state.APPLYING')
  // t('people:import.state.APPLIED') t('people:import.state.FAILED') t('people:import.state.CANCELLED')
  return <StatusWord tone={TONES[state]}>{t(`import.state.${state}`)}</StatusWord>;
}
