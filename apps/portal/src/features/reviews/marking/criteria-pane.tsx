import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import type { SnapshotCriterion } from '../review.types.js';
import { CriterionRow } from './criterion-row.js';
import styles from './criteria-pane.module.css';
import { withCriterion } from './mark-draft.rules.js';
import { OpenCriterion } from './open-criterion.js';
import type { Marking } from './use-marking.js';

interface Props {
  criteria: readonly SnapshotCriterion[];
  number: number;
  marking: Marking;
  onGo: (number: number) => void;
  onLevel: (level: number) => void;
}

const VIEWS = ['CLEAR_FAIL', 'BORDERLINE', 'PASS', 'STRONG'] as const;

/** All criteria, one of them open; the view of the whole at the foot, asked before any score exists. */
export function CriteriaPane({ criteria, number, marking, onGo, onLevel }: Props) {
  const { t } = useTranslation('reviews');
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(false);
  useEffect(() => {
    // A phone opens at the top of the page; after that the open criterion stays in sight.
    if (!shown.current && window.matchMedia('(max-width: 800px)').matches) {
      shown.current = true;
      return;
    }
    list.current?.querySelector(`[data-number="${number}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [number]);
  const words = {
    CLEAR_FAIL: t('overall.CLEAR_FAIL'),
    BORDERLINE: t('overall.BORDERLINE'),
    PASS: t('overall.PASS'),
    STRONG: t('overall.STRONG'),
  };
  return (
    <>
      <ol ref={list} className={styles.list}>
        {criteria.map((each) => {
          const mark = marking.draft.criteria.find(({ criterionId }) => criterionId === each.criterion.id);
          return (
            <li key={each.criterion.id} data-number={each.number}>
              {each.number === number ? (
                <OpenCriterion
                  row={each}
                  level={mark?.level ?? null}
                  comment={mark?.comment ?? ''}
                  onLevel={onLevel}
                  onComment={(comment) => marking.change((now) => withCriterion(now, each.criterion.id, { comment }))}
                />
              ) : (
                <CriterionRow
                  row={each}
                  level={mark?.level ?? null}
                  comment={mark?.comment ?? ''}
                  onOpen={() => onGo(each.number)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.overall}>
        <div>
          <p>{t('overall.title')}</p>
          <span>{t('overall.hint')}</span>
        </div>
        <SegmentedChoice
          label={t('overall.title')}
          options={VIEWS.map((value) => ({ value, label: words[value] }))}
          value={marking.draft.overall}
          onChange={(overall) => marking.change((now) => ({ ...now, overall }))}
        />
      </div>
    </>
  );
}
