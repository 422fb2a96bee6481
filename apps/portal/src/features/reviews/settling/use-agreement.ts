import { useEffect, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { SAVE_RECONCILIATION } from './reconciliation.documents.js';
import type { Agreed, Reconciliation } from './reconciliation.types.js';
import { type Agreeing, forgetAgreeing, keepAgreeing, keptAgreeing } from './unsent-agreement.js';

type Rules = NonNullable<Reconciliation['rules']>;
export type Agreement = ReturnType<typeof useAgreement>;

/** What is typed is saved by itself; what the other saved in between is said, and what stands here is kept until one writes again. */
export function useAgreement(it: Reconciliation, onChanged: () => void) {
  const { submissionId } = it;
  const [unsent] = useState(() => keptAgreeing(submissionId));
  const [input, setInput] = useState<Agreeing>(() => unsent?.input ?? standing(it));
  const [changedMeanwhile, setChangedMeanwhile] = useState(false);
  const [seen, setSeen] = useState(it.revision);
  const [sendProposal, { refusal }] = useResultMutation(SAVE_RECONCILIATION);
  const canSave = it.viewerCan.includes('settle');
  const latest = useRef(input);
  const revision = useRef(unsent?.revision ?? it.revision);

  const save = async (value: Agreeing): Promise<SaveAnswer> => {
    const { ok, refusal: no } = await sendProposal({ submissionId, input: value, expectedRevision: revision.current });
    if (ok) {
      revision.current = ok.revision;
      setSeen((now) => Math.max(now, ok.revision));
      if (latest.current === value) forgetAgreeing(submissionId);
      onChanged();
      return 'saved';
    }
    if (!no) return 'unreachable';
    if (no.__typename !== 'ChangedMeanwhile') return 'refused';
    revision.current = no.currentRevision;
    setChangedMeanwhile(true);
    return 'stopped';
  };
  const { queue, state } = useAutosave<Agreeing>((_key, value) => save(value), it.savedAt);

  if (it.revision > seen) {
    setSeen(it.revision);
    // Untouched, this shows what the other wrote; touched, one's own stays until it is saved or met by the other's.
    if (!queue.dirty && !state.stopped) setInput(standing(it));
  }
  useEffect(() => {
    if (queue.dirty || state.stopped) return;
    revision.current = Math.max(revision.current, it.revision);
    latest.current = input;
  }, [it.revision, input, queue, state.stopped]);
  useEffect(() => {
    // What a broken line or a closed browser left behind goes out now.
    if (unsent && canSave) queue.put('agreement', latest.current);
  }, [unsent, canSave, queue]);

  const put = (next: Agreeing) => {
    latest.current = next;
    setInput(next);
    setChangedMeanwhile(false);
    keepAgreeing(submissionId, { input: next, revision: revision.current });
    if (!canSave) return;
    queue.put('agreement', next);
    if (state.stopped) queue.resume();
  };
  return {
    input,
    of: (criterionId: string) => agreedIn(input, criterionId),
    forget: () => forgetAgreeing(submissionId),
    /** The revision that holds all that was typed; null while it is not saved. */
    flush: async () => ((await queue.flush()) ? revision.current : null),
    state,
    refusal: refusal?.__typename === 'ChangedMeanwhile' ? null : refusal,
    changedMeanwhile,
    change: (criterionId: string, change: Partial<Agreed>) =>
      put({
        ...latest.current,
        criteria: [
          ...latest.current.criteria.filter((each) => each.criterionId !== criterionId),
          { criterionId, ...agreedIn(latest.current, criterionId), ...change },
        ],
      }),
    changeRules: (rule: keyof Rules, answer: Rules[keyof Rules]) =>
      put({
        ...latest.current,
        rules: {
          ...(latest.current.rules ?? { valid: null, authentic: null, sufficient: null, current: null }),
          [rule]: answer,
        },
      }),
  };
}

function agreedIn(input: Agreeing, criterionId: string): Agreed {
  return input.criteria.find((each) => each.criterionId === criterionId) ?? { level: null, reason: '' };
}

function standing(it: Reconciliation): Agreeing {
  return { criteria: it.criteria.map((each) => ({ ...each })), rules: it.rules };
}
