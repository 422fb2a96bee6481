/** What cells of reports hold by a code of the product, column by column; everything else is shown as it is. */
const CODES = {
  basis: ['DECISION', 'STACK', 'COMPLETION', 'BULK', 'LEGACY'],
  status: ['ACTIVE', 'SUSPENDED', 'REVOKED'],
  mode: ['ONLINE_SELF_PACED', 'ONLINE_LIVE', 'CLASSROOM', 'BLENDED', 'ON_THE_JOB'],
  route: ['LEARNING', 'PRIOR_LEARNING'],
  outcome: ['PASS', 'NOT_YET', 'INSUFFICIENT_EVIDENCE', 'REFERRED'],
} as const;

type Column = keyof typeof CODES;
export type Code = (typeof CODES)[Column][number];

/** The code of a cell; null where the words stand in it already. */
export function codeIn(column: string, cell: string): Code | null {
  const codes: readonly string[] = Object.hasOwn(CODES, column) ? CODES[column as Column] : [];
  return codes.includes(cell) ? (cell as Code) : null;
}
