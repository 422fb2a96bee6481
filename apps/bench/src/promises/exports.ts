import { Client } from '../product/client.js';
import type { Actor } from '../chain/people.js';
import type { ProductPromise } from './promise.js';

const RUNS = ['1+1', 'SUM(A1:A9)', `cmd|' /C calc'!A0`, 'HYPERLINK("https://evil.example","x")', '1+1"', 'A1;B1'];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const FORMULAS = SIGNS.flatMap((sign) => RUNS.map((rest) => `${sign}${rest}`));
const LIVE = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－−＠]/u;

const ADD = `mutation($input: AddPersonInput!) { added: addPerson(input: $input) { __typename
  ... on Person { id } ... on Refusal { message } } }`;

/** People whose names are formulas, each of whom did something that the audit log keeps. */
async function peopleWithFormulas(administrator: Actor): Promise<number> {
  let added = 0;
  for (const [index, formula] of FORMULAS.entries()) {
    const email = `formula-${index}-${Date.now().toString(36)}@example.org`;
    const input = { displayName: formula, email, jobTitle: formula, orgUnitName: formula, roles: [] };
    const { data } = await administrator.client.ask(ADD, { input });
    const { id } = (data?.added ?? {}) as { id?: string };
    if (!id) continue;
    const client = await Client.signIn(administrator.client.baseUrl, id);
    await client.ask(`mutation { addTextEvidence(input: { title: "x", text: "x" }) { __typename } }`);
    added += 1;
  }
  return added;
}

/** RFC 4180, read as a spreadsheet program does. */
function cellsOf(csv: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(?:,|\r?\n|$)/g))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  return cells;
}

/** What people call themselves never becomes a formula in somebody's spreadsheet. */
export const exportsInert: ProductPromise = {
  name: 'exports hold no live formulas',
  target: '≥ 40 strings, 0 live',
  async keep({ crowd }) {
    const administrator = await crowd.administrator();
    const added = await peopleWithFormulas(administrator);
    const answer = await administrator.client.fetch('/audit/export.csv');
    const cells = cellsOf((await answer.text()).replace(/^\ufeff/, ''));
    const carrying = cells.filter((cell) => FORMULAS.some((formula) => cell.includes(formula)));
    const live = cells.filter((cell) => LIVE.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
    const control = FORMULAS.filter((formula) => LIVE.test(formula)).length;
    return {
      figure: live.length,
      n: carrying.length,
      ok: answer.ok && live.length === 0 && carrying.length >= 40,
      control: `${control} of ${FORMULAS.length} are live as they were written; ${added} people are called so`,
      controlHeld: control === FORMULAS.length,
      ...((live.length > 0 || carrying.length < 40) && {
        why: `${answer.status}; live: ${live.slice(0, 5).join(' ¦ ')}; carrying ${carrying.length}`,
      }),
    };
  },
};
