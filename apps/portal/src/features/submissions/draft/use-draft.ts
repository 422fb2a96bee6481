import { useEffect, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import type { SubmissionWork } from '../submission.types.js';
import { CLAIM_LEVEL, LINK_EVIDENCE, UNLINK_EVIDENCE } from '../submissions.documents.js';
import { type UnsentReflection, unsentReflections } from './unsent-reflections.js';

interface Claim {
  criterionId: string;
  level: number | null;
  notEvidenced: boolean;
}

/** The same words were changed on another screen: both are kept until somebody chooses. */
export interface ReflectionConflict {
  mine: string;
  kept: string;
}

const keyOf = (criterionId: string, itemId: string) => `${criterionId} ${itemId}`;

/** What was taken off meanwhile, here or elsewhere, is not brought back by words about it. */
const isLinked = ({ criteria }: SubmissionWork, { criterionId, itemId }: UnsentReflection) =>
  criteria.some(({ criterion, links }) => criterion.id === criterionId && links.some(({ item }) => item.id === itemId));

/** Everything one does to a draft. Texts are saved while one writes; a claim shows at once and is saved behind it. */
export function useDraft(submission: SubmissionWork) {
  const submissionId = submission.id;
  const [linkItem] = useResultMutation(LINK_EVIDENCE);
  const [unlinkItem] = useResultMutation(UNLINK_EVIDENCE);
  const [claimLevel] = useResultMutation(CLAIM_LEVEL);
  const [problem, setProblem] = useState<string | null>(null);
  const [claiming, setClaiming] = useState<Claim | null>(null);
  const [conflicts, setConflicts] = useState<Record<string, ReflectionConflict>>({});
  const order = useRef(0);
  const [unsent] = useState(() => unsentReflections(submissionId));
  const [found] = useState(() => Object.fromEntries(unsent.all().filter(([, each]) => isLinked(submission, each))));
  /** The words that are known to be kept, by field. */
  const bases = useRef<Record<string, string>>({});

  const answered = (outcome: { ok?: object; refusal?: { message: string } }): SaveAnswer => {
    setProblem(outcome.refusal?.message ?? null);
    if (outcome.ok) return 'saved';
    return outcome.refusal ? 'refused' : 'unreachable';
  };
  const { queue, state } = useAutosave<UnsentReflection>(async (key, { criterionId, itemId, text, base }) => {
    const replaces = bases.current[key] ?? base;
    const outcome = await linkItem({ submissionId, criterionId, itemId, reflection: text, replaces });
    const { refusal } = outcome;
    if (refusal?.__typename === 'ReflectionChanged') {
      // Both stay, here and there, until somebody chooses.
      setConflicts((now) => ({ ...now, [key]: { mine: text, kept: refusal.kept } }));
      return 'refused';
    }
    if (outcome.ok) bases.current[key] = text;
    if (outcome.ok ?? refusal) unsent.forget(key, text);
    return answered(outcome);
  }, submission.savedAt);

  const reflect = (criterionId: string, itemId: string, text: string, base: string) => {
    const key = keyOf(criterionId, itemId);
    const written = { criterionId, itemId, text, base: bases.current[key] ?? base };
    unsent.keep(key, written);
    if (conflicts[key]) setConflicts((now) => ({ ...now, [key]: { mine: text, kept: now[key]?.kept ?? '' } }));
    else queue.put(key, written);
  };
  useEffect(() => {
    // What was typed before the page or the browser went away is sent now.
    for (const [key, written] of Object.entries(found)) queue.put(key, written);
  }, [found, queue]);

  return {
    queue,
    saving: state,
    problem,
    claiming,
    /** What was typed here and is not kept yet. */
    unsentText: (criterionId: string, itemId: string) => found[keyOf(criterionId, itemId)]?.text ?? null,
    conflictOf: (criterionId: string, itemId: string) => conflicts[keyOf(criterionId, itemId)] ?? null,
    /** One of the two texts, chosen by whoever wrote them. */
    settle: (criterionId: string, itemId: string, text: string) => {
      const key = keyOf(criterionId, itemId);
      const base = conflicts[key]?.kept ?? '';
      bases.current[key] = base;
      setConflicts(({ [key]: _settled, ...rest }) => rest);
      const written = { criterionId, itemId, text, base };
      unsent.keep(key, written);
      queue.put(key, written);
    },
    reflect,
    link: async (criterionId: string, itemId: string): Promise<boolean> =>
      answered(await linkItem({ submissionId, criterionId, itemId, reflection: '' })) === 'saved',
    unlink: async (criterionId: string, itemId: string): Promise<boolean> => {
      queue.drop(keyOf(criterionId, itemId));
      unsent.forget(keyOf(criterionId, itemId), null);
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
