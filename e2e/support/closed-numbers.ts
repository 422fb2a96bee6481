import type { Page } from 'playwright-core';

/** Numbers in tables and heads that count no rows, or whose rows stand where one is; by the words of their column or figure. */
const OPENS_NOTHING: readonly { said: RegExp; because: string }[] = [
  { said: /^(Level|Levels|Needed|Verified|Claimed|Observed|Teaches)$/, because: 'a level of a scale' },
  { said: /^(Version|Number|Draw|Attempt|Weight)$/, because: 'an ordinal' },
  { said: /^(Hours|Work|Hours of work|ECTS credits|Price|Cost|Valid for)$/, because: 'a measure' },
  { said: /^Tries$/, because: 'how often a letter was tried, one after the other' },
  { said: /^(Criteria|Items)$/, because: 'a part of the row itself, which opens as a whole' },
  { said: /^Earned$/, because: 'of one person: what of it is told in the same row' },
  { said: /^Criteria \(n\)$/, because: 'what a statistic rests on' },
  {
    said: /^(Handed in|Within|Within tolerance)$/,
    because: 'what assessors judged for practice, which they alone read one by one',
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
    return [...cells, ...figures, ...values]
      .filter(({ of }) => !of.querySelector('a[href], button') && !of.closest('a[href], button'))
      .map(({ of, said }) => ({ number: textOf(of), said }))
      .filter(({ number }) => /^[\d,]+( (of|\/) [\d,]+)?$/.test(number) && !/^0( |$)/.test(number));
  });
  const closed = found.filter(({ said }) => !OPENS_NOTHING.some((each) => each.said.test(said)));
  return [...new Set(closed.map(({ said }) => said))].map((said) => {
    const numbers = closed.filter((each) => each.said === said);
    return `${numbers[0]?.number} (${said || 'without a head'}) opens nothing`;
  });
}
