import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './studio.module.css';

interface Props {
  icons: Readonly<Record<string, string>>;
  value: string | null;
  readOnly?: boolean;
  onChange: (icon: string) => void;
}

/** One of our line icons; arrow keys go through them. */
export function IconChoice({ icons, value, readOnly, onChange }: Props) {
  const { t } = useTranslation('studio');
  const name = useId();
  return (
    <fieldset className={styles.icons} disabled={readOnly}>
      <legend>{t('icon.label')}</legend>
      {Object.entries(icons).map(([icon, path]) => (
        <label key={icon} title={icon}>
          <input type="radio" name={name} checked={icon === value} aria-label={icon} onChange={() => onChange(icon)} />
          <svg viewBox="0 0 24 24" width={22} height={22} aria-hidden>
            <path
              d={path}
              fill="none"
              stroke="currentColor"
              strokeWidth={1.6}
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}
