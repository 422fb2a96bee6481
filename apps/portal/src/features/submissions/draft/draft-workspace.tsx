import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkey } from '../../../components/hotkeys.js';
import { PageHeader } from '../../../components/page.js';
import { SaveState, type Saving } from '../../../components/save-state.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { Workspace } from '../../../components/workspace.js';
import type { AutosaveState } from '../../../lib/autosave.js';
import { usePlace } from '../../../lib/use-place.js';
import { achievementTitle } from '../coverage.rules.js';
import { useSubmissionWords } from '../submission-words.js';
import type { FullSubmission, Gap, WorkItem } from '../submission.types.js';
import { WithdrawAct } from '../withdraw-act.js';
import { CoverageGrid } from './coverage-grid.js';
import { CriterionPanel } from './criterion-panel.js';
import styles from './draft-workspace.module.css';
import { EvidenceRail } from './evidence-rail.js';
import { GapsFoot } from './gaps-foot.js';
import { MentorSection } from './mentor-section.js';
import { LinkPicker } from './link-picker.js';
import { SendDialog } from './send-dialog.js';
import { useDraft } from './use-draft.js';

interface Props {
  submission: FullSubmission;
  onSent: () => void;
}

/** Criteria at the start, the one in work in the middle, evidence at the end, gaps at the foot. */
export function DraftWorkspace({ submission: kept, onSent }: Props) {
  const { t } = useTranslation('submissions');
  const words = useSubmissionWords();
  const draft = useDraft(kept);
  const submission = draft.seen;
  const panel = useRef<HTMLElement>(null);
  const [picking, setPicking] = useState(false);
  const [sending, setSending] = useState(false);
  const [place, setPlace] = usePlace();
  const count = submission.criteria.length;
  const number = Math.max(1, Math.min(count, Number(place.criterion) || 1));
  const criterion = submission.criteria.find((each) => each.number === number);
  const go = (to: number) => setPlace({ criterion: String(Math.max(1, Math.min(count, to))) });
  const group = t('keys.group');
  useHotkey({ keys: '[', label: t('keys.previous'), group, run: () => go(number - 1) });
  useHotkey({ keys: ']', label: t('keys.next'), group, run: () => go(number + 1) });
  useHotkey({ keys: 'l', label: t('keys.link'), group, run: () => setPicking(true) });

  const fix = (gap: Gap) => {
    if (gap.number !== null) go(gap.number);
    setSending(false);
    // The panel of that criterion is drawn first, then the field to fix gets the focus.
    requestAnimationFrame(() => requestAnimationFrame(() => focusOn(panel.current, gap)));
  };
  if (!criterion) return null;

  const because = returnedBecause(kept);
  return (
    <Workspace
      head={
        <>
          <PageHeader
            title={achievementTitle(submission.achievementVersion)}
            above={
              <>
                {t('kicker', { attempt: words.attempt(submission.attemptNo) })}
                <SaveState saving={savingOf(draft.saving, t('kept'))} />
              </>
            }
            aside={<span className={styles.marking}>{markingNote()}</span>}
            acts={<WithdrawAct submission={kept} onWithdrawn={onSent} />}
          />
          {submission.state === 'RETURNED' && (
            <Note tone="amber" wide>
              {because ? t('returnedBecause', { reason: because }) : t('returned')}
            </Note>
          )}
        </>
      }
      foot={
        <GapsFoot
          gaps={submission.gaps}
          maxAgeMonths={submission.achievementVersion.evidenceMaxAgeMonths}
          onFix={fix}
          onSend={() => setSending(true)}
        />
      }
    >
      <div className={styles.columns}>
        <div className={styles.grid}>
          <CoverageGrid
            submission={submission}
            selected={number}
            onSelect={(next) => {
              go(next);
              if (window.matchMedia('(max-width: 800px)').matches)
                requestAnimationFrame(() => panel.current?.scrollIntoView({ block: 'start' }));
            }}
          />
        </div>
        <section ref={panel} className={styles.panel} aria-label={criterion.criterion.title}>
          {draft.problem && <RefusalNote>{draft.problem}</RefusalNote>}
          <CriterionPanel
            key={criterion.criterion.id}
            criterion={criterion}
            count={count}
            draft={draft}
            gaps={submission.gaps}
            onPick={() => setPicking(true)}
          />
        </section>
        <aside className={styles.rail}>
          <EvidenceRail submission={submission} number={number} onLink={link} onPick={() => setPicking(true)} />
          {submission.route === 'PRIOR_LEARNING' && <MentorSection submissionId={submission.id} />}
        </aside>
      </div>
      {picking && (
        <LinkPicker submission={submission} criterion={criterion} onLink={link} onClose={() => setPicking(false)} />
      )}
      {sending && (
        <SendDialog
          submission={submission}
          flush={() => draft.queue.flush()}
          onFix={fix}
          onSent={onSent}
          onClose={() => setSending(false)}
        />
      )}
    </Workspace>
  );

  function link(item: WorkItem['item']) {
    if (!criterion) return;
    draft.link(criterion.criterion.id, item);
    setPicking(false);
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        panel.current?.querySelector<HTMLElement>(`[data-item="${item.id}"] textarea`)?.focus(),
      ),
    );
  }

  function markingNote() {
    return submission.achievementVersion.markingPolicy === 'DOUBLE_BLIND' ? t('marking.double') : t('marking.single');
  }
}

/** What whoever sent it back wrote. */
function returnedBecause(submission: FullSubmission): string | null {
  return submission.timeline.findLast((step) => step.state === 'RETURNED')?.note ?? null;
}

function savingOf(state: AutosaveState, kept: string): Saving {
  if (state.unreachable) return { state: 'failed', kept };
  return state.saving ? { state: 'saving' } : { state: 'saved', at: state.savedAt };
}

function focusOn(panel: HTMLElement | null, gap: Gap) {
  const place =
    gap.kind === 'LEVEL_MISSING'
      ? 'input[type=radio]'
      : gap.kind === 'NOTHING_NEW'
        ? '[data-field=same], [data-act=link]'
        : gap.letter
          ? `[data-letter="${gap.letter}"] textarea`
          : '[data-act=link]';
  panel?.querySelector<HTMLElement>(place)?.focus();
}
