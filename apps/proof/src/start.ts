// The page's only script at first: it waits for a click or a file. The verifier itself is fetched when somebody wants it.

interface Checker {
  checkHere(page: HTMLElement): Promise<void>;
  checkDropped(place: HTMLElement, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

const main = document.querySelector('main');

document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

const button = document.querySelector<HTMLButtonElement>('[data-check]');
if (button && main)
  button.addEventListener('click', () => void busy(button, button, async () => (await checker(main)).checkHere(main)));

const form = document.querySelector<HTMLFormElement>('[data-drop]');
const result = document.querySelector<HTMLElement>('#result');
if (form && main && result) takeFiles(form, main, result);

function takeFiles(form: HTMLFormElement, main: HTMLElement, result: HTMLElement): void {
  const submit = form.querySelector<HTMLButtonElement>('[type=submit]');
  const check = (bytes: Promise<ArrayBuffer>): void => {
    if (!submit) return;
    const work = async () => {
      await (await checker(main)).checkDropped(result, new Uint8Array(await bytes));
      result.focus();
      result.scrollIntoView({ block: 'start' });
    };
    void busy(submit, form, work);
  };
  const taken = (files: FileList | null | undefined): void => {
    const [file] = files ?? [];
    if (file) check(file.arrayBuffer());
  };
  const input = form.querySelector<HTMLInputElement>('[type=file]');
  input?.addEventListener('change', () => taken(input.files));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.querySelector('textarea')?.value.trim();
    if (text) check(new Blob([text]).arrayBuffer());
    else taken(input?.files);
  });
  // Anywhere on the page: who lets a file go beside the field would leave the page otherwise.
  for (const name of ['dragenter', 'dragover'])
    addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add('over');
    });
  addEventListener('dragleave', () => form.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    taken(event.dataTransfer?.files);
  });
}

async function busy(button: HTMLButtonElement, words: HTMLElement, work: () => Promise<void>): Promise<void> {
  const label = button.textContent;
  button.disabled = true;
  button.textContent = words.dataset.busy ?? label;
  try {
    await work();
    button.textContent = label;
  } catch {
    // Said on the page, because a button that only comes back to life would look like a passed check.
    button.textContent = words.dataset.failed ?? label;
  }
  button.disabled = false;
}

async function checker(main: HTMLElement): Promise<Checker> {
  const loaded: unknown = await import(main.dataset.checker ?? '');
  if (!isChecker(loaded)) throw new Error('Not the checker');
  return loaded;
}

function isChecker(module: unknown): module is Checker {
  return typeof module === 'object' && module !== null && 'checkHere' in module && 'checkDropped' in module;
}
