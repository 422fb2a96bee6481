/** What a key means in the sheet; null leaves it to the browser. */
export type SheetAct =
  | { act: 'go'; down: number; right: number; stretch: boolean }
  | { act: 'tab'; by: 1 | -1 }
  | { act: 'edit'; typed?: string }
  | { act: 'done' }
  | { act: 'reorder' | 'reorderLevel'; by: -1 | 1 }
  | { act: 'escape' | 'clear' | 'undo' | 'redo' | 'insert' | 'remove' };

interface Stroke {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

// Further than any sheet is long: the cursor stops at the edge.
const EDGE = 10_000;

const ARROWS: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -EDGE],
  End: [0, EDGE],
  PageUp: [-EDGE, 0],
  PageDown: [EDGE, 0],
};

export function actOf(stroke: Stroke, editing: boolean, rightToLeft = false): SheetAct | null {
  const { key, shiftKey } = stroke;
  if (key === 'Escape') return { act: 'escape' };
  if (key === 'Tab') return { act: 'tab', by: shiftKey ? -1 : 1 };
  if (editing) return key === 'Enter' && !shiftKey && !stroke.altKey ? { act: 'done' } : null;
  if (stroke.ctrlKey || stroke.metaKey) return withCommand(key.toLowerCase(), shiftKey);
  if (stroke.altKey) return withAlt(key, rightToLeft);
  const arrow = ARROWS[key];
  if (arrow) return { act: 'go', down: arrow[0], right: rightToLeft ? -arrow[1] : arrow[1], stretch: shiftKey };
  if (key === 'Enter' || key === 'F2') return { act: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { act: 'clear' };
  // One printable character starts the cell anew, as in every sheet.
  return /^.$/u.test(key) ? { act: 'edit', typed: key } : null;
}

function withAlt(key: string, rightToLeft: boolean): SheetAct | null {
  if (key === 'ArrowUp' || key === 'ArrowDown') return { act: 'reorder', by: key === 'ArrowUp' ? -1 : 1 };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  return { act: 'reorderLevel', by: (key === 'ArrowRight') === rightToLeft ? -1 : 1 };
}

function withCommand(key: string, shift: boolean): SheetAct | null {
  if (key === 'z') return { act: shift ? 'redo' : 'undo' };
  if (key === 'y') return { act: 'redo' };
  if (key === 'backspace' || key === 'delete') return { act: 'remove' };
  return key === 'enter' ? { act: 'insert' } : null;
}
