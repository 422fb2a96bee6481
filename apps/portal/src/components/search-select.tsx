import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';

export interface Choice {
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  hint?: ReactNode;
}

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'onSearchChange' | 'searchValue'> {
  value: Choice | null;
  /** What the API found for the words that `onSearch` was told. */
  found: readonly Choice[];
  onSearch: (words: string) => void;
  onChange: (choice: Choice | null) => void;
}

/** One of many, found by typing; the API searches. */
export function SearchSelect({ value, found, onSearch, onChange, ...field }: Props) {
  const [typed, setTyped] = useState(value?.label ?? '');
  const [settled] = useDebouncedValue(typed, 150);
  // The field shows what is chosen; searching for it would hide everything else.
  const words = settled === value?.label ? '' : settled.trim();
  useEffect(() => onSearch(words), [onSearch, words]);
  const choices = value && !found.some((each) => each.value === value.value) ? [value, ...found] : found;
  const isFound = (id: string) =>
    id !== value?.value || words === '' || value.label.toLowerCase().includes(words.toLowerCase());
  return (
    <Select
      {...field}
      data={choices.map(({ value: id, label }) => ({ value: id, label }))}
      value={value?.value ?? null}
      onChange={(id) => onChange(choices.find((each) => each.value === id) ?? null)}
      searchValue={typed}
      onSearchChange={setTyped}
      // What is chosen stays known to the field, but is no answer to words that it does not have.
      filter={({ options }) => options.filter((option) => !('value' in option) || isFound(option.value))}
      renderOption={({ option }) => (
        <span>
          {option.label} <small>{choices.find((each) => each.value === option.value)?.hint}</small>
        </span>
      )}
      searchable
      // A dialog puts the focus here at once; a list over the whole of a phone is what nobody asked for.
      openOnFocus={false}
    />
  );
}
