import { useState } from 'react';
import styles from './cut-score.module.css';

interface Props {
  label: string;
  share: number | null;
  readOnly: boolean;
  onChange: (share: number | null) => void;
}

/** A share in per cent, or nothing. Up and down go to the same judge's other criteria, Enter to the next one. */
export function EstimateField({ label, share, readOnly, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (share === null ? '' : String(Math.round(share * 1000) / 10));
  const read = (raw: string): number | null | undefined => {
    if (raw.trim() === '') return null;
    const value = Number(raw.replace(',', '.').replace('%', ''));
    return Number.isFinite(value) && value >= 0 && value <= 100 ? value / 100 : undefined;
  };
  return (
    <input
      className={styles.estimate}
      aria-label={label}
      aria-invalid={read(text) === undefined}
      inputMode="decimal"
      value={text}
      readOnly={readOnly}
      onChange={(event) => {
        const raw = event.currentTarget.value;
        const value = read(raw);
        setTyped(raw);
        if (value !== undefined) onChange(value);
      }}
      onBlur={() => {
        if (read(text) !== undefined) setTyped(null);
      }}
      onKeyDown={(event) => {
        const down = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const cell = event.currentTarget.closest('td');
        const row = cell?.parentElement as HTMLTableRowElement | null;
        if (!down || !cell || !row) return;
        const next = down > 0 ? row.nextElementSibling : row.previousElementSibling;
        const field = (next as HTMLTableRowElement | null)?.cells[cell.cellIndex]?.querySelector('input');
        if (!field) return;
        event.preventDefault();
        field.focus();
        field.select();
      }}
    />
  );
}
