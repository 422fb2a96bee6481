import type { Saving } from '../../../components/save-state.js';
import type { AutosaveState } from '../../../lib/autosave.js';

/** What the one place of the screen says of what is being saved. */
export function savingOf(state: AutosaveState, kept: string): Saving {
  if (state.unreachable || state.stopped) return { state: 'failed', kept };
  if (state.saving) return { state: 'saving' };
  return { state: 'saved', at: state.savedAt };
}
