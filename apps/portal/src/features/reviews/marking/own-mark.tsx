import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../../components/level-tile.js';
import { Section } from '../../../components/page.js';
import type { ReadSlot } from '../review.types.js';
import styles from './handed-in-mark.module.css';

/** What one handed in oneself, while nothing follows from it yet or something else does. */
export function OwnMark({ slot }: { slot: ReadSlot }) {
  const { t } = useTranslation('reviews');
  const given = new Map(slot.mark?.criteria.map((each) => [each.criterionId, each]));
  const criteria = slot.snapshot?.criteria ?? [];
  if (given.size === 0 || criteria.length === 0) return null;
  return (
    <Section title={t('outcome.own')}>
      <ol className={styles.criteria}>
        {criteria.map(({ number, criterion }) => {
          const mark = given.get(criterion.id);
          const level = mark?.level ?? null;
          return (
            <li key={criterion.id}>
              <span className={styles.number}>{number}</span>
              <div className={styles.words}>
                <p className={styles.title}>{criterion.title}</p>
                {mark?.comment && <p className={styles.comment}>{mark.comment}</p>}
              </div>
              <LevelTile level={level} label={t('criterion.level', { level: level ?? 0 })} />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
