// The page's only script at first: it waits for a click. The verifier itself is fetched when somebody wants it.

const main = document.querySelector('main');

document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

const button = document.querySelector<HTMLButtonElement>('[data-check]');
if (button && main) button.addEventListener('click', () => void check(button, main));

async function check(button: HTMLButtonElement, main: HTMLElement): Promise<void> {
  const label = button.textContent;
  button.disabled = true;
  button.textContent = button.dataset.busy ?? label;
  try {
    const checker: unknown = await import(main.dataset.checker ?? '');
    if (!isChecker(checker)) throw new Error('Not the checker');
    await checker.checkHere(main);
    button.textContent = label;
  } catch {
    // Said on the page, because a button that only comes back to life would look like a passed check.
    button.textContent = button.dataset.failed ?? label;
  }
  button.disabled = false;
}

function isChecker(module: unknown): module is { checkHere(page: HTMLElement): Promise<void> } {
  return (
    typeof module === 'object' && module !== null && 'checkHere' in module && typeof module.checkHere === 'function'
  );
}
