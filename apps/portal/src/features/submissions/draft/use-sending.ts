import { useResultMutation } from '../../../lib/result.js';
import { CLAIM_LEVEL, KEEP_SAME, LINK_EVIDENCE, UNLINK_EVIDENCE } from '../submissions.documents.js';
import type { DraftChange } from './draft-changes.rules.js';

/** What came of sending one change. */
export interface Sent {
  unreachable: boolean;
  problem: string | null;
  /** Words that were written elsewhere meanwhile and were not overwritten. */
  kept?: string;
}

interface Answer {
  ok?: object;
  refusal?: { message: string };
}

/** Brings one change of a draft to the API. */
export function useSending(submissionId: string): (change: DraftChange) => Promise<Sent> {
  const [linkItem] = useResultMutation(LINK_EVIDENCE);
  const [unlinkItem] = useResultMutation(UNLINK_EVIDENCE);
  const [claimLevel] = useResultMutation(CLAIM_LEVEL);
  const [keepSame] = useResultMutation(KEEP_SAME);
  return async (change) => {
    const { criterionId } = change;
    if (change.kind === 'claim') {
      const { level: levelOrdinal, notEvidenced } = change;
      return sent(await claimLevel({ submissionId, criterionId, levelOrdinal, notEvidenced }));
    }
    if (change.kind === 'same') return sent(await keepSame({ submissionId, criterionId, because: change.text }));
    const { itemId } = change;
    if (change.kind === 'unlink') return sent(await unlinkItem({ submissionId, criterionId, itemId }));
    const [reflection, replaces] = change.kind === 'reflect' ? [change.text, change.base] : ['', ''];
    const outcome = await linkItem({ submissionId, criterionId, itemId, reflection, replaces });
    if (outcome.refusal?.__typename !== 'ReflectionChanged') return sent(outcome);
    // It was linked on another screen already, and has words there: then there is nothing left to do.
    return { unreachable: false, problem: null, ...(change.kind === 'reflect' ? { kept: outcome.refusal.kept } : {}) };
  };
}

const sent = ({ ok, refusal }: Answer): Sent => ({ unreachable: !ok && !refusal, problem: refusal?.message ?? null });
