import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { ACHIEVEMENT_DRAFT, type DraftInput, SAVE_DRAFT, type Version } from './designer.documents.js';
import { type Draft, type DraftField, draftOf, inputOf } from './draft.js';

/** Somebody saved in between: what they have, and the revision to build on. */
export interface Conflict {
  theirs: Draft;
  revision: number;
}

export interface SaveRefusal {
  message: string;
  problems: readonly { field: string; message: string }[];
}

/** The draft as it is being written, saved field by field a moment after each change. */
export function useDraft(version: Version) {
  const client = useApolloClient();
  const [draft, setDraft] = useState(() => draftOf(version));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null);
  // Counts replacements of the whole draft, so that the sheet forgets steps that would undo somebody else's work.
  const [generation, setGeneration] = useState(0);
  const revision = useRef(version.revision);
  const latest = useRef(draft);
  const unsaved = useRef(new Set<DraftField>());
  const [save] = useResultMutation(SAVE_DRAFT);

  const readTheirs = async (): Promise<Conflict | null> => {
    const { data } = await client.query({
      query: ACHIEVEMENT_DRAFT,
      variables: { id: version.id },
      fetchPolicy: 'network-only',
    });
    const theirs = data?.achievementVersion;
    return theirs ? { theirs: draftOf(theirs), revision: theirs.revision } : null;
  };

  const send = async (field: string, input: DraftInput): Promise<SaveAnswer> => {
    const { ok, refusal: refused } = await save({ id: version.id, expectedRevision: revision.current, input });
    if (ok) {
      revision.current = ok.revision;
      if (same(inputOf(latest.current, field as DraftField), input)) unsaved.current.delete(field as DraftField);
      setRefusal(null);
      return 'saved';
    }
    if (!refused) return 'unreachable';
    if (refused.__typename === 'ChangedMeanwhile') {
      const found = await readTheirs().catch(() => null);
      if (!found) return 'unreachable';
      setConflict(found);
      return 'stopped';
    }
    setRefusal({ message: refused.message, problems: refused.__typename === 'InvalidInput' ? refused.problems : [] });
    return 'refused';
  };
  const { queue, state } = useAutosave<DraftInput>(send, null);

  const replace = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    setGeneration((count) => count + 1);
  };

  const change = useCallback(
    <Field extends DraftField>(field: Field, value: Draft[Field]) => {
      latest.current = { ...latest.current, [field]: value };
      unsaved.current.add(field);
      setDraft(latest.current);
      queue.put(field, inputOf(latest.current, field));
    },
    [queue],
  );

  return {
    draft,
    change,
    generation,
    saving: state,
    flush: () => queue.flush(),
    refusal,
    conflict,
    /** The revision that the next change builds on. */
    expectedRevision: () => revision.current,
    /** Takes over what the API has worked out and saved by itself. */
    adopt(saved: number, fields: Partial<Draft>) {
      revision.current = saved;
      latest.current = { ...latest.current, ...fields };
      setDraft(latest.current);
    },
    /** What I changed is written over theirs; what I did not touch becomes theirs. */
    keepMine() {
      if (!conflict) return;
      const mine = [...unsaved.current].map((field) => [field, latest.current[field]] as const);
      revision.current = conflict.revision;
      replace({ ...conflict.theirs, ...(Object.fromEntries(mine) as Partial<Draft>) });
      setConflict(null);
      queue.resume();
    },
    takeTheirs() {
      if (!conflict) return;
      for (const field of unsaved.current) queue.drop(field);
      unsaved.current.clear();
      revision.current = conflict.revision;
      replace(conflict.theirs);
      setConflict(null);
      setRefusal(null);
      queue.resume();
    },
  };
}

export type DraftState = ReturnType<typeof useDraft>;
export type ChangeDraft = DraftState['change'];

function same(a: DraftInput, b: DraftInput): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
