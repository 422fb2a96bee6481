import type { SheetAct } from './sheet-keys.js';
import {
  again,
  clear,
  commit,
  edit,
  escape,
  go,
  insertBelow,
  remove,
  reorder,
  reorderLevel,
  type SheetState,
  tab,
  takeBack,
} from './sheet-state.js';
import { newId } from './use-rubric-sheet.js';

/** The sheet after what a key meant; null where the browser should act instead. */
export function stepOf(now: SheetState, meant: SheetAct): SheetState | null {
  switch (meant.act) {
    case 'go':
      return go(now, meant.down, meant.right, meant.stretch);
    case 'tab':
      return tab(now, meant.by);
    case 'edit':
      return edit(now, meant.typed);
    case 'done':
      return go(commit(now), 1, 0);
    case 'reorder':
      return reorder(now, now.cursor.row, meant.by);
    case 'reorderLevel':
      return reorderLevel(now, now.cursor.column, meant.by);
    case 'insert':
      return insertBelow(now, now.cursor.row, newId);
    case 'remove':
      return remove(now, now.cursor.row);
    case 'clear':
      return clear(now);
    case 'undo':
      return takeBack(now);
    case 'redo':
      return again(now);
    case 'escape':
      return escape(now);
  }
}
