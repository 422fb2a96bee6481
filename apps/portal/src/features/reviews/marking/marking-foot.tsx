import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { HotkeyCap } from '../../../components/hotkey-cap.js';
import type { SnapshotCriterion } from '../review.types.js';
import { progress, RULE_NAMES } from './mark-draft.rules.js';
import styles from './marking-foot.module.css';
import type { Marking } from './use-marking.js';

interface Props {
  criteria: readonly SnapshotCriterion[];
  marking: Marking;
  current: number;
  /** Its clock stands: nothing can be handed in. */
  held: boolean;
  onHandIn: () => void;
}

/** How far one is, what is left, and the act that ends it. No running score. */
export function MarkingFoot({ criteria, marking, current, held, onHandIn }: Props) {
  const { t, i18n } = useTranslation('reviews');
  const done = progress(marking.draft);
  return (
    <>
      <span className={styles.steps} aria-hidden>
        {marking.draft.criteria.map((each, index) => (
          <i
            key={each.criterionId}
            data-state={index + 1 === current ? 'now' : each.level === null ? 'open' : 'done'}
          />
        ))}
      </span>
      <p className={styles.count}>
        <b>{t('foot.criteria', { done: done.criteria, total: criteria.length })}</b>,{' '}
        <b>{t('foot.rules', { done: done.rules, total: RULE_NAMES.length })}</b>
      </p>
      <p className={styles.keys}>
        <span>
          <HotkeyCap keys="1" />–
          <HotkeyCap keys={String(Math.max(1, ...criteria.map((each) => each.criterion.levels.length)))} />{' '}
          {t('foot.level')}
        </span>
        <span>
          <HotkeyCap keys="[" /> <HotkeyCap keys="]" /> {t('foot.criterion')}
        </span>
        <span>
          <HotkeyCap keys="e" /> {t('foot.evidence')}
        </span>
        <span>
          <HotkeyCap keys="?" /> {t('foot.keys')}
        </span>
      </p>
      <p className={styles.left} aria-live="polite">
        {leftWords()}
      </p>
      <Button
        variant="primary"
        size="large"
        hotkey="mod+enter"
        className={styles.act}
        disabled={held}
        onClick={onHandIn}
      >
        {t('marking.handIn')}
      </Button>
    </>
  );

  /** The API says what is left; here it becomes one short sentence. */
  function leftWords(): string {
    const { left } = marking;
    if (left === null) return t('foot.leftAll');
    if (left.length === 0) return t('foot.leftNothing');
    const numbers = (field: string) =>
      left
        .filter((gap) => gap.field === field)
        .map((gap) => criteria.find((each) => each.criterion.id === gap.criterionId)?.number)
        .filter((number) => number !== undefined);
    const and = new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, { type: 'conjunction' });
    const words = (list: number[]) => and.format(list.map(String));
    const levels = numbers('level');
    const comments = numbers('comment');
    const rules = left.filter((gap) => gap.field.startsWith('rules.')).length;
    const parts = [
      levels.length > 0 && t('foot.leftCriteria', { count: levels.length, list: words(levels) }),
      comments.length > 0 && t('foot.leftComments', { count: comments.length, list: words(comments) }),
      rules > 0 && t('foot.leftRules', { count: rules }),
      left.some((gap) => gap.field === 'overall') && t('foot.leftOverall'),
    ].filter((part) => part !== false);
    return t('foot.left', { list: parts.join(' · ') || left.map((gap) => gap.message).join(', ') });
  }
}
