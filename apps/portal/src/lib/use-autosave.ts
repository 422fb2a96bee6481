import { useEffect, useState } from 'react';
import { AutosaveQueue, type AutosaveState, type SaveAnswer } from './autosave.js';

/** An autosave queue for as long as the page stands; asks before one leaves with something unsaved. */
export function useAutosave<Value>(save: (key: string, value: Value) => Promise<SaveAnswer>, savedAt: string | null) {
  const [state, setState] = useState<AutosaveState>(() => ({
    saving: false,
    unreachable: false,
    stopped: false,
    savedAt: savedAt ? new Date(savedAt) : null,
  }));
  const [queue] = useState(() => new AutosaveQueue<Value>({ onState: setState }, savedAt ? new Date(savedAt) : null));
  useEffect(() => {
    queue.saveBy(save);
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      // Whoever goes to another page of the portal loses nothing: what waits is sent now.
      void queue.flush();
    };
  }, [queue]);
  return { queue, state };
}
