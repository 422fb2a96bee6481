import { useEffect, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import type { SubmissionWork, WorkItem } from '../submission.types.js';
import { type DraftChange, hasPlace, keyOf, withChanges } from './draft-changes.rules.js';
import { unsentChanges } from './unsent-changes.js';
import { useSending } from './use-sending.js';

/** The same words were changed on another screen: both are kept until somebody chooses. */
export interface ReflectionConflict {
  mine: string;
  kept: string;
}

const reflectKey = (criterionId: string, itemId: string) => `reflect ${criterionId} ${itemId}`;

/**
 * Everything one does to a draft. It shows at once, is kept in this browser, and is sent in its order as soon as the API can be
 * reached: levels and links no differently from words.
 */
export function useDraft(kept: SubmissionWork) {
  const submissionId = kept.id;
  const send = useSending(submissionId);
  const [unsent] = useState(() => unsentChanges(submissionId));
  const [found] = useState(() => {
    const all = unsent.all();
    const draft = withChanges(
      kept,
      all.map(([, change]) => change),
    );
    return all.filter(([, change]) => hasPlace(draft, change));
  });
  const [pending, setPending] = useState<ReadonlyMap<string, DraftChange>>(() => new Map(found));
  const [problem, setProblem] = useState<string | null>(null);
  const [conflicts, setConflicts] = useState<Record<string, ReflectionConflict>>({});
  /** The words that are known to be kept, by field. */
  const bases = useRef<Record<string, string>>({});

  const answered = (key: string, change: DraftChange) => {
    unsent.forget(key, change);
    setPending((now) => (now.get(key) === change ? without(now, key) : now));
  };
  const { queue, state } = useAutosave<DraftChange>(async (key, change): Promise<SaveAnswer> => {
    const base = bases.current[key];
    const sent = await send(change.kind === 'reflect' && base !== undefined ? { ...change, base } : change);
    if (sent.unreachable) return 'unreachable';
    if (sent.kept !== undefined && change.kind === 'reflect') {
      // Both stay, here and there, until somebody chooses.
      const conflict = { mine: change.text, kept: sent.kept };
      setConflicts((now) => ({ ...now, [key]: conflict }));
      return 'refused';
    }
    setProblem(sent.problem);
    if (change.kind === 'reflect' && !sent.problem) bases.current[key] = change.text;
    answered(key, change);
    return sent.problem ? 'refused' : 'saved';
  }, kept.savedAt);

  const put = (change: DraftChange, at: 'once' | 'rest') => {
    const key = keyOf(change);
    unsent.keep(key, change);
    setPending((now) => new Map([...without(now, key), [key, change]]));
    queue.put(key, change);
    if (at === 'once') void queue.flush();
  };
  const drop = (key: string) => {
    queue.drop(key);
    unsent.forget(key, null);
    setPending((now) => without(now, key));
  };
  useEffect(() => {
    // What was done before the page or the browser went away is sent now.
    for (const [key, change] of found) queue.put(key, change);
  }, [found, queue]);

  return {
    queue,
    saving: state,
    problem,
    /** What is kept with what was done here since. */
    seen: withChanges(kept, [...pending.values()]),
    /** What was typed here and is not kept yet. */
    unsentText: (criterionId: string, itemId: string) => {
      const change = pending.get(reflectKey(criterionId, itemId));
      return change?.kind === 'reflect' ? change.text : null;
    },
    conflictOf: (criterionId: string, itemId: string) => conflicts[reflectKey(criterionId, itemId)] ?? null,
    /** One of the two texts, chosen by whoever wrote them. */
    settle: (criterionId: string, itemId: string, text: string) => {
      const key = reflectKey(criterionId, itemId);
      const base = conflicts[key]?.kept ?? '';
      bases.current[key] = base;
      setConflicts(({ [key]: _settled, ...rest }) => rest);
      put({ kind: 'reflect', criterionId, itemId, text, base }, 'rest');
    },
    reflect: (criterionId: string, itemId: string, text: string, base: string) => {
      const key = reflectKey(criterionId, itemId);
      const change: DraftChange = { kind: 'reflect', criterionId, itemId, text, base: bases.current[key] ?? base };
      if (!conflicts[key]) return put(change, 'rest');
      unsent.keep(key, change);
      setConflicts((now) => ({ ...now, [key]: { mine: text, kept: now[key]?.kept ?? '' } }));
    },
    link: (criterionId: string, item: WorkItem['item']) =>
      put({ kind: 'link', criterionId, itemId: item.id, item }, 'once'),
    unlink: (criterionId: string, itemId: string) => {
      drop(reflectKey(criterionId, itemId));
      put({ kind: 'unlink', criterionId, itemId }, 'once');
    },
    claim: (criterionId: string, level: number | null, notEvidenced: boolean) =>
      put({ kind: 'claim', criterionId, level, notEvidenced }, 'once'),
    keepSame: (criterionId: string, text: string) => put({ kind: 'same', criterionId, text }, 'rest'),
  };
}

export type Draft = ReturnType<typeof useDraft>;

function without(pending: ReadonlyMap<string, DraftChange>, key: string): Map<string, DraftChange> {
  const rest = new Map(pending);
  rest.delete(key);
  return rest;
}
