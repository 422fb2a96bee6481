import { type AutosaveState, AutosaveQueue, type SaveAnswer } from './autosave.js';

function queueWith(answer: (key: string, value: string) => SaveAnswer | Promise<SaveAnswer>) {
  const sent: string[] = [];
  let state: AutosaveState | undefined;
  const queue = new AutosaveQueue<string>({
    delayMs: 100,
    retryMs: 1_000,
    onState: (next) => {
      state = next;
    },
  });
  queue.saveBy(async (key, value) => {
    sent.push(`${key}: ${value}`);
    return answer(key, value);
  });
  return { queue, sent, state: () => state };
}

describe('autosave', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits until the person pauses and sends only the last text', async () => {
    const { queue, sent, state } = queueWith(() => 'saved');
    queue.put('a', 'I');
    await jest.advanceTimersByTimeAsync(50);
    queue.put('a', 'I wrote');
    await jest.advanceTimersByTimeAsync(50);
    expect(sent).toEqual([]);
    expect(state()?.saving).toBe(true);
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual(['a: I wrote']);
    expect(state()).toMatchObject({ saving: false, savedAt: expect.any(Date) });
    expect(queue.dirty).toBe(false);
  });

  it('never has two saves on their way: what is written meanwhile follows afterwards', async () => {
    const answers: ((answer: SaveAnswer) => void)[] = [];
    const { queue, sent } = queueWith(() => new Promise((resolve) => answers.push(resolve)));
    queue.put('a', 'first');
    await jest.advanceTimersByTimeAsync(100);
    queue.put('a', 'second');
    await jest.advanceTimersByTimeAsync(500);
    expect(sent).toEqual(['a: first']);
    answers[0]?.('saved');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['a: first', 'a: second']);
    answers[1]?.('saved');
    await jest.advanceTimersByTimeAsync(0);
    expect(queue.dirty).toBe(false);
  });

  it('keeps the text when the API cannot be reached, says so, and tries again', async () => {
    let reachable = false;
    const { queue, sent, state } = queueWith(() => (reachable ? 'saved' : 'unreachable'));
    queue.put('a', 'kept');
    await jest.advanceTimersByTimeAsync(100);
    expect(state()).toMatchObject({ unreachable: true });
    expect(queue.dirty).toBe(true);
    reachable = true;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(['a: kept', 'a: kept']);
    expect(state()).toMatchObject({ unreachable: false, saving: false });
  });

  it('stops at a conflict with everything kept, and goes on when somebody has decided', async () => {
    let conflict = true;
    const { queue, sent, state } = queueWith(() => (conflict ? 'stopped' : 'saved'));
    queue.put('mark', 'mine');
    await jest.advanceTimersByTimeAsync(100);
    expect(state()).toMatchObject({ stopped: true, saving: false });
    queue.put('mark', 'mine, longer');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(['mark: mine']);
    expect(await queue.flush()).toBe(false);
    conflict = false;
    queue.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['mark: mine', 'mark: mine, longer']);
  });

  it('saves everything at once when asked, so that handing in sees the last word', async () => {
    const { queue, sent } = queueWith(() => 'saved');
    queue.put('a', 'one');
    queue.put('b', 'two');
    expect(await queue.flush()).toBe(true);
    expect(sent).toEqual(['a: one', 'b: two']);
  });
});
