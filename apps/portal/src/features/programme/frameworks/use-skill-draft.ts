import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { type DraftSkill, FRAMEWORK_SKILL, SAVE_SKILL, type SkillInput } from './framework-draft.documents.js';

/** The words of a skill as they stand in the fields. */
export interface SkillWords {
  name: string;
  description: string;
  kind: DraftSkill['kind'];
  category: DraftSkill['category'];
  synonyms: readonly string[];
  coding: string;
  notes: string;
  descriptors: readonly (readonly string[])[];
}
export type SkillField = keyof SkillWords;

export function wordsOf(skill: DraftSkill): SkillWords {
  return {
    name: skill.name,
    description: skill.description,
    kind: skill.kind,
    category: skill.category,
    synonyms: skill.synonyms,
    coding: skill.coding ?? '',
    notes: skill.notes ?? '',
    descriptors: skill.levels.map(({ descriptors }) => descriptors),
  };
}

const inputOf = (words: SkillWords, field: SkillField): SkillInput => ({ [field]: words[field] });

interface Conflict {
  theirs: SkillWords;
  edit: number;
}

/** The wording of a skill in a draft, saved field by field a moment after each change; with the way back. */
export function useSkillDraft(frameworkId: string, skill: DraftSkill) {
  const client = useApolloClient();
  const [words, setWords] = useState(() => wordsOf(skill));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [past, setPast] = useState<readonly { field: SkillField; before: SkillWords }[]>([]);
  const latest = useRef(words);
  const edit = useRef(skill.edit);
  const unsaved = useRef(new Set<SkillField>());
  const [save] = useResultMutation(SAVE_SKILL);

  const readTheirs = async (): Promise<Conflict | null> => {
    const { data } = await client.query({
      query: FRAMEWORK_SKILL,
      variables: { frameworkId, skillId: skill.id },
      fetchPolicy: 'network-only',
    });
    const theirs = data?.frameworkSkill;
    return theirs ? { theirs: wordsOf(theirs), edit: theirs.edit } : null;
  };
  const send = async (field: string, input: SkillInput): Promise<SaveAnswer> => {
    const asked = { frameworkId, skillId: skill.id, expectedEdit: edit.current, input };
    const { ok, refusal: refused } = await save(asked);
    if (ok) {
      edit.current = ok.edit;
      if (JSON.stringify(inputOf(latest.current, field as SkillField)) === JSON.stringify(input))
        unsaved.current.delete(field as SkillField);
      setRefusal(null);
      return 'saved';
    }
    if (!refused) return 'unreachable';
    if (refused.__typename !== 'ChangedMeanwhile') {
      setRefusal(refused.message);
      return 'refused';
    }
    const found = await readTheirs().catch(() => null);
    if (!found) return 'unreachable';
    setConflict(found);
    return 'stopped';
  };
  const { queue, state } = useAutosave<SkillInput>(send, null);

  const write = (next: SkillWords, fields: readonly SkillField[]) => {
    latest.current = next;
    setWords(next);
    for (const field of fields) {
      unsaved.current.add(field);
      queue.put(field, inputOf(next, field));
    }
  };
  const change = <Field extends SkillField>(field: Field, value: SkillWords[Field]) => {
    // One word after another in the same field is one step back.
    if (past.at(-1)?.field !== field) setPast([...past.slice(-99), { field, before: latest.current }]);
    write({ ...latest.current, [field]: value }, [field]);
  };
  const settle = (next: SkillWords, current: number) => {
    edit.current = current;
    latest.current = next;
    setWords(next);
    setConflict(null);
    setRefusal(null);
    queue.resume();
  };

  return {
    words,
    change,
    saving: state,
    refusal,
    conflict,
    flush: () => queue.flush(),
    canUndo: past.length > 0,
    undo() {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      write({ ...latest.current, [last.field]: last.before[last.field] }, [last.field]);
    },
    /** What I changed is written over theirs; what I did not touch becomes theirs. */
    keepMine() {
      if (!conflict) return;
      const mine = [...unsaved.current].map((field) => [field, latest.current[field]] as const);
      settle({ ...conflict.theirs, ...(Object.fromEntries(mine) as Partial<SkillWords>) }, conflict.edit);
    },
    takeTheirs() {
      if (!conflict) return;
      for (const field of unsaved.current) queue.drop(field);
      unsaved.current.clear();
      settle(conflict.theirs, conflict.edit);
    },
  };
}

export type SkillDraftState = ReturnType<typeof useSkillDraft>;
