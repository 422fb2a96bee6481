import { useEffect } from 'react';

/**
 * Gives the focus back to what opened a dialog. Mantine does so when a dialog is told to close; most of ours are taken
 * off the page at once, and the focus would fall to the top of the page.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let opener: HTMLElement | null = null;
    let within = false;
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      within = target.closest('[role=dialog]') !== null;
      // A menu's item is gone by the time its dialog closes; what opened the menu is not.
      if (!within && target.closest('[role=menu], [role=listbox]') === null) opener = target;
    };
    const watcher = new MutationObserver(() => {
      if (!within || document.activeElement !== document.body || document.querySelector('[role=dialog]')) return;
      within = false;
      if (opener?.isConnected) opener.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', follow);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', follow);
      watcher.disconnect();
    };
  }, []);
}
