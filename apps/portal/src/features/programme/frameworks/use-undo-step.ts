import { useTranslation } from 'react-i18next';
import { useResultMutation } from '../../../lib/result.js';
import { SHOWS_STRUCTURE, UNDO_STEP } from './framework-draft.documents.js';

/** Takes one step of a draft back, and says what came of it. */
export function useUndoStep(): (stepId: string) => Promise<string> {
  const { t } = useTranslation('frameworks');
  const [undo] = useResultMutation(UNDO_STEP, { refetch: SHOWS_STRUCTURE });
  return async (stepId) => {
    const { ok, refusal } = await undo({ id: stepId });
    if (ok) return t('steps.undone');
    return refusal?.message ?? t('unreachable');
  };
}
