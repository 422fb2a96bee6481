import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './team-panel.module.css';

const AT_FIRST = 8;
const AT_A_TIME = 40;

interface Props<T> {
  all: readonly T[];
  keyOf: (one: T) => string;
  children: (one: T) => ReactNode;
}

/** The first of a list, and more of it by the handful: of a large team it may have thousands of lines. */
export function FirstOf<T>({ all, keyOf, children }: Props<T>) {
  const { t } = useTranslation('team');
  const [shown, setShown] = useState(AT_FIRST);
  return (
    <>
      <ul className={styles.list}>
        {all.slice(0, shown).map((one) => (
          <li key={keyOf(one)}>{children(one)}</li>
        ))}
      </ul>
      {all.length > shown && (
        <button type="button" className={styles.open} onClick={() => setShown(shown + AT_A_TIME)}>
          {t('risks.more', { count: all.length - shown })}
        </button>
      )}
    </>
  );
}
