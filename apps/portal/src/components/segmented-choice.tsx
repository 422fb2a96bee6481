import { useId, type ReactNode } from 'react';
import styles from './segmented-choice.module.css';

interface Option<Value extends string> {
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

interface Props<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Each segment takes an equal share of the width. */
  wide?: boolean;
  hideLabel?: boolean;
  disabled?: boolean;
}

/** One of a few. The chosen segment is ink; nothing is chosen until somebody chooses. */
export function SegmentedChoice<Value extends string>(props: Props<Value>) {
  const { label, options, value, onChange, wide, hideLabel = true, disabled } = props;
  const name = useId();
  return (
    <fieldset className={styles.choice} data-wide={wide ?? false} disabled={disabled}>
      <legend className={hideLabel ? 'visually-hidden' : styles.legend}>{label}</legend>
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
