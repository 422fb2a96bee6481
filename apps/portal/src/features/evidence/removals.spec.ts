import { Removals } from './removals.js';

describe('removing from the library', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('happens when the time to undo is over, and not when it was undone', () => {
    const removed: string[] = [];
    const removals = new Removals(1_000);
    removals.removeBy((id) => removed.push(id));
    removals.begin('plan');
    removals.begin('talk');
    removals.takeBack('talk');
    jest.advanceTimersByTime(999);
    expect(removed).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(removed).toEqual(['plan']);
  });

  it('happens once when the page is left before', () => {
    const removed: string[] = [];
    const removals = new Removals(1_000);
    removals.removeBy((id) => removed.push(id));
    removals.begin('plan');
    removals.finishAll();
    jest.advanceTimersByTime(5_000);
    expect(removed).toEqual(['plan']);
  });
});
