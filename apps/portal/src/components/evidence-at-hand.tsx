import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AtHand } from '../lib/evidence-at-hand.documents.js';
import { EvidenceKindWord } from './evidence-kind.js';
import styles from './evidence-at-hand.module.css';

interface Props {
  found: readonly AtHand[];
  /** Criteria by their number, to name what an item showed before. */
  numbers?: ReadonlyMap<string, number>;
  act?: (found: AtHand) => ReactNode;
}

/** What somebody has already that fits, each with the reason why. */
export function EvidenceAtHand({ found, numbers, act }: Props) {
  const reason = useReason(numbers);
  return (
    <ul className={styles.list}>
      {found.map((each) => (
        <li key={each.item.id}>
          <div className={styles.words}>
            <p>{each.item.title}</p>
            <EvidenceKindWord kind={each.item.kind} mediaType={each.item.file?.mediaType} />
            <p className={styles.why}>{reason(each)}</p>
          </div>
          {act?.(each)}
        </li>
      ))}
    </ul>
  );
}

/** Why something fits, in words. */
export function useReason(numbers: Props['numbers']) {
  const { t } = useTranslation('evidence');
  return ({ shownFor, criterionIds, aboutSkills }: AtHand): string => {
    const shown = criterionIds.flatMap((id) => numbers?.get(id) ?? []).sort((one, other) => one - other);
    if (shown.length > 0) return t('atHand.criteria', { count: shown.length, list: shown.join(', ') });
    if (shownFor.length > 0) return t('atHand.shown', { list: shownFor.join(', ') });
    return t('atHand.about', { list: aboutSkills.map(({ name }) => name).join(', ') });
  };
}
