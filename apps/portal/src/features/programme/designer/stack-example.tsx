import { achievementsIn, smallestCompletions, type StackRule } from '@assay/pathway';
import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Countable, factsOf } from './stack-draft.js';
import styles from './stack.module.css';

interface Props {
  rule: StackRule;
  known: ReadonlyMap<string, Countable>;
  nameOf: (id: string) => string;
}

const MOST_WAYS = 6;

/** Somebody who holds what is ticked, and what they would still need. */
export function StackExample({ rule, known, nameOf }: Props) {
  const { t } = useTranslation('programme');
  const [held, setHeld] = useState<readonly string[]>([]);
  const ids = achievementsIn(rule.asks);
  const found = useMemo(() => smallestCompletions(rule, factsOf(known), new Set(held), MOST_WAYS), [rule, known, held]);
  return (
    <fieldset className={styles.example}>
      <legend>{t('stack.example')}</legend>
      <div className={styles.held}>
        {ids.map((id) => (
          <Checkbox
            key={id}
            label={nameOf(id)}
            checked={held.includes(id)}
            onChange={(event) =>
              setHeld(event.currentTarget.checked ? [...held, id] : held.filter((each) => each !== id))
            }
          />
        ))}
      </div>
      <output className={styles.answer}>
        <b>
          {found.toGo === null
            ? t('stack.never')
            : found.toGo === 0
              ? t('stack.complete')
              : found.exact
                ? t('stack.toGo', { count: found.toGo })
                : t('stack.atLeastToGo', { count: found.toGo })}
        </b>
        {found.toGo !== 0 && found.sets.length > 0 && (
          <ul>
            {found.sets.map((set) => (
              <li key={set.join()}>{set.map(nameOf).join(', ')}</li>
            ))}
            {found.more && <li>{t('stack.more')}</li>}
          </ul>
        )}
      </output>
    </fieldset>
  );
}
