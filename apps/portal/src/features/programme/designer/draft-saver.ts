/** What came of sending a draft. */
export type Sent<Thing> =
  | { kind: 'saved'; revision: number; thing: Thing }
  | { kind: 'changed-meanwhile'; currentRevision: number }
  | { kind: 'refused'; message: string; problems: readonly { field: string; message: string }[] }
  | { kind: 'unreachable' };

export interface SaverState {
  phase: 'clean' | 'waiting' | 'sending' | 'unreachable' | 'conflict' | 'refused';
  savedAt: Date | null;
  currentRevision: number | null;
  refusal: { message: string; problems: readonly { field: string; message: string }[] } | null;
}

interface Options<Patch, Thing> {
  revision: number;
  send: (patch: Patch, expectedRevision: number) => Promise<Sent<Thing>>;
  onState: (state: SaverState) => void;
  onSaved?: (thing: Thing) => void;
  /** Keeps what is not yet safe where a reload finds it; null once everything is saved. */
  keep?: (unsaved: Patch | null, revision: number) => void;
  now?: () => Date;
  delay?: number;
  retryAfter?: number;
}

export type DraftSaver<Patch> = ReturnType<typeof createDraftSaver<Patch, unknown>>;

/**
 * Saves a draft a moment after the last change, one request at a time, and never over somebody else's: a conflict stops
 * it until a person decides. What could not be sent is kept and tried again.
 */
export function createDraftSaver<Patch extends object, Thing>(options: Options<Patch, Thing>) {
  const { send, delay = 800, retryAfter = 5_000, now = () => new Date() } = options;
  let revision = options.revision;
  let unsaved: Patch | null = null;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: SaverState = { phase: 'clean', savedAt: null, currentRevision: null, refusal: null };

  const tell = (next: Partial<SaverState>) => {
    state = { ...state, ...next };
    options.onState(state);
  };
  const keep = () => options.keep?.(unsaved, revision);
  const after = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  };

  const settle = (patch: Patch, sent: Sent<Thing>) => {
    if (sent.kind === 'saved') {
      revision = sent.revision;
      keep();
      tell({ phase: unsaved ? 'waiting' : 'clean', savedAt: now(), refusal: null });
      options.onSaved?.(sent.thing);
      return;
    }
    // What was typed meanwhile stands above what failed to go out.
    unsaved = { ...patch, ...unsaved };
    keep();
    if (sent.kind === 'changed-meanwhile') tell({ phase: 'conflict', currentRevision: sent.currentRevision });
    else if (sent.kind === 'refused') tell({ phase: 'refused', refusal: sent });
    else {
      tell({ phase: 'unreachable' });
      after(retryAfter);
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (sending) {
      await sending;
      return state.phase === 'waiting' ? flush() : undefined;
    }
    if (!unsaved || state.phase === 'conflict') return;
    const patch = unsaved;
    unsaved = null;
    tell({ phase: 'sending' });
    sending = send(patch, revision).then((sent) => {
      sending = null;
      settle(patch, sent);
    });
    await sending;
    if (unsaved && state.phase === 'waiting') after(delay);
  };

  return {
    change(patch: Patch) {
      unsaved = { ...unsaved, ...patch };
      keep();
      if (state.phase === 'conflict') return;
      if (!sending) tell({ phase: 'waiting' });
      after(delay);
    },
    flush,
    /** A person has seen both and wants theirs: it is sent on top of the version that is there now. */
    keepMine() {
      if (state.currentRevision === null) return;
      revision = state.currentRevision;
      tell({ phase: 'waiting', currentRevision: null });
      void flush();
    },
    /** A person wants the version that is there now: what was not saved is given up. */
    takeTheirs(currentRevision: number) {
      revision = currentRevision;
      unsaved = null;
      clearTimeout(timer);
      keep();
      tell({ phase: 'clean', currentRevision: null, refusal: null });
    },
    unsaved: () => unsaved,
    hasUnsaved: () => unsaved !== null || sending !== null,
    stop: () => clearTimeout(timer),
  };
}
