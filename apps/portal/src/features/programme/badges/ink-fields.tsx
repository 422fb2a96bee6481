import { TextInput } from '@mantine/core';
import { contrast } from '@assay/credential';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inks } from './badges.documents.js';
import styles from './studio.module.css';

interface Props {
  inks: Inks;
  onChange: (inks: Inks) => void;
  readOnly?: boolean;
}

const NAMES = ['ground', 'gilt', 'line', 'text'] as const;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** Four colours, each with what it is for and how well it can be told from the ground. */
export function InkFields({ inks, onChange, readOnly }: Props) {
  const { t } = useTranslation('studio');
  // t('studio:inks.ground') t('studio:inks.gilt') t('studio:inks.line') t('studio:inks.text')
  return (
    <fieldset className={styles.inks} disabled={readOnly}>
      <legend>{t('inks.title')}</legend>
      {NAMES.map((name) => (
        <InkField
          key={name}
          label={t(`inks.${name}`)}
          value={inks[name]}
          beside={name === 'ground' ? null : inks.ground}
          needed={name === 'line' ? 1.5 : 4.5}
          onChange={(colour) =>
            onChange({ ground: inks.ground, gilt: inks.gilt, line: inks.line, text: inks.text, [name]: colour })
          }
        />
      ))}
    </fieldset>
  );
}

interface FieldProps {
  label: string;
  value: string;
  beside: string | null;
  needed: number;
  onChange: (colour: string) => void;
}

function InkField({ label, value, beside, needed, onChange }: FieldProps) {
  const { t } = useTranslation('studio');
  const id = useId();
  // What is typed is kept while it is no colour yet.
  const [typed, setTyped] = useState<string | null>(null);
  const ratio = beside && COLOUR.test(value) ? contrast(value, beside) : null;
  const words =
    ratio === null
      ? null
      : t('inks.contrast', { ratio: ratio >= 10 ? Math.floor(ratio) : Math.floor(ratio * 10) / 10 });
  return (
    <div className={styles.ink}>
      <label htmlFor={id}>{label}</label>
      <input
        type="color"
        aria-label={t('inks.pick', { name: label })}
        value={value}
        onChange={(event) => {
          setTyped(null);
          onChange(event.target.value.toUpperCase());
        }}
      />
      <TextInput
        id={id}
        value={typed ?? value}
        error={typed !== null && t('inks.noColour')}
        spellCheck={false}
        onChange={({ target }) => {
          const colour = target.value.startsWith('#') ? target.value : `#${target.value}`;
          if (COLOUR.test(colour)) {
            setTyped(null);
            onChange(colour.toUpperCase());
          } else setTyped(target.value);
        }}
        onBlur={() => setTyped(null)}
      />
      <span className={styles.ratio} data-low={ratio !== null && ratio < needed}>
        {words}
        {ratio !== null && ratio < needed && ` · ${t('inks.low')}`}
      </span>
    </div>
  );
}
