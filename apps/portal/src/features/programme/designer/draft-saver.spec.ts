import { createDraftSaver, type SaverState, type Sent } from './draft-saver.js';

interface Patch {
  name?: string;
  cutScore?: number;
}

function saver(answers: Sent<null>[]) {
  const sent: { patch: Patch; revision: number }[] = [];
  const kept: (Patch | null)[] = [];
  let state: SaverState | undefined;
  const draft = createDraftSaver<Patch, null>({
    revision: 1,
    send: (patch, revision) => {
      sent.push({ patch, revision });
      return Promise.resolve(answers.shift() ?? { kind: 'saved', revision: revision + 1, thing: null });
    },
    onState: (next) => (state = next),
    keep: (unsaved) => kept.push(unsaved),
    delay: 100,
    retryAfter: 1_000,
  });
  return { draft, sent, kept, phase: () => state?.phase };
}

describe('saving a draft by itself', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits until one stops typing and sends everything at once, with the revision it knows', async () => {
    const { draft, sent, phase } = saver([]);
    draft.change({ name: 'In' });
    await jest.advanceTimersByTimeAsync(60);
    draft.change({ name: 'Integrate', cutScore: 0.7 });
    expect(phase()).toBe('waiting');
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([{ patch: { name: 'Integrate', cutScore: 0.7 }, revision: 1 }]);
    draft.change({ cutScore: 0.8 });
    await jest.advanceTimersByTimeAsync(100);
    expect(sent[1]).toEqual({ patch: { cutScore: 0.8 }, revision: 2 });
    expect(phase()).toBe('clean');
  });

  it('keeps what could not be sent and sends it with what was typed meanwhile', async () => {
    const { draft, sent, kept, phase } = saver([{ kind: 'unreachable' }]);
    draft.change({ name: 'Old', cutScore: 0.5 });
    await jest.advanceTimersByTimeAsync(100);
    expect(phase()).toBe('unreachable');
    expect(kept.at(-1)).toEqual({ name: 'Old', cutScore: 0.5 });
    draft.change({ name: 'New' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent.at(-1)).toEqual({ patch: { name: 'New', cutScore: 0.5 }, revision: 1 });
    expect(kept.at(-1)).toBeNull();
  });

  it('overwrites nobody: a conflict stops it until a person decides', async () => {
    const { draft, sent, phase } = saver([{ kind: 'changed-meanwhile', currentRevision: 7 }]);
    draft.change({ name: 'Mine' });
    await jest.advanceTimersByTimeAsync(100);
    draft.change({ cutScore: 0.9 });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(phase()).toBe('conflict');
    expect(sent).toHaveLength(1);
    draft.keepMine();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[1]).toEqual({ patch: { name: 'Mine', cutScore: 0.9 }, revision: 7 });
    expect(phase()).toBe('clean');
  });

  it('gives up the unsaved part when the other version is taken', async () => {
    const { draft, sent } = saver([{ kind: 'changed-meanwhile', currentRevision: 7 }]);
    draft.change({ name: 'Mine' });
    await jest.advanceTimersByTimeAsync(100);
    draft.takeTheirs(7);
    expect(draft.hasUnsaved()).toBe(false);
    draft.change({ cutScore: 0.6 });
    await jest.advanceTimersByTimeAsync(100);
    expect(sent[1]).toEqual({ patch: { cutScore: 0.6 }, revision: 7 });
  });
});
