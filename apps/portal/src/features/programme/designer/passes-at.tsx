import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './rubric.module.css';

interface Props {
  /** 0 to 1. */
  value: number;
  readOnly: boolean;
  onChange: (value: number) => void;
}

/** The share of the weighted score from which an attempt passes. */
export function PassesAt({ value, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState<string | null>(null);
  const percent = typed ?? String(Math.round(value * 100));
  const write = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== '' && number >= 0 && number <= 100) onChange(number / 100);
  };
  return (
    <label className={styles.passes}>
      {t('rubric.passesAt')}
      <span data-field="cutScore">
        <input
          type="number"
          min={0}
          max={100}
          value={percent}
          readOnly={readOnly}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        %
      </span>
      {t('rubric.andMustReach')}
    </label>
  );
}
