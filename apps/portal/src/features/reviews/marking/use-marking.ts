import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import type { MarkingSlot, MarkState } from '../review.types.js';
import { MARKING, SAVE_MARK } from '../reviews.documents.js';
import { differences, draftOf, type MarkDraft, merged, withSeen } from './mark-draft.rules.js';
import { forget, keep, kept } from './unsent-mark.js';
import { useLease } from './use-lease.js';

/** The mark in work: answers show at once, are saved behind it, and are never written over unseen. */
export function useMarking(slot: MarkingSlot, onTakenAway: (checkId: string) => void) {
  const client = useApolloClient();
  const { criteria } = slot.snapshot;
  const lease = useLease(slot.id, slot.lease?.until ?? null, true, onTakenAway);
  const [saveMark] = useResultMutation(SAVE_MARK);
  const [unsent] = useState(() => kept(slot.id));
  const [draft, setDraft] = useState<MarkDraft>(() => draftOf(criteria, unsent?.draft ?? slot.mark));
  const [conflict, setConflict] = useState<MarkDraft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [left, setLeft] = useState(slot.mark?.left ?? null);
  const revision = useRef(unsent?.revision ?? slot.mark?.revision ?? 0);
  const latest = useRef(draft);

  const readSaved = async (): Promise<MarkState | null> => {
    const { data } = await client.query({ query: MARKING, variables: { id: slot.id }, fetchPolicy: 'network-only' });
    return data?.markingSlot?.mark ?? null;
  };
  const save = async (value: MarkDraft): Promise<SaveAnswer> => {
    const { ok, refusal } = await saveMark({
      slotId: slot.id,
      input: { ...value, expectedRevision: revision.current },
    });
    if (ok) {
      revision.current = ok.mark?.revision ?? revision.current;
      setLeft(ok.mark?.left ?? null);
      setProblem(null);
      if (latest.current === value) forget(slot.id);
      return 'saved';
    }
    if (!refusal) return 'unreachable';
    if (refusal.__typename === 'LeaseLost') {
      lease.lose(refusal.message);
      return 'stopped';
    }
    if (refusal.__typename === 'CheckTakenAway') {
      onTakenAway(refusal.checkId);
      return 'stopped';
    }
    if (refusal.__typename === 'ChangedMeanwhile') return meet(refusal.currentRevision);
    setProblem(refusal.message);
    return 'refused';
  };
  /** Another tab saved in between: where both say the same it goes on, otherwise a person decides. */
  const meet = async (currentRevision: number): Promise<SaveAnswer> => {
    const saved = draftOf(criteria, await readSaved());
    revision.current = currentRevision;
    if (differences(latest.current, saved).length === 0) {
      forget(slot.id);
      return 'saved';
    }
    setConflict(saved);
    return 'stopped';
  };
  const { queue, state } = useAutosave<MarkDraft>((_key, value) => save(value), slot.mark?.savedAt ?? null);

  const change = (step: (now: MarkDraft) => MarkDraft) => {
    const next = step(latest.current);
    if (next === latest.current) return;
    latest.current = next;
    setDraft(next);
    keep(slot.id, { draft: next, revision: revision.current });
    queue.put('mark', next);
  };
  useEffect(() => {
    // What a broken line or a closed tab left behind goes out now; if somebody saved since, both are shown.
    if (unsent) queue.put('mark', latest.current);
  }, [unsent, queue]);

  return {
    draft,
    change,
    left,
    problem,
    lease,
    saving: state,
    flush: () => queue.flush(),
    see: (letter: string) => change((now) => withSeen(now, letter)),
    conflict,
    resolve: (chosen: ReadonlySet<string>) => {
      if (!conflict) return;
      const next = merged(latest.current, conflict, chosen);
      latest.current = next;
      setDraft(next);
      setConflict(null);
      queue.put('mark', next);
      queue.resume();
    },
    /** The slot is ours again: what was written meanwhile goes on from what the API has. */
    regain: async (until: string | null) => {
      revision.current = (await readSaved())?.revision ?? revision.current;
      lease.regain(until);
      queue.put('mark', latest.current);
      queue.resume();
    },
  };
}

export type Marking = ReturnType<typeof useMarking>;
