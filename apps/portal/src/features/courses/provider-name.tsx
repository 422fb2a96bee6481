import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import styles from './courses.module.css';

interface Provider {
  name: string;
  trust: 'TRUSTED' | 'UNCHECKED' | 'NOT_TRUSTED';
}

const TONES = { TRUSTED: 'green', UNCHECKED: 'plain', NOT_TRUSTED: 'red' } as const;

/** Whoever gives it, and whether we trust what they say. */
export function ProviderName({ provider }: { provider: Provider }) {
  const { t } = useTranslation('courses');
  // t('courses:trust.TRUSTED') t('courses:trust.UNCHECKED') t('courses:trust.NOT_TRUSTED')
  return (
    <span className={styles.provider}>
      {provider.name}
      {provider.trust !== 'UNCHECKED' && (
        <StatusWord tone={TONES[provider.trust]}>{t(`trust.${provider.trust}`)}</StatusWord>
      )}
    </span>
  );
}
