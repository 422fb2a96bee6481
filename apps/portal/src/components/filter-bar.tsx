import { Menu } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../lib/format.js';
import styles from './filter-bar.module.css';

/** Filters on one line, order at its end. What it changes belongs into the address. */
export function FilterBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.bar}>
      <div className={styles.filters}>{children}</div>
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}

interface FilterToggleProps {
  active: boolean;
  onToggle: () => void;
  count?: number;
  children: ReactNode;
}

export function FilterToggle({ active, onToggle, count, children }: FilterToggleProps) {
  const { number } = useFormat();
  return (
    <button type="button" className={styles.filter} aria-pressed={active} onClick={onToggle}>
      {children}
      {count !== undefined && <b>{number(count)}</b>}
    </button>
  );
}

interface FilterMenuProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  icon?: ReactNode;
}

export function FilterMenu<Value extends string>({ label, value, options, onChange, icon }: FilterMenuProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.filter}>
          {icon}
          {label} <b>{chosen?.label}</b>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.Item key={option.value} onClick={() => onChange(option.value)} aria-current={option.value === value}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  return (
    <label className={styles.search}>
      <IconSearch size={16} stroke={1.6} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
