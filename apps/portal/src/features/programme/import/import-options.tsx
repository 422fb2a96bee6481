import { NativeSelect, TextInput } from '@mantine/core';
import type { FrameworkFormat } from './format-choice.js';
import styles from './import.module.css';

interface Props {
  options: FrameworkFormat['options'];
  values: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
}

/** What only a person can say of the files. */
export function ImportOptions({ options, values, onChange }: Props) {
  return (
    <div className={styles.options}>
      {options.map(({ key, title, about, choices, standard }) => {
        const common = { label: title, description: about, value: values[key] ?? standard };
        return choices.length > 0 ? (
          <NativeSelect
            key={key}
            {...common}
            data={choices}
            onChange={(event) => onChange(key, event.currentTarget.value)}
          />
        ) : (
          <TextInput key={key} {...common} onChange={(event) => onChange(key, event.currentTarget.value)} />
        );
      })}
    </div>
  );
}
