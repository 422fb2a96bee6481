import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { type CutScoreMethod, SET_CUT_SCORE } from './cut-score.documents.js';
import type { Version } from './designer.documents.js';
import type { DraftState } from './use-draft.js';

/** Takes the score that a panel or the marks give; the API works it out from what is saved. */
export function useSetCutScore(version: Version, state: DraftState) {
  const { t } = useTranslation('programme');
  const toast = useToast();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [set, { loading }] = useResultMutation(SET_CUT_SCORE);
  const take = async (method: Exclude<CutScoreMethod, 'JUDGEMENT'>) => {
    // It must read the estimates that were typed a moment ago.
    await state.flush();
    const { ok, refusal: refused } = await set({ id: version.id, expectedRevision: state.expectedRevision(), method });
    if (ok) {
      state.adopt(ok.revision, { cutScore: ok.cutScore, cutScoreReason: '' });
      setRefusal(null);
      toast(t('cut.taken', { percent: Math.round(ok.cutScore * 100) }));
    } else if (refused?.__typename === 'InvalidInput')
      setRefusal(refused.problems.map(({ message }) => message).join(' '));
    else setRefusal(refused?.message ?? t('unreachable'));
  };
  return { take, busy: loading, refusal };
}
