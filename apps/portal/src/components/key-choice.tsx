import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hotkey, useOwnKeys } from './hotkeys.js';
import { HotkeyCap } from './hotkey-cap.js';
import styles from './hotkey-sheet.module.css';

/** The key of one act; a single key can be changed for another that nothing else on the screen has. */
export function KeyChoice({ hotkey }: { hotkey: Hotkey }) {
  const { t } = useTranslation('kit');
  const { change } = useOwnKeys();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { keys, label } = hotkey;
  useEffect(() => {
    if (!asking) return;
    const hear = (event: KeyboardEvent) => {
      if (['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return setAsking(event.key !== 'Tab');
      event.preventDefault();
      // Before anything else on the page hears it: the key is being named, not used.
      event.stopPropagation();
      setAsking(false);
      if (event.key.length !== 1 || event.key === ' ') return;
      const taken = change(keys, event.key.toLowerCase());
      setProblem(taken && t('keys.taken', { label: taken }));
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [asking, change, keys, t]);
  return (
    <div>
      <dt>
        {keys.length === 1 ? (
          <button
            type="button"
            className={styles.change}
            aria-label={t('keys.change', { label })}
            onClick={() => setAsking(true)}
          >
            <HotkeyCap keys={keys} large />
          </button>
        ) : (
          <HotkeyCap keys={keys} large />
        )}
      </dt>
      <dd>
        {label}
        <output className={styles.said}>{asking ? t('keys.press') : problem}</output>
      </dd>
    </div>
  );
}
