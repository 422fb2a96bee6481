import { achievementsIn } from '@assay/pathway';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { Note } from '../../../components/states.js';
import type { Version } from './designer.documents.js';
import { NumberField } from './number-field.js';
import { type Countable, countableOf, EMPTY_STACK, ruleOfDraft, type StackDraft } from './stack-draft.js';
import { StackExample } from './stack-example.js';
import { StackPairs } from './stack-pairs.js';
import { stackSentence } from '../stack-sentence.js';
import { StackTree } from './stack-tree.js';
import type { DraftState } from './use-draft.js';
import styles from './stack.module.css';

interface Props {
  version: Version;
  state: DraftState;
  readOnly: boolean;
}

/** What must be held, where the achievement is earned through others. */
export function StackPanel({ version, state, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const { draft, change, adopt, expectedRevision } = state;
  const stack = draft.stackRule;
  const [known, setKnown] = useState<ReadonlyMap<string, Countable>>(
    () => new Map((version.stackRule?.counts ?? []).map((each) => [each.achievementId, countableOf(each)])),
  );
  const write = (next: StackDraft | null) => {
    // The route follows from the rule, here as there.
    if ((next === null) !== (stack === null)) adopt(expectedRevision(), { route: next ? 'STACK' : 'PORTFOLIO' });
    change('stackRule', next);
  };
  const know = (countable: Countable) => setKnown((now) => new Map(now).set(countable.achievementId, countable));
  const nameOf = (id: string) => known.get(id)?.name ?? t('stack.gone');
  const rule = stack && ruleOfDraft(stack);
  const ids = rule ? achievementsIn(rule.asks) : [];
  const points = version.openPoints.filter(({ field }) => field.startsWith('stackRule'));
  return (
    <div className={styles.panel} data-field="stackRule">
      <Section title={t('stack.title')}>
        <Checkbox
          label={t('stack.is')}
          description={t('stack.isHint')}
          checked={stack !== null}
          disabled={readOnly}
          onChange={(event) => write(event.currentTarget.checked ? EMPTY_STACK : null)}
        />
        {stack && (
          <>
            <StackTree
              parts={stack.parts}
              self={version.achievementId}
              known={known}
              points={points}
              readOnly={readOnly}
              onChange={(parts) => write({ ...stack, parts })}
              onKnow={know}
            />
            {rule && ids.length > 0 && <p className={styles.sentence}>{stackSentence(rule.asks, t, nameOf)}</p>}
            {points.length > 0 && (
              <Note tone="amber">
                {points.map(({ message }) => (
                  <span key={message} className={styles.point}>
                    {message}
                  </span>
                ))}
              </Note>
            )}
            <div className={styles.options}>
              <Checkbox
                label={t('stack.current')}
                description={t('stack.currentHint')}
                checked={stack.partsMustBe === 'CURRENT'}
                disabled={readOnly}
                onChange={(event) =>
                  write({ ...stack, partsMustBe: event.currentTarget.checked ? 'CURRENT' : 'HELD_ONCE' })
                }
              />
              <Checkbox
                label={t('stack.once')}
                description={t('stack.onceHint')}
                checked={stack.countedOnce}
                disabled={readOnly}
                onChange={(event) => write({ ...stack, countedOnce: event.currentTarget.checked })}
              />
              <NumberField
                label={t('stack.age')}
                description={t('stack.ageHint')}
                field="stackRule.maxAgeMonths"
                whole
                min={1}
                max={600}
                value={stack.maxAgeMonths}
                readOnly={readOnly}
                onChange={(maxAgeMonths) => write({ ...stack, maxAgeMonths })}
              />
              <StackPairs
                pairs={stack.notBoth}
                ids={ids}
                nameOf={nameOf}
                readOnly={readOnly}
                onChange={(notBoth) => write({ ...stack, notBoth })}
              />
            </div>
            {rule && ids.length > 0 && <StackExample rule={rule} known={known} nameOf={nameOf} />}
          </>
        )}
      </Section>
    </div>
  );
}
