import { inOrder, problemOf, remindersOf, renewalOpens } from './reminders.rules.js';

describe('when people are reminded', () => {
  it('goes by what is set for all badges', () => {
    expect(remindersOf([7, 90, 30], null)).toEqual([90, 30, 7]);
    expect(remindersOf([], null)).toEqual([]);
  });

  it('begins when the badge itself says so, and goes on as for all', () => {
    expect(remindersOf([90, 30, 7], 6)).toEqual([180, 90, 30, 7]);
    expect(remindersOf([90, 30, 7], 2)).toEqual([60, 30, 7]);
    expect(remindersOf([90, 30], 3)).toEqual([90, 30]);
    expect(remindersOf([], 1)).toEqual([30]);
  });

  it('opens a renewal with the first reminder, and where nobody is reminded all the same', () => {
    expect([[180, 90], [7], []].map((days) => renewalOpens(days))).toEqual([180, 7, 90]);
  });

  it.each([
    [[90, 30, 90], '90 days stand there twice.'],
    [[0], 'Each is 1 to 730 days before the end.'],
    [[731], 'Each is 1 to 730 days before the end.'],
    [[1, 2, 3, 4, 5, 6, 7], 'At most 6 reminders.'],
    [[], null],
  ])('says what is wrong with %j', (days, problem) => {
    expect(problemOf(days)).toBe(problem);
  });

  it('puts the earliest first', () => {
    expect(inOrder([7, 90, 30])).toEqual([90, 30, 7]);
  });
});
