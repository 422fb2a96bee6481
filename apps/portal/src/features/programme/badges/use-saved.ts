import { useCallback, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useAutosave } from '../../../lib/use-autosave.js';

interface Refused {
  __typename: string;
  message: string;
  problems?: readonly { field: string; message: string }[];
  currentRevision?: number;
}
interface Saved {
  ok?: { revision: number } | undefined;
  refusal?: Refused | undefined;
}

/** Steps that can be taken back; older ones are forgotten. */
const MOST_STEPS = 100;
/** Changes of one field within this time are one step. */
const ONE_STEP_MS = 900;

/** Something that is written and saved as one goes, with the way back, and a decision where two people wrote at once. */
export function useSaved<Value>(
  first: Value,
  firstRevision: number,
  save: (value: Value, revision: number) => Promise<Saved>,
) {
  const [value, setValue] = useState(first);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [conflict, setConflict] = useState<number | null>(null);
  const [steps, setSteps] = useState<{ back: Value[]; forth: Value[] }>({ back: [], forth: [] });
  const revision = useRef(firstRevision);
  // The same once more, for what is shown.
  const [known, setKnown] = useState(firstRevision);
  const keep = (next: number) => {
    revision.current = next;
    setKnown(next);
  };
  const latest = useRef(first);
  const lastStep = useRef(0);

  const send = async (_key: string, sent: Value): Promise<SaveAnswer> => {
    const { ok, refusal } = await save(sent, revision.current);
    if (ok) {
      keep(ok.revision);
      setProblems([]);
      return 'saved';
    }
    if (!refusal) return 'unreachable';
    if (refusal.currentRevision !== undefined) {
      setConflict(refusal.currentRevision);
      return 'stopped';
    }
    setProblems(refusal.problems?.map(({ message }) => message) ?? [refusal.message]);
    return 'refused';
  };
  const { queue, state } = useAutosave<Value>(send, null);

  const show = useCallback(
    (next: Value) => {
      latest.current = next;
      setValue(next);
      queue.put('all', next);
    },
    [queue],
  );
  const change = useCallback(
    (next: Value) => {
      const before = latest.current;
      const now = Date.now();
      if (now - lastStep.current > ONE_STEP_MS)
        setSteps(({ back }) => ({ back: [...back, before].slice(-MOST_STEPS), forth: [] }));
      lastStep.current = now;
      show(next);
    },
    [show],
  );

  return {
    value,
    change,
    /** As `change`, with a way back that holds whatever comes after. */
    replace(next: Value) {
      const before = latest.current;
      change(next);
      return () => change(before);
    },
    problems,
    conflict,
    saving: state,
    /** The revision to build on; 0: there is no draft yet. */
    revision: known,
    /** The draft is a draft no more; the next change begins another. */
    ended: () => keep(0),
    flush: () => queue.flush(),
    canUndo: steps.back.length > 0,
    canRedo: steps.forth.length > 0,
    undo() {
      const before = steps.back.at(-1);
      if (before === undefined) return;
      setSteps({ back: steps.back.slice(0, -1), forth: [...steps.forth, latest.current] });
      lastStep.current = 0;
      show(before);
    },
    redo() {
      const after = steps.forth.at(-1);
      if (after === undefined) return;
      setSteps({ back: [...steps.back, latest.current], forth: steps.forth.slice(0, -1) });
      show(after);
    },
    /** What I wrote counts, over what was saved in between. */
    keepMine() {
      if (conflict === null) return;
      keep(conflict);
      setConflict(null);
      queue.resume();
    },
    /** What was saved in between counts; mine can be had back by undoing. */
    takeTheirs(theirs: Value, theirRevision: number) {
      const mine = latest.current;
      queue.drop('all');
      setSteps(({ back }) => ({ back: [...back, mine], forth: [] }));
      keep(theirRevision);
      latest.current = theirs;
      setValue(theirs);
      setConflict(null);
      queue.resume();
    },
  };
}

export type SavedState<Value> = ReturnType<typeof useSaved<Value>>;
