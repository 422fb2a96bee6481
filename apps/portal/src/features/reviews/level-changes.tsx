import { Select, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './level-changes.module.css';

interface Level {
  ordinal: number;
  label: string;
}
export interface CriterionToChange {
  id: string;
  title: string;
  levels: readonly Level[];
}
export interface LevelChange {
  criterionId: string;
  level: number | null;
  comment: string;
}
interface MarkShown {
  markId: string;
  assessor: { displayName: string } | null;
  criteria: readonly { criterionId: string; level: number | null; comment: string }[];
}

interface Props {
  criteria: readonly CriterionToChange[];
  /** What stands now. */
  decided: readonly { level: number | null; comment: string; criterion: { id: string } }[];
  marks: readonly MarkShown[];
  changes: readonly LevelChange[];
  evidenceOf: (criterionId: string) => ReactNode;
  /** Null: it is only read. */
  onChange: ((changes: LevelChange[]) => void) | null;
}

/** The criteria with what was marked and decided, and room for another level with its reason. */
export function LevelChanges({ criteria, decided, marks, changes, evidenceOf, onChange }: Props) {
  const { t } = useTranslation('reviews');
  const change = (criterionId: string, with_: Partial<LevelChange>) => {
    const now = changes.find((each) => each.criterionId === criterionId) ?? { criterionId, level: null, comment: '' };
    onChange?.([...changes.filter((each) => each.criterionId !== criterionId), { ...now, ...with_ }]);
  };
  return (
    <ol className={styles.criteria}>
      {criteria.map((criterion, index) => {
        const stands = decided.find((each) => each.criterion.id === criterion.id);
        const changed = changes.find((each) => each.criterionId === criterion.id);
        return (
          <li key={criterion.id}>
            <h2>
              {index + 1}. {criterion.title}
            </h2>
            {evidenceOf(criterion.id)}
            <ul className={styles.marks}>
              {marks.map((mark) => {
                const given = mark.criteria.find((each) => each.criterionId === criterion.id);
                return (
                  <li key={mark.markId}>
                    <b>{mark.assessor?.displayName}</b> <span>{labelOf(criterion.levels, given?.level)}</span>
                    {given?.comment && <p>{given.comment}</p>}
                  </li>
                );
              })}
              <li>
                <b>{t('levels.decided')}</b> <span>{labelOf(criterion.levels, stands?.level)}</span>
                {marks.length === 0 && stands?.comment && <p>{stands.comment}</p>}
              </li>
            </ul>
            {onChange && (
              <div className={styles.change}>
                <Select
                  label={t('levels.other', { number: index + 1 })}
                  placeholder={t('levels.asDecided')}
                  clearable
                  data={criterion.levels
                    .filter(({ ordinal }) => ordinal !== stands?.level)
                    .map(({ ordinal, label }) => ({ value: String(ordinal), label: `${ordinal} ${label}` }))}
                  value={changed?.level ? String(changed.level) : null}
                  onChange={(value) => change(criterion.id, { level: value === null ? null : Number(value) })}
                />
                {changed?.level && (
                  <Textarea
                    label={t('levels.why', { number: index + 1 })}
                    autosize
                    minRows={2}
                    value={changed.comment}
                    onChange={(event) => change(criterion.id, { comment: event.currentTarget.value })}
                  />
                )}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The changes that name a level, as the API takes them. */
export function changesToSend(
  changes: readonly LevelChange[],
): { criterionId: string; level: number; comment: string }[] {
  return changes.flatMap(({ criterionId, level, comment }) =>
    level === null ? [] : [{ criterionId, level, comment }],
  );
}

function labelOf(levels: readonly Level[], ordinal: number | null | undefined): string {
  const level = levels.find((each) => each.ordinal === ordinal);
  return level ? `${level.ordinal} ${level.label}` : '–';
}
