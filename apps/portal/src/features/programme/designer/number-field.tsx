import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  description?: string;
  field: string;
  value: number | null;
  min?: number;
  max?: number;
  whole?: boolean;
  readOnly: boolean;
  onChange: (value: number | null) => void;
}

/** A number or nothing. Only what is one is saved; while it is not, the field says so. */
export function NumberField({
  label,
  description,
  field,
  value,
  min = 0,
  max = 10_000,
  whole,
  readOnly,
  onChange,
}: Props) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const read = (raw: string): number | null | undefined => {
    if (raw.trim() === '') return null;
    const number = Number(raw.replace(',', '.'));
    const fits = Number.isFinite(number) && number >= min && number <= max && (!whole || Number.isInteger(number));
    return fits ? number : undefined;
  };
  return (
    <TextInput
      label={label}
      description={description}
      data-field={field}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={text}
      readOnly={readOnly}
      error={read(text) === undefined && t('number.between', { min, max })}
      onChange={(event) => {
        const raw = event.currentTarget.value;
        const number = read(raw);
        setTyped(raw);
        if (number !== undefined) onChange(number);
      }}
      onBlur={() => {
        // What is no number stays, with its message; the saved one would hide that something was typed.
        if (read(text) !== undefined) setTyped(null);
      }}
    />
  );
}
