import type { Page } from 'playwright-core';

interface Exception {
  /** What stands over a number or beside it. */
  said: RegExp;
  because: string;
  /** Only on these pages. */
  at?: RegExp;
}

/** Numbers that count no rows, or whose rows stand where one is or are not for whoever looks. */
const OPENS_NOTHING: readonly Exception[] = [
  { said: /^(Level|Levels|Needed|Verified|Claimed|Observed|Teaches|Described at)$/, because: 'a level of a scale' },
  { said: /^(No\.|Number|Row|Edition)$|^Version/, because: 'an ordinal' },
  { said: /^(Hours|Work|Hours of work|ECTS credits|Price|Valid for|Weight)$/, because: 'a measure' },
  {
    said: /^(for each|spent in|to assess again)/,
    because: 'money, reckoned from the figures below it',
    at: /^\/insights\/cost/,
  },
  { said: /^Tries$/, because: 'how often a letter was tried, one after the other', at: /^\/admin\/mail/ },
  { said: /^(Criteria|Items)$/, because: 'a part of the row itself, which opens as a whole', at: /^\/reviews/ },
  {
    said: /^(Criteria \(n\)|Raters|Marked twice|Needed yet)$/,
    because: 'what a statistic rests on',
    at: /^\/reviews\/board/,
  },
  { said: /^Would have passed$/, because: 'reckoned from the marks above it', at: /^\/reviews\/board/ },
  { said: /^People with a goal$/, because: 'a goal is its owner’s alone', at: /^\/insights/ },
  { said: /^Earned$/, because: 'of one person: what of it is told in the same row', at: /^\/programme\/cohorts\/./ },
  { said: /^(badges|waiting)$/, because: 'the list below it', at: /^\/programme\/(credentials|elsewhere)$/ },
  {
    said: /^(Views|Links made)$/,
    because: 'nothing is kept of who looked, and the links stand beside it',
    at: /^\/growth\/badges/,
  },
  { said: /^Holders$/, because: 'who they are is for those who keep the directory', at: /^\/growth\/achievements/ },
  {
    said: /^(Handed in|Within|Within tolerance)$/,
    because: 'what assessors judged for practice, which they alone read one by one',
    at: /^\/reviews\/(board|calibration)/,
  },
];

interface Closed {
  number: string;
  said: string;
}

/** Counts that lead nowhere. Nought has no rows; everything else is to open to them. */
export async function closedNumbers(page: Page): Promise<string[]> {
  const found = await page.evaluate((): Closed[] => {
    const main = document.querySelector('main') ?? document.body;
    const textOf = (of: Element | null | undefined) => of?.textContent?.trim() ?? '';
    const headOf = (cell: HTMLTableCellElement) =>
      textOf(cell.closest('table')?.querySelectorAll('thead th, thead td')[cell.cellIndex]);
    const cells = [...main.querySelectorAll('td')].map((cell) => ({ of: cell as Element, said: headOf(cell) }));
    const figures = [...main.querySelectorAll('[data-figure]')].map((each) => ({
      of: each.firstElementChild ?? each,
      said: textOf(each.lastElementChild),
    }));
    const values = [...main.querySelectorAll('dd')].map((of) => ({
      of: of as Element,
      said: textOf(of.previousElementSibling),
    }));
    return (
      [...cells, ...figures, ...values]
        // A tile is a level of a scale.
        .filter(({ of }) => !of.querySelector('a[href], button, [class*="_tile"]') && !of.closest('a[href], button'))
        .map(({ of, said }) => ({ number: textOf(of), said }))
        .filter(({ number }) => /^[\d,]+( (of|\/) [\d,]+)?$/.test(number) && !/^0( |$)/.test(number))
    );
  });
  const { pathname } = new URL(page.url());
  const excused = (said: string) =>
    OPENS_NOTHING.some((each) => each.said.test(said) && (each.at?.test(pathname) ?? true));
  const closed = found.filter(({ said }) => !excused(said));
  return [...new Set(closed.map(({ said }) => said))].map((said) => {
    const numbers = closed.filter((each) => each.said === said);
    return `${numbers[0]?.number} (${said || 'without a head'}) opens nothing`;
  });
}
