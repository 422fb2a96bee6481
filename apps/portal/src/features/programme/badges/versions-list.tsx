import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useFormat } from '../../../lib/format.js';
import styles from './studio.module.css';

interface Version {
  number: number;
  state: string;
  inUseSince: string | null;
}

interface Props {
  versions: readonly Version[];
  /** The one that is looked at. */
  shown: number | null;
  onShow: (number: number) => void;
}

/** What is and was in use, newest first, each to look at. */
export function VersionsList({ versions, shown, onShow }: Props) {
  const { t } = useTranslation('studio');
  const { date } = useFormat();
  if (versions.length === 0) return null;
  // t('studio:use.inUse') t('studio:use.was')
  return (
    <section aria-label={t('versions.title')}>
      <h2 className={styles.findingsHead}>{t('versions.title')}</h2>
      <ul className={styles.versions}>
        {versions.map(({ number, state, inUseSince }) => (
          <li key={number} data-shown={number === shown || undefined}>
            <span>
              {t(state === 'IN_USE' ? 'use.inUse' : 'use.was', { number, date: inUseSince ? date(inUseSince) : '' })}
            </span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('versions.lookAt', { number })}
              aria-pressed={number === shown}
              onClick={() => onShow(number)}
            >
              {t('versions.look')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The number that an address names. */
export function numberIn(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
