import { forgetUnsent } from '../../../lib/unsent.js';
import type { SubmissionWork } from '../submission.types.js';
import { type DraftChange, hasPlace, keyOf, withChanges } from './draft-changes.rules.js';
import { unsentChanges } from './unsent-changes.js';

const item = (id: string) => ({ id, title: id }) as SubmissionWork['items'][number]['item'];
const draft = {
  items: [{ letter: 'A', item: item('one'), criteria: [1] }],
  criteria: [1, 2].map((number) => ({
    number,
    criterion: { id: `c${number}` },
    claimedLevel: null,
    notEvidenced: number === 2,
    askedAgain: number === 1 ? { bringsNew: false, sameBecause: '' } : null,
    links: number === 1 ? [{ letter: 'A', item: item('one'), reflection: 'So' }] : [],
  })),
} as unknown as SubmissionWork;
const link = (criterionId: string, id: string): DraftChange => ({
  kind: 'link',
  criterionId,
  itemId: id,
  item: item(id),
});
const seen = (changes: DraftChange[]) => {
  const { items, criteria } = withChanges(draft, changes);
  return {
    items: items.map(({ letter, item: { id }, criteria: shows }) => [letter, id, shows]),
    links: criteria.map(({ links }) => links.map(({ letter }) => letter).join('')),
    claims: criteria.map(({ claimedLevel, notEvidenced }) => [claimedLevel, notEvidenced]),
  };
};

describe('a draft with what was done since the network went away', () => {
  it('shows levels, links and what was taken off, in the order in which they were done', () => {
    expect(seen([link('c2', 'two'), { kind: 'claim', criterionId: 'c1', level: 3, notEvidenced: false }])).toEqual({
      items: [
        ['A', 'one', [1]],
        ['B', 'two', [2]],
      ],
      links: ['A', 'B'],
      claims: [
        [3, false],
        [null, false],
      ],
    });
    expect(seen([link('c2', 'one')]).items).toEqual([['A', 'one', [1, 2]]]);
    expect(seen([{ kind: 'unlink', criterionId: 'c1', itemId: 'one' }])).toMatchObject({ items: [], links: ['', ''] });
    expect(seen([link('c1', 'one')]).links).toEqual(['A', '']);
  });
  it('keeps why the same evidence is enough', () => {
    const [first, second] = withChanges(draft, [
      { kind: 'same', criterionId: 'c1', text: 'Page two' },
      { kind: 'same', criterionId: 'c2', text: 'Not asked' },
    ]).criteria;
    expect([first?.askedAgain?.sameBecause, second?.askedAgain]).toEqual(['Page two', null]);
  });
  it('has one change for a place: what is linked and taken off again is taken off', () => {
    expect(keyOf(link('c2', 'two'))).toBe(keyOf({ kind: 'unlink', criterionId: 'c2', itemId: 'two' }));
    expect(keyOf(link('c2', 'two'))).not.toBe(keyOf(link('c1', 'two')));
  });
  it('has no words about what is not linked', () => {
    const words = (itemId: string): DraftChange => ({
      kind: 'reflect',
      criterionId: 'c1',
      itemId,
      text: 'x',
      base: '',
    });
    expect([hasPlace(draft, words('one')), hasPlace(draft, words('two'))]).toEqual([true, false]);
    expect(hasPlace(withChanges(draft, [link('c1', 'two')]), words('two'))).toBe(true);
  });
});

describe('what was not sent', () => {
  const claim = (level: number): DraftChange => ({ kind: 'claim', criterionId: 'c', level, notEvidenced: false });
  const [first, other] = [claim(1), link('c', 'two')];
  afterEach(() => localStorage.clear());

  it('is there again after the browser was closed, in its order, until it is answered for', () => {
    unsentChanges('one').keep(keyOf(first), first);
    unsentChanges('one').keep(keyOf(other), other);
    expect(
      unsentChanges('one')
        .all()
        .map(([, change]) => change),
    ).toEqual([first, other]);
    expect(unsentChanges('two').all()).toEqual([]);
    unsentChanges('one').keep(keyOf(first), claim(2));
    unsentChanges('one').forget(keyOf(first), first);
    expect(
      unsentChanges('one')
        .all()
        .map(([, change]) => change),
    ).toEqual([other, claim(2)]);
    unsentChanges('one').forget(keyOf(first), claim(2));
    unsentChanges('one').forget(keyOf(other), null);
    expect(localStorage).toHaveLength(0);
  });
  it('goes when somebody signs out, and a broken store hides nothing', () => {
    unsentChanges('one').keep(keyOf(first), first);
    forgetUnsent();
    expect(unsentChanges('one').all()).toEqual([]);
    localStorage.setItem('assay-unsent-draft-one', 'no JSON');
    expect(unsentChanges('one').all()).toEqual([]);
  });
});
