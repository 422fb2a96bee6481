export const ASKED_KINDS = ['ANY', 'FILE', 'LINK', 'TEXT', 'WITNESS', 'ATTESTED'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** At least so many pieces of evidence of a kind, for each criterion or all together, and how old they may be. */
export interface EvidenceRule {
  id: string;
  kind: AskedKind;
  atLeast: number;
  scope: 'EACH_CRITERION' | 'WHOLE';
  /** Null: as old as the achievement allows. */
  maxAgeMonths: number | null;
}

const MOST_RULES = 20;
const MOST_PIECES = 50;
const MOST_MONTHS = 600;

/** What can never be right. */
export function evidenceRuleProblems(rules: readonly EvidenceRule[]): { field: string; message: string }[] {
  if (rules.length > MOST_RULES)
    return [{ field: 'evidenceRules', message: `At most ${MOST_RULES} rules about evidence fit here.` }];
  const problems: { field: string; message: string }[] = [];
  const seen = new Set<string>();
  for (const [index, { id, kind, scope, atLeast, maxAgeMonths }] of rules.entries()) {
    const at = `evidenceRules.${index}`;
    const wrong = (field: string, message: string) => problems.push({ field: `${at}${field}`, message });
    if (id.length > 100) wrong('', 'An id has at most 100 characters.');
    if (!(Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= MOST_PIECES))
      wrong('.atLeast', `How many pieces are asked is a number from 1 to ${MOST_PIECES}.`);
    if (maxAgeMonths !== null && !(maxAgeMonths >= 1 && maxAgeMonths <= MOST_MONTHS))
      wrong('.maxAgeMonths', `Months are a number from 1 to ${MOST_MONTHS}, or nothing.`);
    if (seen.has(`${kind} ${scope}`)) wrong('.kind', 'Two rules ask for the same kind of evidence in the same place.');
    seen.add(`${kind} ${scope}`);
  }
  return problems;
}

const KINDS: Record<AskedKind, [one: string, more: string]> = {
  ANY: ['piece of evidence', 'pieces of evidence'],
  FILE: ['file', 'files'],
  LINK: ['link', 'links'],
  TEXT: ['written account', 'written accounts'],
  WITNESS: ['witness statement', 'witness statements'],
  ATTESTED: ['attested item', 'attested items'],
};

/** The rule as a sentence. */
export function inWords({ kind, atLeast, scope, maxAgeMonths }: EvidenceRule): string {
  const what = `At least ${atLeast} ${KINDS[kind][atLeast === 1 ? 0 : 1]}`;
  const where = scope === 'EACH_CRITERION' ? 'for each criterion' : 'all together';
  const age = maxAgeMonths === null ? '' : `, at most ${maxAgeMonths} ${maxAgeMonths === 1 ? 'month' : 'months'} old`;
  return `${what} ${where}${age}.`;
}
