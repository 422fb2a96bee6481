import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceLetter } from '../../components/evidence-kind.js';
import { useHotkey } from '../../components/hotkeys.js';
import { SplitPane } from '../../components/split-pane.js';
import { Workspace } from '../../components/workspace.js';
import { usePlace } from '../../lib/use-place.js';
import styles from './evidence-beside.module.css';
import { EvidencePane } from './marking/evidence-pane.js';
import { nextLetter } from './marking/mark-draft.rules.js';
import type { SnapshotJudged } from './review.types.js';

interface Props {
  head: ReactNode;
  foot?: ReactNode;
  /** Null: whoever looks may not read it, or it is still on its way. */
  snapshot: SnapshotJudged | null | undefined;
  /** `evidenceOf` draws what was brought for a criterion; each opens beside it. */
  children: (evidenceOf: (criterionId: string) => ReactNode) => ReactNode;
}

/** What was judged at the start, what it was judged from at the end: nobody settles a level without looking. */
export function EvidenceBeside({ head, foot, snapshot, children }: Props) {
  const { t } = useTranslation('reviews');
  const evidence = useRef<HTMLDivElement>(null);
  const [place, set] = usePlace();
  const items = snapshot?.items ?? [];
  const criteria = snapshot?.criteria ?? [];
  const letter = items.find((item) => item.letter === place.item)?.letter ?? items[0]?.letter ?? null;
  const criterion = criteria.find((each) => String(each.number) === place.criterion) ?? criteria[0];
  const open = (item: string, number: number) => {
    set({ item, criterion: String(number) });
    // On a phone the evidence stands below everything else.
    if (window.matchMedia('(max-width: 800px)').matches) evidence.current?.scrollIntoView();
  };
  useHotkey({
    keys: 'e',
    label: t('marking.nextEvidence'),
    group: t('evidence.tabs'),
    run: () => set({ item: nextLetter(items, letter, []) }),
    enabled: items.length > 1,
  });
  const evidenceOf = (criterionId: string) => {
    const row = criteria.find((each) => each.criterion.id === criterionId);
    if (!row) return null;
    if (row.links.length === 0)
      return (
        <p className={styles.none}>{row.notEvidenced ? t('criterion.notEvidenced') : t('criterion.nothingLinked')}</p>
      );
    return (
      <ul className={styles.letters} aria-label={t('evidence.of', { number: row.number })}>
        {row.links.map((link) => {
          const isOpen = link.letter === letter && row.number === criterion?.number;
          return (
            <li key={link.letter}>
              <button type="button" aria-pressed={isOpen} onClick={() => open(link.letter, row.number)}>
                <EvidenceLetter letter={link.letter} tone={isOpen ? 'ink' : 'quiet'} />
                <span>{items.find((item) => item.letter === link.letter)?.title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    );
  };
  return (
    <Workspace head={head} foot={foot}>
      <SplitPane
        label={t('settle.divider')}
        storageKey="assay-settling-split"
        initial={50}
        start={<div className={styles.settled}>{children(evidenceOf)}</div>}
        end={
          <div ref={evidence} className={styles.evidence}>
            {snapshot ? (
              <EvidencePane items={items} letter={letter} criterion={criterion} onOpen={(item) => set({ item })} />
            ) : (
              <p className={styles.none}>{snapshot === null && t('evidence.notYours')}</p>
            )}
          </div>
        }
      />
    </Workspace>
  );
}
