import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';

/** Draft, published, retired, superseded: the life of achievements and frameworks, in one word. */
export function StateWord({ state }: { state: 'DRAFT' | 'PUBLISHED' | 'RETIRED' | 'SUPERSEDED' }) {
  const { t } = useTranslation('programme');
  // t('programme:state.DRAFT') t('programme:state.PUBLISHED') t('programme:state.RETIRED') t('programme:state.SUPERSEDED')
  return <StatusWord tone={state === 'PUBLISHED' ? 'green' : 'plain'}>{t(`state.${state}`)}</StatusWord>;
}
