import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { nextByName, type TreeRow } from './unit-tree.rules.js';

interface Options {
  rows: readonly TreeRow[];
  list: RefObject<HTMLElement | null>;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onUnfold: (ids: readonly string[]) => void;
  onFold: (id: string) => void;
}

// Letters that come closer together than this are one word.
const SAME_WORD = 600;

/** The keys of a tree as the ARIA practices describe them, with one stop for the Tab key. */
export function useTreeKeys({ rows, list, selectedId, onSelect, onUnfold, onFold }: Options) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const typed = useRef({ word: '', at: 0 });
  const indexOf = (id: string | null) => rows.findIndex((row) => row.unit.id === id);
  const current = Math.max(0, indexOf(focusedId) === -1 ? indexOf(selectedId) : indexOf(focusedId));

  const go = (index: number | null) => {
    const row = index === null ? undefined : rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setFocusedId(row.unit.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.unit.id)}"]`)?.focus();
  };

  const parentAt = (index: number) => {
    const level = rows[index]?.level ?? 1;
    for (let above = index - 1; above >= 0; above -= 1) if ((rows[above]?.level ?? 1) < level) return above;
    return null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    if (!row || event.metaKey || event.ctrlKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(current + 1),
      ArrowUp: () => go(current - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (row.expanded === false ? onUnfold([row.unit.id]) : row.expanded && go(current + 1)),
      ArrowLeft: () => (row.expanded ? onFold(row.unit.id) : go(parentAt(current))),
      Enter: () => onSelect(row.unit.id),
      ' ': () => onSelect(row.unit.id),
      '*': () =>
        onUnfold(
          rows.filter((each) => each.expanded === false && each.level === row.level).map((each) => each.unit.id),
        ),
    };
    const step = steps[event.key];
    if (step) step();
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const word = event.timeStamp - typed.current.at < SAME_WORD ? typed.current.word + event.key : event.key;
      typed.current = { word, at: event.timeStamp };
      go(nextByName(rows, current, word));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { current, focusOn: (index: number) => setFocusedId(rows[index]?.unit.id ?? null), onKeyDown };
}
