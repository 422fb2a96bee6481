import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import type { StackDraft } from './stack-draft.js';
import styles from './stack.module.css';

interface Props {
  pairs: StackDraft['notBoth'];
  ids: readonly string[];
  nameOf: (id: string) => string;
  readOnly: boolean;
  onChange: (pairs: StackDraft['notBoth']) => void;
}

/** Pairs of which only one counts. */
export function StackPairs({ pairs, ids, nameOf, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  const sides = ['one', 'other'] as const;
  return (
    <fieldset className={styles.pairs}>
      <legend>{t('stack.pairs')}</legend>
      {pairs.map((pair, index) => (
        <div key={index} className={styles.line} data-field={`stackRule.notBoth.${index}`}>
          {sides.map((side) => (
            <select
              key={side}
              aria-label={t('stack.pairOf', { number: index + 1 })}
              value={pair[side]}
              disabled={readOnly}
              onChange={(event) => {
                const id = event.currentTarget.value;
                onChange(pairs.map((each, place) => (place === index ? { ...each, [side]: id } : each)));
              }}
            >
              <option value="">{t('stack.choose')}</option>
              {ids.map((id) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
          ))}
          {!readOnly && (
            <IconButton
              label={t('stack.removePair', { number: index + 1 })}
              onClick={() => onChange(pairs.filter((_each, place) => place !== index))}
            >
              <IconX size={14} stroke={1.6} aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {!readOnly && ids.length > 1 && (
        <Button variant="quiet" size="small" onClick={() => onChange([...pairs, { one: '', other: '' }])}>
          {t('stack.addPair')}
        </Button>
      )}
    </fieldset>
  );
}
