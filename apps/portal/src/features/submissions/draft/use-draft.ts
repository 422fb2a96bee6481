import { useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import type { SubmissionWork } from '../submission.types.js';
import { CLAIM_LEVEL, LINK_EVIDENCE, UNLINK_EVIDENCE } from '../submissions.documents.js';

interface Reflection {
  criterionId: string;
  itemId: string;
  text: string;
}

interface Claim {
  criterionId: string;
  level: number | null;
  notEvidenced: boolean;
}

/** Everything one does to a draft. Texts are saved while one writes; a claim shows at once and is saved behind it. */
export function useDraft(submission: SubmissionWork) {
  const submissionId = submission.id;
  const [linkItem] = useResultMutation(LINK_EVIDENCE);
  const [unlinkItem] = useResultMutation(UNLINK_EVIDENCE);
  const [claimLevel] = useResultMutation(CLAIM_LEVEL);
  const [problem, setProblem] = useState<string | null>(null);
  const [claiming, setClaiming] = useState<Claim | null>(null);
  const order = useRef(0);

  const answered = (outcome: { ok?: object; refusal?: { message: string } }): SaveAnswer => {
    setProblem(outcome.refusal?.message ?? null);
    if (outcome.ok) return 'saved';
    return outcome.refusal ? 'refused' : 'unreachable';
  };
  const { queue, state } = useAutosave<Reflection>(
    async (_key, { criterionId, itemId, text }) =>
      answered(await linkItem({ submissionId, criterionId, itemId, reflection: text })),
    submission.savedAt,
  );
  const keyOf = (criterionId: string, itemId: string) => `${criterionId} ${itemId}`;

  return {
    queue,
    saving: state,
    problem,
    claiming,
    reflect: (criterionId: string, itemId: string, text: string) =>
      queue.put(keyOf(criterionId, itemId), { criterionId, itemId, text }),
    link: async (criterionId: string, itemId: string): Promise<boolean> =>
      answered(await linkItem({ submissionId, criterionId, itemId, reflection: '' })) === 'saved',
    unlink: async (criterionId: string, itemId: string): Promise<boolean> => {
      queue.drop(keyOf(criterionId, itemId));
      return answered(await unlinkItem({ submissionId, criterionId, itemId })) === 'saved';
    },
    claim: async (claim: Claim) => {
      const mine = ++order.current;
      setClaiming(claim);
      const { criterionId, level, notEvidenced } = claim;
      answered(await claimLevel({ submissionId, criterionId, levelOrdinal: level, notEvidenced }));
      // A later click may already be under way: then its choice stays on the screen.
      if (order.current === mine) setClaiming(null);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
