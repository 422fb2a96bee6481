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
  { said: /^Candidate$/, because: 'a code, of which one in a hundred happens to have no letter' },
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
  { said: /person answered/, because: 'a mean of five or more is shown, and never who said what' },
  { said: /people × /, because: 'the rows and columns of the map itself', at: /^\/team/ },
  {
    said: /^Signed so far$|badges that the present key/,
    because: 'who holds which badge is for those who keep badges, not for those who keep the keys',
    at: /^\/admin\/signing/,
  },
  { said: /of \d+ (people )?covered|asked of/, because: 'the rows of the figure, each with its own' },
  {
    said: /^(Handed in|Within|Within tolerance)$/,
    because: 'what assessors judged for practice, which they alone read one by one',
    at: /^\/reviews\/(board|calibration)/,
  },
];

/** The same for counts inside sentences; `said` is what follows the number. */
const SAID_ONLY: readonly Exception[] = [
  { said: /^(person|people) answered/, because: 'a mean of five or more is shown, and never who said what' },
  { said: /^people ×/, because: 'the rows of the very table', at: /^\/team/ },
  { said: /^holders?$/, because: 'who they are is for those who keep the directory', at: /^\/growth\/achievements/ },
  { said: /^(person|people)(, here and below)?$/, because: 'the list below it', at: /^\/admin\/organisation/ },
  {
    said: /^badges?(, \d+ endorsements?)?$/,
    because: 'who holds which badge is for those who keep badges, not for those who keep the keys',
    at: /^\/admin\/signing/,
  },
  { said: /^submissions marked twice/, because: 'what a statistic needs before it is shown', at: /^\/reviews/ },
  { said: /^assessors?(,| who| keeps?)/, because: 'the table below it', at: /^\/reviews\/board/ },
];

interface Closed {
  number: string;
  said: string;
}

/** Counts that lead nowhere. Nought has no rows; everything else is to open to them. */
export async function closedNumbers(page: Page): Promise<string[]> {
  return [...(await closedAlone(page)), ...(await closedInSentences(page))];
}

/** Counts of people and of what they hold in the middle of a text; the head of a page counts what is below it. */
async function closedInSentences(page: Page): Promise<string[]> {
  const found = await page.evaluate((): string[] => {
    const main = document.querySelector('main') ?? document.body;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const opens = 'a[href], button, label, header, output, summary, option, textarea, [role="treeitem"]';
    // A threshold ("fewer than 5 people") counts nobody.
    const counts =
      /(?:^|[\s(])(?<!(?:than|least) )([1-9][\d,]*) ((?:people|person|badges?|holders?|marks|submissions|attempts|assessors)\b.*)/;
    const said: string[] = [];
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      const count = counts.exec(textContent ?? '');
      if (count && !parentElement?.closest(opens)) said.push(`${count[1]} ${count[2]}`);
    }
    return said;
  });
  const { pathname } = new URL(page.url());
  const closed = found.filter((each) => !excused(SAID_ONLY, each.replace(/^\S+ /, ''), pathname));
  return [...new Map(closed.map((each) => [each.replace(/\d[\d,]*/g, ''), each])).values()].map(
    (each) => `“${each}” opens nothing`,
  );
}

function excused(by: readonly Exception[], said: string, pathname: string): boolean {
  return by.some((each) => each.said.test(said) && (each.at?.test(pathname) ?? true));
}

async function closedAlone(page: Page): Promise<string[]> {
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
        .filter(
          ({ of }) => !of.querySelector('a[href], button, code, [class*="_tile"]') && !of.closest('a[href], button'),
        )
        .map(({ of, said }) => ({ number: textOf(of), said }))
        .filter(({ number }) => /^[\d,]+( (of|\/) [\d,]+)?$/.test(number) && !/^0( |$)/.test(number))
    );
  });
  const { pathname } = new URL(page.url());
  const closed = found.filter(({ said }) => !excused(OPENS_NOTHING, said, pathname));
  return [...new Set(closed.map(({ said }) => said))].map((said) => {
    const numbers = closed.filter((each) => each.said === said);
    return `${numbers[0]?.number} (${said || 'without a head'}) opens nothing`;
  });
}
