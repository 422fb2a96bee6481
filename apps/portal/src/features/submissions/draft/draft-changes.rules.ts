import type { SubmissionWork, WorkItem } from '../submission.types.js';

/** One thing that somebody did to a draft, until the API has answered for it. */
export type DraftChange =
  | { kind: 'claim'; criterionId: string; level: number | null; notEvidenced: boolean }
  | { kind: 'link'; criterionId: string; itemId: string; item: WorkItem['item'] }
  | { kind: 'unlink'; criterionId: string; itemId: string }
  /** `base`: the words that stood there when the writing began. */
  | { kind: 'reflect'; criterionId: string; itemId: string; text: string; base: string }
  | { kind: 'same'; criterionId: string; text: string };

/** A later change of the same place takes the place of the one that waits. */
export function keyOf(change: DraftChange): string {
  const { kind, criterionId } = change;
  if (kind === 'claim' || kind === 'same') return `${kind} ${criterionId}`;
  return `${kind === 'reflect' ? 'reflect' : 'place'} ${criterionId} ${change.itemId}`;
}

/** The draft as its owner sees it: what the API keeps, with what was done here since. Gaps are the API's own words and wait for it. */
export function withChanges(kept: SubmissionWork, changes: readonly DraftChange[]): SubmissionWork {
  return changes.reduce(withChange, kept);
}

/** Whether words about a link still have a place: what was taken off meanwhile, here or elsewhere, is not brought back by them. */
export function hasPlace(draft: SubmissionWork, change: DraftChange): boolean {
  if (change.kind !== 'reflect') return true;
  const { criterionId, itemId } = change;
  return draft.criteria.some(
    ({ criterion, links }) => criterion.id === criterionId && links.some(({ item }) => item.id === itemId),
  );
}

function withChange(draft: SubmissionWork, change: DraftChange): SubmissionWork {
  if (change.kind === 'reflect') return draft;
  if (change.kind === 'link') return linked(draft, change);
  if (change.kind === 'unlink') return unlinked(draft, change);
  return onCriterion(draft, change.criterionId, (criterion) => {
    if (change.kind === 'claim') return { ...criterion, claimedLevel: change.level, notEvidenced: change.notEvidenced };
    const { askedAgain } = criterion;
    return { ...criterion, askedAgain: askedAgain && { ...askedAgain, sameBecause: change.text } };
  });
}

type Criterion = SubmissionWork['criteria'][number];

const onCriterion = (draft: SubmissionWork, id: string, changed: (criterion: Criterion) => Criterion) => ({
  ...draft,
  criteria: draft.criteria.map((each) => (each.criterion.id === id ? changed(each) : each)),
});

function linked(draft: SubmissionWork, { criterionId, item }: DraftChange & { kind: 'link' }): SubmissionWork {
  const at = draft.criteria.find(({ criterion }) => criterion.id === criterionId);
  if (!at || at.links.some((link) => link.item.id === item.id)) return draft;
  const used = draft.items.find((each) => each.item.id === item.id);
  const letter = used?.letter ?? freeLetter(draft.items.map((each) => each.letter));
  const criteria = [...(used?.criteria ?? []), at.number].toSorted((a, b) => a - b);
  const others = draft.items.filter((each) => each.item.id !== item.id);
  return onCriterion(
    { ...draft, items: [...others, { letter, item, criteria }].toSorted(byLetter) },
    criterionId,
    (each) => ({
      ...each,
      notEvidenced: false,
      links: [...each.links, { letter, item, reflection: '' }].toSorted(byLetter),
    }),
  );
}

function unlinked(draft: SubmissionWork, { criterionId, itemId }: DraftChange & { kind: 'unlink' }): SubmissionWork {
  const number = draft.criteria.find(({ criterion }) => criterion.id === criterionId)?.number;
  const items = draft.items
    .map((each) =>
      each.item.id === itemId ? { ...each, criteria: each.criteria.filter((is) => is !== number) } : each,
    )
    .filter((each) => each.item.id !== itemId || each.criteria.length > 0);
  return onCriterion({ ...draft, items }, criterionId, (each) => ({
    ...each,
    links: each.links.filter(({ item }) => item.id !== itemId),
  }));
}

const byLetter = (a: { letter: string }, b: { letter: string }) =>
  a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1);

/** The API gives the lasting letter; until then the next one that is free. */
function freeLetter(used: readonly string[]): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').find((letter) => !used.includes(letter)) ?? '…';
}
