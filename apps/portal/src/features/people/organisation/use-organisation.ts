import { useMemo } from 'react';
import { usePlace } from '../../../lib/use-place.js';
import type { Unit } from './organisation.documents.js';
import { aboveOf } from './unit-tree.rules.js';

const DIALOGS = ['add', 'rename', 'move', 'remove'] as const;
type UnitDialog = (typeof DIALOGS)[number];

// An address longer than this does not survive every mail program; what is unfolded beyond it is only not kept.
const MOST_KEPT = 40;

/** Which unit is chosen and what is unfolded, kept in the address. */
export function useOrganisation(units: readonly Unit[] | undefined) {
  const [place, go] = usePlace();
  const selectedId = units?.some((unit) => unit.id === place.unit) ? (place.unit ?? null) : null;
  const open = useMemo(() => {
    if (!units) return new Set<string>();
    // At first the top is unfolded, and the way to the unit that a link names.
    if (place.open === undefined)
      return new Set([
        ...units.filter((unit) => unit.parentId === null).map((unit) => unit.id),
        ...(place.unit ? aboveOf(units, place.unit) : []),
      ]);
    return new Set(place.open.split('.'));
  }, [units, place.open, place.unit]);
  return {
    selectedId,
    open,
    dialog: DIALOGS.find((each) => each === place.dialog) ?? null,
    select: (unit: string | null) => go({ unit, open: wordsOf(open) }),
    unfold: (ids: readonly string[]) => go({ open: wordsOf(new Set([...open, ...ids])) }),
    fold: (id: string) => go({ open: wordsOf(new Set([...open].filter((each) => each !== id))) }),
    show: (dialog: UnitDialog | null) => go({ dialog }),
    /** Chooses a unit and unfolds the way to it. */
    reveal: (unit: string, above: readonly string[]) =>
      go({ unit, dialog: null, open: wordsOf(new Set([...open, ...above])) }),
  };
}

function wordsOf(open: ReadonlySet<string>): string {
  return [...open].slice(-MOST_KEPT).join('.') || '-';
}
