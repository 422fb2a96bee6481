import { useCallback, useRef, useState } from 'react';
import type { RubricSheet } from './rubric-sheet.js';
import { openSheet, type SheetState } from './sheet-state.js';

/** The sheet with its cursor and its steps back; every change goes out at once. */
export function useRubricSheet(sheet: RubricSheet, onChange: (sheet: RubricSheet) => void) {
  const [state, setState] = useState(() => openSheet(sheet));
  const latest = useRef(state);
  const act = useCallback(
    (step: (now: SheetState) => SheetState | null): boolean => {
      const next = step(latest.current);
      if (!next) return false;
      const written = next.history.present !== latest.current.history.present;
      latest.current = next;
      setState(next);
      if (written) onChange(next.history.present);
      return true;
    },
    [onChange],
  );
  return { state, act };
}

export type ActOnSheet = ReturnType<typeof useRubricSheet>['act'];

/** Random ids that also work where the page was not served over https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
