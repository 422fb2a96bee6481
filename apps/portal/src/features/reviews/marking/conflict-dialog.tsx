import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import type { SnapshotCriterion } from '../review.types.js';
import styles from './conflict-dialog.module.css';
import { type Difference, differences, type MarkDraft } from './mark-draft.rules.js';
import type { Marking } from './use-marking.js';

interface Props {
  criteria: readonly SnapshotCriterion[];
  marking: Marking;
  saved: MarkDraft;
}

/** Two versions of the same mark, side by side where they differ. Nothing is lost unless it is chosen away here. */
export function ConflictDialog({ criteria, marking, saved }: Props) {
  const { t } = useTranslation('reviews');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = differences(marking.draft, saved);
  const nameOf = (difference: Difference): string => {
    const number = criteria.find((each) => each.criterion.id === difference.criterionId)?.number;
    if (difference.field === 'level') return t('conflict.level', { number });
    if (difference.field === 'comment') return t('conflict.comment', { number });
    if (difference.field === 'overall') return t('overall.title');
    const rules = {
      valid: t('rule.valid'),
      authentic: t('rule.authentic'),
      sufficient: t('rule.sufficient'),
      current: t('rule.current'),
    };
    return rules[difference.field];
  };
  const shown = (value: Difference['mine']) => (value === null || value === '' ? t('conflict.nothing') : String(value));
  return (
    <Modal
      opened
      onClose={() => marking.resolve(chosen)}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="xl"
      title={t('conflict.title')}
    >
      <p className={styles.lead}>{t('conflict.body')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.place')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.saved')}</th>
            <th scope="col">{t('conflict.keep')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((difference) => (
            <tr key={difference.key}>
              <th scope="row">{nameOf(difference)}</th>
              <td>{shown(difference.mine)}</td>
              <td>{shown(difference.saved)}</td>
              <td>
                <SegmentedChoice
                  label={nameOf(difference)}
                  options={[
                    { value: 'mine', label: t('conflict.mine') },
                    { value: 'saved', label: t('conflict.saved') },
                  ]}
                  value={chosen.has(difference.key) ? 'saved' : 'mine'}
                  onChange={(value) => {
                    const next = new Set(chosen);
                    if (value === 'saved') next.add(difference.key);
                    else next.delete(difference.key);
                    setChosen(next);
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.acts}>
        <Button variant="primary" onClick={() => marking.resolve(chosen)}>
          {t('conflict.act')}
        </Button>
      </div>
    </Modal>
  );
}
