import { partOf } from '@assay/pathway';
import {
  added,
  EMPTY_STACK,
  endOf,
  movedBy,
  movedInto,
  removedAt,
  rowOf,
  ruleOfDraft,
  sendable,
} from './stack-draft.js';

const one = (id: string, depth: number) => rowOf('CREDENTIAL', depth, [id]);
// all of: a; any of: b, c; d
const rows = [rowOf('ALL', 0), one('a', 1), rowOf('ANY', 1), one('b', 2), one('c', 2), one('d', 1)];
const words = (all: readonly { kind: string; depth: number; achievementIds: string[] }[]) =>
  all.map(({ kind, depth, achievementIds }) => `${depth}${achievementIds[0] ?? kind}`).join(' ');

describe('the rows of a stack rule', () => {
  it('adds into a group, and beside what is none', () => {
    expect(words(added(rows, 2, 'CREDENTIAL', ['e']))).toBe('0ALL 1a 1ANY 2b 2c 2e 1d');
    expect(words(added(rows, 1, 'CREDENTIAL', ['e']))).toBe('0ALL 1a 1e 1ANY 2b 2c 1d');
    expect(words(added(rows, 0, 'CREDITS'))).toBe('0ALL 1a 1ANY 2b 2c 1d 1CREDITS');
  });

  it('takes a group away with its parts, and never the rule itself', () => {
    expect(words(removedAt(rows, 2))).toBe('0ALL 1a 1d');
    expect(removedAt(rows, 0)).toEqual(rows);
  });

  it('moves a group with its parts, and stops at the edge of its group', () => {
    expect(words(movedBy(rows, 2, -1).rows)).toBe('0ALL 1ANY 2b 2c 1a 1d');
    expect(movedBy(rows, 2, 1)).toMatchObject({ at: 3 });
    expect(words(movedBy(rows, 2, 1).rows)).toBe('0ALL 1a 1d 1ANY 2b 2c');
    expect(movedBy(rows, 3, -1).rows).toEqual(rows);
    expect(movedBy(rows, 4, 1).rows).toEqual(rows);
    expect(words(movedBy(rows, 5, -1).rows)).toBe('0ALL 1a 1d 1ANY 2b 2c');
  });

  it('moves into the group above, and out behind its own', () => {
    expect(words(movedInto(rows, 5, 1).rows)).toBe('0ALL 1a 1ANY 2b 2c 2d');
    expect(words(movedInto(rows, 3, -1).rows)).toBe('0ALL 1a 1ANY 2c 1b 1d');
    expect(movedInto(rows, 1, 1).rows).toEqual(rows);
    expect(movedInto(rows, 1, -1).rows).toEqual(rows);
  });

  it('stays a rule whatever is moved', () => {
    for (let at = 0; at < rows.length; at++)
      for (const by of [-1, 1] as const)
        for (const moved of [movedBy(rows, at, by), movedInto(rows, at, by)]) {
          expect(partOf(moved.rows)).not.toHaveProperty('problem');
          expect(moved.rows[moved.at]?.achievementIds).toEqual(rows[at]?.achievementIds);
        }
  });

  it('waits with rows that name nothing yet', () => {
    const draft = { ...EMPTY_STACK, parts: [...rows, rowOf('CREDENTIAL', 1)], notBoth: [{ one: 'a', other: '' }] };
    expect(ruleOfDraft(draft)).toBeNull();
    expect(sendable(draft)).toMatchObject({ parts: rows, notBoth: [] });
    expect(endOf(rows, 2)).toBe(5);
  });
});
