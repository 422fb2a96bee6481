import { type CourseFacts, courseProblems } from './course.rules.js';
import { dayIn, itemsIn, numberIn, type Problem, type SheetRow } from '../../platform/tables/sheet-rows.rules.js';
import { type CourseMode, type CourseState, COMPLETION_RESULTS, type CompletionResult } from './course-words.rules.js';

/** What is said of the list that entries come from. */
export interface CatalogueAbout {
  name: string;
  licence: string;
  attribution: string;
  sourceUrl: string | null;
}

/** A course as a file tells of it. What is undefined the file does not say: it stays as it is. */
export interface CourseRow {
  row: number;
  code: string;
  facts: CourseFacts & { mode?: CourseMode | null };
  provider?: { name: string; website: string | null };
  state?: CourseState;
  prerequisiteCodes?: string[];
  outcomes?: { skill: string; level: number | null; result: CompletionResult }[];
  source?: Record<string, string | boolean>;
  problems: Problem[];
}

const TEXTS = {
  TITLE: 'title',
  DESCRIPTION: 'description',
  AREA: 'area',
  DURATION: 'duration',
  SUPPORT: 'support',
  PREREQUISITES: 'prerequisites',
  URL: 'url',
  LANGUAGE: 'language',
} as const;
const NUMBERS = { HOURS: 'hours', ECTS: 'ects', PRICE: 'priceAmount' } as const;
const OUTCOME = /^(.+?)(?:@(\d{1,2}))?\s*=\s*([A-Z_]+)$/i;

/** One row of a file of courses. An empty cell keeps what is recorded. */
export function courseRowOf({ row, cells, problems: before }: SheetRow): CourseRow {
  const problems = [...before];
  const facts: CourseRow['facts'] = {};
  const given = (field: string) => cells.get(field) || undefined;
  for (const [field, key] of Object.entries(TEXTS)) {
    const text = given(field);
    if (text !== undefined) facts[key] = text;
  }
  for (const [field, key] of Object.entries(NUMBERS)) {
    const text = given(field);
    if (text === undefined) continue;
    const number = numberIn(text);
    if (number === null) problems.push({ field: key, message: `“${text}” is not a number. Write 12 or 12.5.` });
    else facts[key] = number;
  }
  const currency = given('CURRENCY');
  if (currency !== undefined) facts.priceCurrency = currency.toUpperCase();
  const topics = given('TOPICS');
  if (topics !== undefined) facts.topics = itemsIn(topics);
  const mode = given('MODE');
  if (mode !== undefined) facts.mode = mode.toUpperCase().replace(/[\s-]+/g, '_') as CourseMode;
  facts.startDates = daysOf(given('START_DATES'), problems);
  const code = cells.get('CODE') ?? '';
  problems.push(...courseProblems({ ...facts, code }));
  const provider = given('PROVIDER');
  const prerequisiteCodes = given('PREREQUISITE_CODES');
  return {
    row,
    code,
    facts,
    ...(provider ? { provider: { name: provider, website: null } } : {}),
    state: stateOf(given('STATE'), problems),
    prerequisiteCodes: prerequisiteCodes === undefined ? undefined : itemsIn(prerequisiteCodes),
    outcomes: outcomesOf(given('OUTCOMES'), problems),
    problems,
  };
}

function daysOf(cell: string | undefined, problems: Problem[]): string[] | undefined {
  if (cell === undefined) return undefined;
  const items = itemsIn(cell);
  const wrong = items.find((item) => dayIn(item) === null);
  if (wrong !== undefined)
    problems.push({ field: 'startDates', message: `“${wrong}” is not a day. Write it as 2026-11-03.` });
  return items.flatMap((item) => dayIn(item) ?? []).sort();
}

function stateOf(cell: string | undefined, problems: Problem[]): CourseState | undefined {
  const state = cell?.toUpperCase();
  if (state === undefined || state === 'ACTIVE' || state === 'RETIRED') return state;
  problems.push({ field: 'state', message: `“${cell ?? ''}” is not a state. Write ACTIVE or RETIRED.` });
  return undefined;
}

/** `code-review@2=SEND_FOR_REVIEW; data-quality=COMPLETE`. */
function outcomesOf(cell: string | undefined, problems: Problem[]): CourseRow['outcomes'] {
  if (cell === undefined) return undefined;
  return itemsIn(cell).flatMap((item) => {
    const [, skill, level, word = ''] = OUTCOME.exec(item) ?? [];
    const result = COMPLETION_RESULTS.find((each) => each === word.toUpperCase());
    if (skill && result) return [{ skill: skill.trim(), level: level ? Number(level) : null, result }];
    problems.push({
      field: 'outcomes',
      message: `“${item}” is not an outcome. Write skill-code@2=ATTACH_EVIDENCE: a skill, its level where there is one, and one of ${COMPLETION_RESULTS.join(', ')}.`,
    });
    return [];
  });
}

/** Codes that stand in more than one row, said at each of them. */
export function repeatedCodes(rows: readonly CourseRow[]): void {
  const places = new Map<string, CourseRow[]>();
  for (const row of rows) {
    const key = row.code.toLowerCase();
    if (key) places.set(key, [...(places.get(key) ?? []), row]);
  }
  for (const same of places.values())
    if (same.length > 1)
      for (const row of same)
        row.problems.push({
          field: 'code',
          message: `The code ${row.code} stands in the rows ${same.map((each) => each.row).join(', ')}.`,
        });
}
