import { Select, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../settled.module.css';
import type { Agreed, Reconciliation } from './reconciliation.types.js';

type Criterion = NonNullable<Reconciliation['achievementVersion']>['rubric']['criteria'][number];

interface Props {
  criterion: Criterion;
  number: number;
  marks: Reconciliation['marks'];
  differs: boolean;
  agreed: Agreed;
  evidence: ReactNode;
  onChange: ((change: Partial<Agreed>) => void) | null;
}

/** One criterion: what each assessor gave, and where they differ the level that they settle on. */
export function AgreedCriterionRow({ criterion, number, marks, differs, agreed, evidence, onChange }: Props) {
  const { t } = useTranslation('reviews');
  const label = (ordinal: number | null | undefined) => {
    const level = criterion.levels.find((each) => each.ordinal === ordinal);
    return level ? `${level.ordinal} ${level.label}` : t('criterion.notMarked');
  };
  const given = marks.map((mark) => ({ mark, it: mark.criteria.find((each) => each.criterionId === criterion.id) }));
  return (
    <section className={styles.criterion}>
      <h2>
        {number}. {criterion.title}
      </h2>
      {evidence}
      {!differs ? (
        <p className={styles.quiet}>{t('reconcile.same', { level: label(given[0]?.it?.level) })}</p>
      ) : (
        <>
          <div className={styles.columns}>
            {given.map(({ mark, it }) => (
              <div key={mark.markId}>
                <b>{mark.assessor?.displayName}</b> <span>{label(it?.level)}</span>
                {it?.comment && <p>{it.comment}</p>}
              </div>
            ))}
          </div>
          {onChange && (
            <div className={styles.form}>
              <Select
                label={t('reconcile.level', { number })}
                data={criterion.levels.map((each) => ({ value: String(each.ordinal), label: label(each.ordinal) }))}
                value={agreed.level === null ? null : String(agreed.level)}
                onChange={(value) => onChange({ level: value === null ? null : Number(value) })}
              />
              <Textarea
                label={t('reconcile.reason', { number })}
                autosize
                minRows={2}
                maxLength={2000}
                value={agreed.reason}
                onChange={(event) => onChange({ reason: event.currentTarget.value })}
              />
            </div>
          )}
          {!onChange && agreed.level !== null && (
            <p>
              <b>{t('reconcile.agreed')}</b> {label(agreed.level)}
              {agreed.reason && <span className={styles.quiet}> {agreed.reason}</span>}
            </p>
          )}
        </>
      )}
    </section>
  );
}
