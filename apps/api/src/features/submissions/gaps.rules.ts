import type { RequestState } from './witness.rules.js';

export type GapKind =
  | 'NO_EVIDENCE'
  | 'NOTHING_NEW'
  | 'REFLECTION_MISSING'
  | 'EVIDENCE_TOO_OLD'
  | 'LEVEL_MISSING'
  | 'EVIDENCE_RULE'
  | 'WITNESS_WAITING'
  | 'WITNESS_DECLINED';

/** What is missing or doubtful before handing in. */
export interface SubmissionGap {
  /** Null: about all criteria together. */
  criterionId: string | null;
  number: number | null;
  kind: GapKind;
  letter: string | null;
  message: string;
  /** Stops handing in; the others are hints. */
  blocking: boolean;
}

interface LinkedItem {
  kind: string;
  madeOn: string | null;
  /** Where the question to a witness stands; null where nobody is asked. */
  said?: RequestState | null;
}

export interface CoveredCriterion {
  number: number;
  criterion: { id: string; title: string };
  claimedLevel: number | null;
  notEvidenced: boolean;
  /** Met in an attempt before and still current: nothing is asked. */
  carried?: object | null;
  /** Found unmet in an attempt before, and whether this one brings something new or says why not. */
  askedAgain?: { answered: boolean } | null;
  links: { letter: string; reflection: string; item: LinkedItem }[];
}

/** What an achievement asks of evidence, in numbers. */
export interface AskedEvidence {
  maxAgeMonths: number | null;
  rules: readonly {
    kind: 'ANY' | 'FILE' | 'LINK' | 'TEXT' | 'WITNESS' | 'ATTESTED';
    atLeast: number;
    scope: 'EACH_CRITERION' | 'WHOLE';
    maxAgeMonths: number | null;
  }[];
}
type Rule = AskedEvidence['rules'][number];
type Link = CoveredCriterion['links'][number];

/** Criterion by criterion, then all together. Evidence without a date is taken as it is: nobody is told that it is too old. */
export function gapsOf(criteria: readonly CoveredCriterion[], asked: AskedEvidence, today: string): SubmissionGap[] {
  const open = criteria.filter(({ carried, links }) => !carried || links.length > 0);
  return [
    ...open.flatMap((each) => criterionGaps(each, asked, today)),
    ...asked.rules.filter(({ scope }) => scope === 'WHOLE').flatMap((rule) => wholeGap(criteria, rule, asked, today)),
  ];
}

function criterionGaps(covered: CoveredCriterion, asked: AskedEvidence, today: string): SubmissionGap[] {
  const { number, criterion, claimedLevel, notEvidenced, carried, askedAgain, links } = covered;
  const gap = (kind: GapKind, letter: string | null, message: string, blocking: boolean): SubmissionGap => ({
    criterionId: criterion.id,
    number,
    kind,
    letter,
    message,
    blocking,
  });
  if (!links.length && notEvidenced) return [];
  if (!links.length)
    return [
      gap('NO_EVIDENCE', null, `Criterion ${number} has no evidence. Link some, or say that there is none.`, true),
    ];
  const { maxAgeMonths } = asked;
  const oldest = maxAgeMonths === null ? null : monthsBefore(today, maxAgeMonths);
  const allOld = !carried && links.every(({ item }) => isOlder(item, oldest));
  const found: SubmissionGap[] = [];
  if (askedAgain && !askedAgain.answered)
    found.push(
      gap(
        'NOTHING_NEW',
        null,
        `Criterion ${number} was not met with this evidence. Bring something new, or say why the same shows it now.`,
        true,
      ),
    );
  for (const { letter, reflection, item } of links) {
    if (!reflection.trim())
      found.push(gap('REFLECTION_MISSING', letter, `Say how ${letter} shows criterion ${number}.`, true));
    if (isOlder(item, oldest)) {
      const alone = allOld ? ` Criterion ${number} needs something newer.` : '';
      found.push(gap('EVIDENCE_TOO_OLD', letter, `${letter} is older than ${maxAgeMonths} months.${alone}`, allOld));
    }
    if (item.said === 'DECLINED')
      found.push(
        gap(
          'WITNESS_DECLINED',
          letter,
          `The witness of ${letter} did not confirm it. Take it out of criterion ${number}.`,
          true,
        ),
      );
    else if (item.said && item.said !== 'CONFIRMED')
      found.push(
        gap(
          'WITNESS_WAITING',
          letter,
          `${letter} waits for its witness. Wait, ask again, or take it out of criterion ${number}.`,
          true,
        ),
      );
  }
  if (!carried)
    for (const rule of asked.rules.filter(({ scope }) => scope === 'EACH_CRITERION')) {
      const has = counted(links, rule, asked, today);
      if (has < rule.atLeast)
        found.push(
          gap('EVIDENCE_RULE', null, `Criterion ${number} asks for at least ${inWords(rule)}; it has ${has}.`, true),
        );
    }
  if (claimedLevel === null && !carried)
    found.push(gap('LEVEL_MISSING', null, `Say where you would put yourself on criterion ${number}.`, false));
  return found;
}

function wholeGap(
  criteria: readonly CoveredCriterion[],
  rule: Rule,
  asked: AskedEvidence,
  today: string,
): SubmissionGap[] {
  const every = new Map(criteria.flatMap(({ links }) => links.map((link) => [link.letter, link] as const)));
  const has = counted([...every.values()], rule, asked, today);
  if (has >= rule.atLeast) return [];
  const message = `All together, at least ${inWords(rule)} are asked; there ${has === 1 ? 'is' : 'are'} ${has}.`;
  return [{ criterionId: null, number: null, kind: 'EVIDENCE_RULE', letter: null, message, blocking: true }];
}

function counted(links: readonly Link[], rule: Rule, asked: AskedEvidence, today: string): number {
  const months = rule.maxAgeMonths ?? asked.maxAgeMonths;
  const oldest = months === null ? null : monthsBefore(today, months);
  return links.filter(({ item }) => (rule.kind === 'ANY' || item.kind === rule.kind) && !isOlder(item, oldest)).length;
}

const isOlder = (item: LinkedItem, oldest: string | null) =>
  oldest !== null && item.madeOn !== null && item.madeOn < oldest;

const KINDS: Record<Rule['kind'], [one: string, more: string]> = {
  ANY: ['piece of evidence', 'pieces of evidence'],
  FILE: ['file', 'files'],
  LINK: ['link', 'links'],
  TEXT: ['written account', 'written accounts'],
  WITNESS: ['witness statement', 'witness statements'],
  ATTESTED: ['attested item', 'attested items'],
};

function inWords({ kind, atLeast, maxAgeMonths }: Rule): string {
  const age = maxAgeMonths === null ? '' : `, at most ${maxAgeMonths} ${maxAgeMonths === 1 ? 'month' : 'months'} old`;
  return `${atLeast} ${KINDS[kind][atLeast === 1 ? 0 : 1]}${age}`;
}

/** The same day so many months earlier; the last of the month where that day does not exist. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
