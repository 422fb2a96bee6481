import { dayIn, type Problem, type SheetRow } from '../../platform/tables/sheet-rows.rules.js';
import type { BulkIssueCounts, BulkIssueRow, BulkRowOutcome } from './bulk-issue.entity.js';

/** What a column of a list can say. */
export const BULK_FIELDS = ['PERSON_NUMBER', 'EMAIL', 'ACHIEVEMENT', 'AWARDED_ON'] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** Headers that are known, without case, spaces and signs. */
export const BULK_COLUMN_NAMES: Record<BulkField, readonly string[]> = {
  PERSON_NUMBER: ['personnumber', 'personid', 'employeenumber', 'employeeid', 'staffnumber', 'staffid', 'number'],
  EMAIL: ['email', 'mail', 'emailaddress', 'mailaddress', 'useremail', 'recipientemail', 'recipient'],
  ACHIEVEMENT: ['badge', 'badgename', 'achievement', 'achievementname', 'credential', 'award', 'badgeclass'],
  AWARDED_ON: ['awardedon', 'issuedon', 'awarddate', 'issuedate', 'earnedon', 'date', 'day', 'completedon'],
};

/** What a list cannot be without: of each group one. */
export const bulkNeeds = (achievementChosen: boolean): readonly (readonly BulkField[])[] => [
  ['PERSON_NUMBER', 'EMAIL'],
  ...(achievementChosen ? [] : [['ACHIEVEMENT'] as const]),
];

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly isWithUs: boolean;
}

export interface KnownAchievement {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  /** Given for completing something; everything else is earned by assessment or by other badges. */
  readonly givenOnCompletion: boolean;
  readonly validityMonths: number | null;
}

/** What is known of whom and what a list names; the keys are in small letters. */
export interface KnownToBulk {
  readonly byNumber: ReadonlyMap<string, KnownPerson>;
  readonly byMail: ReadonlyMap<string, KnownPerson>;
  readonly achievements: ReadonlyMap<string, KnownAchievement>;
  /** What all rows give, where the list does not say. */
  readonly chosen: KnownAchievement | null;
  /** `person achievement` of what is held today or on its way. */
  readonly held: ReadonlySet<string>;
  /** Whoever gives: nobody gives themselves a badge. */
  readonly givers: readonly string[];
  readonly today: string;
}

export interface PlannedAward {
  readonly personId: string;
  readonly achievementId: string;
  readonly versionId: string;
  readonly awardedOn: string;
}

export interface PlannedRow extends BulkIssueRow {
  readonly award: PlannedAward | null;
}

/** What each row would do, and what is wrong with it: the problem names the column as the file does. */
export function planBulk(
  rows: readonly SheetRow[],
  known: KnownToBulk,
  headerOf: (field: BulkField) => string,
): PlannedRow[] {
  const seen = new Map<string, number>();
  return rows.map(({ row, cells, problems: before }) => {
    const problems: Problem[] = [...before];
    const wrong = (field: BulkField, message: string) => void problems.push({ field: headerOf(field), message });
    const given = (field: BulkField) => cells.get(field) ?? '';
    const person = personOf(given, known, wrong);
    const achievement = achievementOf(given('ACHIEVEMENT'), known, wrong);
    const awardedOn = dayOf(given('AWARDED_ON'), achievement, known.today, wrong);
    const key = `${person?.id} ${achievement?.id}`;
    if (person && achievement) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row);
      else problems.push({ field: '', message: `The same person and badge stand in row ${first} already.` });
    }
    const who = person?.name || given('EMAIL') || given('PERSON_NUMBER') || '?';
    const isHeld = known.held.has(key);
    const outcome: BulkRowOutcome = problems.length > 0 ? 'ERROR' : isHeld ? 'HELD' : 'CREATE';
    const award =
      outcome === 'CREATE' && person && achievement && awardedOn
        ? { personId: person.id, achievementId: achievement.id, versionId: achievement.versionId, awardedOn }
        : null;
    return {
      ...{ row, outcome, problems, award, awardedOn, personId: person?.id ?? null },
      label: `${who}: ${achievement?.name ?? (given('ACHIEVEMENT') || '?')}`,
    };
  });
}

export function countsOfBulk(rows: readonly BulkIssueRow[]): BulkIssueCounts {
  const of = (outcome: BulkRowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return { rows: rows.length, create: of('CREATE'), held: of('HELD'), errors: of('ERROR') };
}

type Given = (field: BulkField) => string;
type Wrong = (field: BulkField, message: string) => void;

function personOf(given: Given, { byNumber, byMail, givers }: KnownToBulk, wrong: Wrong): KnownPerson | null {
  const [number, mail] = [given('PERSON_NUMBER'), given('EMAIL')];
  const field = mail ? 'EMAIL' : 'PERSON_NUMBER';
  const [numbered, mailed] = [byNumber.get(number.toLowerCase()), byMail.get(mail.toLowerCase())];
  if (!number && !mail) wrong('EMAIL', 'Say who, by person number or mail address.');
  else if (number && !numbered) wrong('PERSON_NUMBER', `There is nobody with the number “${number}”.`);
  else if (mail && !mailed) wrong('EMAIL', `There is nobody with the mail address “${mail}”.`);
  else if (numbered && mailed && numbered.id !== mailed.id)
    wrong('EMAIL', `The number ${number} is ${numbered.name}, and ${mail} is ${mailed.name}.`);
  else {
    const person = numbered ?? mailed ?? null;
    if (person && !person.isWithUs) wrong(field, `${person.name} is not with us any more.`);
    if (person && givers.includes(person.id))
      wrong(field, `${person.name} gives these badges; nobody gives their own.`);
    return person;
  }
  return null;
}

function achievementOf(name: string, { achievements, chosen }: KnownToBulk, wrong: Wrong): KnownAchievement | null {
  const found = name ? (achievements.get(name.toLowerCase()) ?? null) : chosen;
  if (!found && !name) wrong('ACHIEVEMENT', 'Say which badge, by its name.');
  else if (!found) wrong('ACHIEVEMENT', `No badge called “${name}” is on offer.`);
  else if (!found.givenOnCompletion)
    wrong('ACHIEVEMENT', `“${found.name}” is earned by assessment. A list can give only what is given on completion.`);
  return found;
}

function dayOf(written: string, achievement: KnownAchievement | null, today: string, wrong: Wrong): string | null {
  const day = written ? dayIn(written) : today;
  if (day === null) wrong('AWARDED_ON', `“${written}” is not a day as it is read here. Write it as ${today}.`);
  else if (day > today) wrong('AWARDED_ON', `${day} is still to come.`);
  else if (day < '1990-01-01') wrong('AWARDED_ON', `${day} is too long ago to be meant.`);
  else if (achievement?.validityMonths && monthsLater(day, achievement.validityMonths) <= today)
    wrong(
      'AWARDED_ON',
      `Given on ${day} it would have ended already: it is good for ${achievement.validityMonths} months.`,
    );
  else return day;
  return null;
}

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
