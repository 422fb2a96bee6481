import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkey } from '../../../components/hotkeys.js';
import { SplitPane } from '../../../components/split-pane.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { Workspace } from '../../../components/workspace.js';
import { usePlace } from '../../../lib/use-place.js';
import type { MarkingSlot } from '../review.types.js';
import { ConflictDialog } from './conflict-dialog.js';
import { CriteriaPane } from './criteria-pane.js';
import { EvidencePane } from './evidence-pane.js';
import { HandInDialog } from './hand-in-dialog.js';
import { LostLease } from './lost-lease.js';
import { nextLetter, withCriterion } from './mark-draft.rules.js';
import { MarkingFoot } from './marking-foot.js';
import { MarkingHead } from './marking-head.js';
import styles from './marking-workspace.module.css';
import { RulesPanel } from './rules-panel.js';
import { useCheckEnds } from './use-check-ends.js';
import { useMarking } from './use-marking.js';

interface Props {
  slot: MarkingSlot;
  onHandedIn: () => void;
}

/** The rubric at the start, the evidence at the end; everything is reached without a pointer. */
export function MarkingWorkspace({ slot, onHandedIn }: Props) {
  const { t } = useTranslation('reviews');
  const toCheck = useCheckEnds(slot.id);
  const marking = useMarking(slot, toCheck);
  const held = slot.submissionState === 'ON_HOLD';
  const pane = useRef<HTMLDivElement>(null);
  const [handingIn, setHandingIn] = useState(false);
  const [place, set] = usePlace();
  const { criteria, items } = slot.snapshot;
  const number = Math.max(1, Math.min(criteria.length, Number(place.criterion) || 1));
  const criterion = criteria[number - 1];
  const letter = items.find((item) => item.letter === place.item)?.letter ?? items[0]?.letter ?? null;
  const go = (to: number) => set({ criterion: String(Math.max(1, Math.min(criteria.length, to))) });
  const comment = () => pane.current?.querySelector<HTMLElement>('textarea')?.focus();

  // The last words go out first, so that what is left is told as it is.
  const askToHandIn = () => void marking.flush().then(() => setHandingIn(true));
  const group = t('marking.keys');
  useHotkey({ keys: '[', label: t('marking.previous'), group, run: () => go(number - 1) });
  useHotkey({ keys: ']', label: t('marking.next'), group, run: () => go(number + 1) });
  useHotkey({ keys: 'm', label: t('marking.comment'), group, run: comment });
  useHotkey({
    keys: 'e',
    label: t('marking.nextEvidence'),
    group,
    run: () => {
      const next = nextLetter(items, letter, marking.draft.seenLetters);
      if (next) set({ item: next });
    },
  });
  useHotkey({
    keys: 'mod+enter',
    label: t('marking.handIn'),
    group,
    run: askToHandIn,
    enabled: !handingIn && !held,
  });

  return (
    <Workspace
      head={
        <>
          <MarkingHead slot={slot} marking={marking} />
          {held && (
            <Note tone="amber" wide>
              {t('marking.onHold')}
            </Note>
          )}
          {marking.lease.lost && <LostLease slotId={slot.id} reason={marking.lease.lost} onRegain={marking.regain} />}
          {marking.problem && <RefusalNote>{marking.problem}</RefusalNote>}
        </>
      }
      foot={<MarkingFoot criteria={criteria} marking={marking} current={number} held={held} onHandIn={askToHandIn} />}
    >
      <SplitPane
        label={t('marking.divider')}
        storageKey="assay-marking-split"
        initial={41}
        start={
          <div ref={pane} className={styles.pane}>
            <CriteriaPane
              criteria={criteria}
              number={number}
              marking={marking}
              onGo={go}
              onLevel={(level) =>
                criterion && marking.change((now) => withCriterion(now, criterion.criterion.id, { level }))
              }
            />
          </div>
        }
        end={
          <div className={styles.pane}>
            <EvidencePane
              items={items}
              letter={letter}
              criterion={criterion}
              seen={marking.draft.seenLetters}
              onOpen={(item) => set({ item })}
              onSeen={marking.see}
            />
            <RulesPanel slot={slot} marking={marking} />
          </div>
        }
      />
      {marking.conflict && <ConflictDialog criteria={criteria} marking={marking} saved={marking.conflict} />}
      {handingIn && (
        <HandInDialog
          slotId={slot.id}
          left={marking.left ?? []}
          flush={marking.flush}
          onGo={(criterionId) => {
            setHandingIn(false);
            const at = criteria.find((each) => each.criterion.id === criterionId)?.number;
            if (at) go(at);
          }}
          onHandedIn={(checkId) => (checkId ? toCheck(checkId) : onHandedIn())}
          onClose={() => setHandingIn(false)}
        />
      )}
    </Workspace>
  );
}
