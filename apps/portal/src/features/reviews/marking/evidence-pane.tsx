import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceLetter } from '../../../components/evidence-kind.js';
import { EvidenceView } from '../../../components/evidence-view.js';
import { HotkeyCap } from '../../../components/hotkey-cap.js';
import { EmptyState } from '../../../components/states.js';
import type { SnapshotCriterion, SnapshotItem } from '../review.types.js';
import styles from './evidence-pane.module.css';

interface Props {
  items: readonly SnapshotItem[];
  letter: string | null;
  criterion: SnapshotCriterion | undefined;
  /** Where what was looked at counts: what is opened is seen. */
  seen?: readonly string[];
  onOpen: (letter: string) => void;
  onSeen?: (letter: string) => void;
}

/** The evidence as it was handed in, with the candidate's words to the criterion in work. */
export function EvidencePane({ items, letter, criterion, seen, onOpen, onSeen }: Props) {
  const { t } = useTranslation('reviews');
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only sideways: on a phone the whole page would jump to the evidence.
    const bar = tabs.current?.getBoundingClientRect();
    const tab = tabs.current?.querySelector('[aria-selected=true]')?.getBoundingClientRect();
    if (!bar || !tab || !tabs.current) return;
    tabs.current.scrollLeft += Math.min(0, tab.left - bar.left) + Math.max(0, tab.right - bar.right);
  }, [letter]);
  const item = items.find((each) => each.letter === letter);
  useEffect(() => {
    if (letter) onSeen?.(letter);
  }, [letter, onSeen]);
  if (!item) return <EmptyState title={t('evidence.none')}>{t('evidence.noneBody')}</EmptyState>;
  const link = criterion?.links.find((each) => each.letter === item.letter);
  return (
    <>
      <div className={styles.bar}>
        <div ref={tabs} className={styles.tabs} role="tablist" aria-label={t('evidence.tabs')}>
          {items.map((each) => (
            <button
              key={each.letter}
              type="button"
              role="tab"
              aria-selected={each.letter === item.letter}
              aria-controls="evidence-view"
              className={styles.tab}
              onClick={() => onOpen(each.letter)}
            >
              {seen?.includes(each.letter) && <IconCheck size={16} stroke={2} aria-label={t('evidence.seen')} />}
              <EvidenceLetter letter={each.letter} tone={each.letter === item.letter ? 'ink' : 'quiet'} />
              <span>{each.title}</span>
            </button>
          ))}
        </div>
        <span className={styles.count}>
          {seen && t('evidence.seenOf', { seen: seen.length, total: items.length })} <HotkeyCap keys="e" />{' '}
          {t('evidence.next')}
        </span>
      </div>
      <div id="evidence-view" role="tabpanel" aria-label={item.title} className={styles.view} tabIndex={-1}>
        <div className={styles.words}>
          {link?.reflection.trim() ? (
            <p>
              <strong>{t('evidence.says', { number: criterion?.number })}</strong> {link.reflection}
            </p>
          ) : (
            <p>
              {link
                ? t('evidence.saysNothing', { number: criterion?.number })
                : t('evidence.notLinked', { number: criterion?.number })}
            </p>
          )}
          {item.note && (
            <p>
              <strong>{t('evidence.note')}</strong> {item.note}
            </p>
          )}
        </div>
        {item.kind === 'FILE' && !item.file ? (
          <p className={styles.words}>{t('evidence.noFile')}</p>
        ) : (
          <EvidenceView key={item.letter} content={item} />
        )}
      </div>
    </>
  );
}
