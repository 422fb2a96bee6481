import { useCallback, useEffect, useRef, useState } from 'react';
import { useResultMutation } from '../../../lib/result.js';
import { SAVE_RECONCILIATION } from './reconciliation.documents.js';
import type { Agreed, Reconciliation } from './reconciliation.types.js';

const SAVE_AFTER = 800;
type Rules = NonNullable<Reconciliation['rules']>;
interface Input {
  criteria: { criterionId: string; level: number | null; reason: string }[];
  rules: Rules | null;
}

/** What is typed is saved by itself; what the other saved in between is said, and what stands here is kept until one saves again. */
export function useAgreement(it: Reconciliation, onChanged: () => void) {
  const [input, setInput] = useState<Input>(() => ({
    criteria: it.criteria.map((each) => ({ ...each })),
    rules: it.rules,
  }));
  const [dirty, setDirty] = useState(false);
  const [changedMeanwhile, setChangedMeanwhile] = useState(false);
  const [revision, setRevision] = useState(it.revision);
  const [save, { loading, refusal, failed }] = useResultMutation(SAVE_RECONCILIATION);
  const canSave = it.viewerCan.includes('settle');
  const newest = useRef(input);
  const underway = useRef<Promise<number | null> | null>(null);

  if (it.revision > revision) {
    setRevision(it.revision);
    // Untouched, this shows what the other wrote; touched, it keeps one's own and says so.
    if (dirty) setChangedMeanwhile(true);
    else setInput({ criteria: it.criteria.map((each) => ({ ...each })), rules: it.rules });
  }

  const { submissionId } = it;
  const send = useCallback(
    async (expectedRevision: number): Promise<number | null> => {
      for (let known = expectedRevision; ; ) {
        const sent = newest.current;
        const { ok, refusal: no } = await save({ submissionId, input: sent, expectedRevision: known });
        if (!ok) {
          if (no?.__typename !== 'ChangedMeanwhile') return null;
          setRevision(no.currentRevision);
          setChangedMeanwhile(true);
          return null;
        }
        setRevision(ok.revision);
        setChangedMeanwhile(false);
        // What was typed while it was on its way goes after it, before anybody signs.
        if (newest.current === sent) {
          setDirty(false);
          onChanged();
          return ok.revision;
        }
        known = ok.revision;
      }
    },
    [onChanged, save, submissionId],
  );
  const flush = useCallback((): Promise<number | null> => {
    if (underway.current) return underway.current;
    if (!dirty || !canSave) return Promise.resolve(revision);
    const sending = send(revision).finally(() => {
      underway.current = null;
    });
    underway.current = sending;
    return sending;
  }, [canSave, dirty, revision, send]);

  useEffect(() => {
    if (!dirty || !canSave || changedMeanwhile) return;
    const timer = setTimeout(() => void flush(), SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [input, dirty, canSave, changedMeanwhile, flush]);

  const put = (next: Input) => {
    newest.current = next;
    setInput(next);
    setDirty(true);
    setChangedMeanwhile(false);
  };
  const of = (criterionId: string): Agreed =>
    input.criteria.find((each) => each.criterionId === criterionId) ?? { level: null, reason: '' };
  return {
    input,
    of,
    flush,
    saving: loading || dirty,
    failed,
    refusal: refusal?.__typename === 'ChangedMeanwhile' ? null : refusal,
    changedMeanwhile,
    change: (criterionId: string, change: Partial<Agreed>) =>
      put({
        ...input,
        criteria: [
          ...input.criteria.filter((each) => each.criterionId !== criterionId),
          { criterionId, ...of(criterionId), ...change },
        ],
      }),
    changeRules: (rule: keyof Rules, answer: Rules[keyof Rules]) =>
      put({
        ...input,
        rules: {
          ...(input.rules ?? { valid: null, authentic: null, sufficient: null, current: null }),
          [rule]: answer,
        },
      }),
  };
}
