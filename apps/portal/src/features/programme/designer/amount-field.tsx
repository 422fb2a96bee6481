import { useState } from 'react';
import styles from './stack.module.css';

interface Props {
  label: string;
  value: number;
  whole?: boolean;
  readOnly: boolean;
  onChange: (value: number) => void;
}

/** A small number within a sentence. Only what is one is taken. */
export function AmountField({ label, value, whole = false, readOnly, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => {
    const number = Number(text.replace(',', '.'));
    const fits = text.trim() !== '' && Number.isFinite(number) && number >= 0 && number <= 10_000;
    return fits && (!whole || Number.isInteger(number)) ? number : null;
  };
  const text = typed ?? String(value);
  return (
    <input
      className={styles.amount}
      aria-label={label}
      aria-invalid={read(text) === null}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={text}
      readOnly={readOnly}
      onChange={(event) => {
        const raw = event.currentTarget.value;
        const number = read(raw);
        setTyped(raw);
        if (number !== null) onChange(number);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
