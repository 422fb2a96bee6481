import { useEffect } from 'react';

const FOCUSABLE = 'input:not([type=hidden]), textarea, button, [tabindex="0"]';

/** Takes the focus to the field that the address names, so that an open point is one click from being mended. */
export function useFieldFocus(field: string | null, section: string): void {
  useEffect(() => {
    if (!field) return;
    const place = findField(field);
    const target = place?.matches(FOCUSABLE) ? place : place?.querySelector<HTMLElement>(FOCUSABLE);
    target?.focus();
    target?.scrollIntoView?.({ block: 'center' });
  }, [field, section]);
}

/** `outcomes.2` when it is there, else `outcomes`. */
function findField(field: string): HTMLElement | null {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length--) {
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(parts.slice(0, length).join('.'))}"]`);
    if (place) return place;
  }
  return null;
}
