import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../settled.module.css';
import type { Reconciliation } from './reconciliation.types.js';

type Rules = Reconciliation['rules'];
type Rule = keyof NonNullable<Rules>;
type Answer = NonNullable<Rules>[Rule];
const RULES: readonly Rule[] = ['valid', 'authentic', 'sufficient', 'current'];
const isRule = (name: string): name is Rule => RULES.some((rule) => rule === name);

interface Props {
  it: Reconciliation;
  rules: Rules;
  onChange: ((rule: Rule, answer: Answer) => void) | null;
}

/** The rules of evidence that the two answered differently. */
export function AgreedRules({ it, rules, onChange }: Props) {
  const { t } = useTranslation('reviews');
  // t('reviews:reconcile.rule.valid') t('reviews:reconcile.rule.authentic') t('reviews:reconcile.rule.sufficient')
  // t('reviews:reconcile.rule.current') t('reviews:reconcile.answer.YES') t('reviews:reconcile.answer.NO') t('reviews:reconcile.answer.QUERY')
  const answers = (['YES', 'NO', 'QUERY'] as const).map((value) => ({ value, label: t(`reconcile.answer.${value}`) }));
  return it.differingRules.filter(isRule).map((rule) => (
    <section key={rule} className={styles.criterion}>
      <h2>{t(`reconcile.rule.${rule}`)}</h2>
      <div className={styles.columns}>
        {it.marks.map((mark) => (
          <div key={mark.markId}>
            <b>{mark.assessor?.displayName}</b>{' '}
            <span>{answers.find(({ value }) => value === mark.rules[rule])?.label ?? t('criterion.notMarked')}</span>
          </div>
        ))}
      </div>
      <div className={styles.form}>
        <Select
          label={t('reconcile.settleOn')}
          disabled={!onChange}
          data={answers}
          value={rules?.[rule] ?? null}
          onChange={(value) => onChange?.(rule, answers.find((each) => each.value === value)?.value ?? null)}
        />
      </div>
    </section>
  ));
}
