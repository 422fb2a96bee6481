import { useEffect } from 'react';

const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
/** So far up somebody is taken; further away it would be another part of the page. */
const FURTHEST = 8;
/** Where more than these can be focused, the place among them says nothing. */
const MOST = 400;

/** What had the focus, and its place among what can be focused around it, nearest first. */
interface Place {
  element: HTMLElement;
  path: string;
  around: { part: Element; at: number }[];
}

/**
 * The focus is never lost. Whatever opened a dialog gets it back: Mantine does so when a dialog is told to close, but most
 * of ours are taken off the page at once. And where an act takes away what had the focus, as the button of a row that was
 * removed, it goes to what stands in its place.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let opener: HTMLElement | null = null;
    let within = false;
    let place: Place | null = null;
    let waiting: HTMLElement | null = null;
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      // A word that passes, as one with an undo, goes by itself: then one is where one was before.
      place = place && target.closest('[aria-live]') ? { ...place, element: target } : placeOf(target);
      within = target.closest('[role=dialog]') !== null;
      // A menu's item is gone by the time its dialog closes; what opened the menu is not.
      if (!within && target.closest('[role=menu], [role=listbox]') === null) opener = target;
    };
    const look = () => {
      const { activeElement } = document;
      if (!place || (activeElement !== document.body && activeElement !== place.element)) return;
      if (within && !document.querySelector('[role=dialog]')) {
        within = false;
        if (opener?.isConnected) opener.focus({ preventScroll: true });
      } else if (place.path === window.location.pathname) {
        // What works on an answer comes back by itself, and so does the focus; nothing else is pressed by mistake.
        const { element } = place;
        if (element.isConnected && element.getAttribute('aria-busy')) waiting = element;
        else if (isGone(element)) inPlaceOf(place)?.focus();
        else if (waiting === element && activeElement === document.body) element.focus({ preventScroll: true });
        if (!element.getAttribute('aria-busy')) waiting = null;
      }
    };
    // A field that is disabled loses the focus when the page is drawn, not before.
    let frame = 0;
    const watcher = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    });
    document.addEventListener('focusin', follow);
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', follow);
      watcher.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
}

const isGone = (element: HTMLElement) => !element.isConnected || element.matches(':disabled');

function placeOf(element: HTMLElement): Place {
  const around: Place['around'] = [];
  let part = element.parentElement;
  for (let step = 0; part && step < FURTHEST && !part.matches('main, body, [role=menu], [role=listbox]'); step++) {
    const all = part.querySelectorAll<HTMLElement>(FOCUSABLE);
    if (all.length > MOST) break;
    around.push({ part, at: [...all].filter((each) => !each.matches(':disabled')).indexOf(element) });
    part = part.parentElement;
  }
  return { element, path: window.location.pathname, around };
}

/** The same place in the nearest part that is still there, or the last one before it. */
function inPlaceOf({ around }: Place): HTMLElement | null {
  for (const { part, at } of around) {
    if (!part.isConnected) continue;
    const left = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => !each.matches(':disabled'));
    const next = left[Math.min(at, left.length - 1)];
    if (next) return next;
  }
  return null;
}
