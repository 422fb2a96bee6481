import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import type { OwnEvidenceItem } from '../../lib/use-evidence-capture.js';
import { REMOVE_EVIDENCE } from './evidence.documents.js';
import { Removals } from './removals.js';

/** Removing from the library: at once on the screen, undone for some seconds, and with the reason when it may not be. */
export function useRemoval(onRemoved: () => void) {
  const { t } = useTranslation('evidence');
  const toast = useToast();
  const [remove] = useResultMutation(REMOVE_EVIDENCE);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const back = (id: string) => setGone((now) => now.filter((other) => other !== id));

  const finish = async (id: string) => {
    const outcome = await remove({ id });
    if (outcome.ok) return onRemoved();
    back(id);
    setRefusal(outcome.refusal?.message ?? t('remove.failed'));
  };
  const [removals] = useState(() => new Removals());
  useEffect(() => {
    removals.removeBy((id) => void finish(id));
  });
  useEffect(() => () => removals.finishAll(), [removals]);

  const begin = (item: OwnEvidenceItem) => {
    setRefusal(null);
    setGone((now) => [...now, item.id]);
    // Something in use may be held back; then the answer should come while one still looks.
    if (item.usedIn > 0) return void finish(item.id);
    removals.begin(item.id);
    toast(t('remove.done', { title: item.title }), {
      undo: () => {
        removals.takeBack(item.id);
        back(item.id);
      },
    });
  };
  return { gone, refusal, remove: begin };
}
