import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './team-page.module.css';
import { FIRST_MONTH, LAST_MONTH } from './use-skill-map.js';

/** The day that is shown, in months from today: a year back, or on if nothing is renewed. */
export function MonthSlider({ months, onChange }: { months: number; onChange: (months: number) => void }) {
  const { t } = useTranslation('team');
  const [drawn, setDrawn] = useState<number | null>(null);
  const at = drawn ?? months;
  // Asked once the hand rests: each month on the way would be a map that nobody looks at.
  useEffect(() => {
    if (drawn === null) return;
    const waiting = setTimeout(() => {
      onChange(drawn);
      setDrawn(null);
    }, 200);
    return () => clearTimeout(waiting);
  }, [drawn, onChange]);
  const words = at === 0 ? t('when.today') : at < 0 ? t('when.ago', { count: -at }) : t('when.ahead', { count: at });
  return (
    <label className={styles.slider}>
      <input
        type="range"
        min={FIRST_MONTH}
        max={LAST_MONTH}
        step={1}
        value={at}
        aria-label={t('when.label')}
        aria-valuetext={words}
        onChange={(event) => setDrawn(Number(event.currentTarget.value))}
      />
      {/* After it: the words differ in length, and the thumb stays below the hand. */}
      <span>{words}</span>
    </label>
  );
}
