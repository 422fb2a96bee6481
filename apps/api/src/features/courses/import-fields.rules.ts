import type { Fit } from '../../platform/tables/table-kinds.rules.js';

/** What a column of a file of courses can say. */
export const COURSE_FIELDS = [
  'CODE',
  'TITLE',
  'PROVIDER',
  'URL',
  'DESCRIPTION',
  'AREA',
  'TOPICS',
  'LANGUAGE',
  'HOURS',
  'ECTS',
  'PRICE',
  'CURRENCY',
  'MODE',
  'DURATION',
  'SUPPORT',
  'PREREQUISITES',
  'PREREQUISITE_CODES',
  'START_DATES',
  'STATE',
  'OUTCOMES',
] as const;
/** What a column of a file of completions can say. */
export const COMPLETION_FIELDS = ['COURSE_CODE', 'PERSON_NUMBER', 'EMAIL', 'COMPLETED_ON', 'GRADE'] as const;
export type CourseField = (typeof COURSE_FIELDS)[number];
export type CompletionField = (typeof COMPLETION_FIELDS)[number];
export type ImportedField = CourseField | CompletionField;

export interface ColumnChoice {
  header: string;
  /** Null: the column is not read. */
  field: string | null;
}

/** Names that learning systems give their columns, without case, spaces and signs. */
const SYNONYMS: Record<ImportedField, readonly string[]> = {
  CODE: ['code', 'coursecode', 'courseid', 'id', 'coursenumber', 'shortname'],
  TITLE: ['title', 'coursetitle', 'name', 'coursename', 'fullname'],
  PROVIDER: ['provider', 'providername', 'vendor', 'institution', 'school', 'partner'],
  URL: ['url', 'link', 'address', 'courseurl', 'website'],
  DESCRIPTION: ['description', 'summary', 'about', 'coursedescription'],
  AREA: ['area', 'category', 'subject', 'group', 'domain'],
  TOPICS: ['topics', 'tags', 'keywords'],
  LANGUAGE: ['language', 'lang', 'languagecode'],
  HOURS: ['hours', 'durationhours', 'workload', 'workloadhours', 'learninghours', 'estimatedhours'],
  ECTS: ['ects', 'ectscredits', 'credits'],
  PRICE: ['price', 'cost', 'fee', 'amount'],
  CURRENCY: ['currency', 'pricecurrency', 'currencycode'],
  MODE: ['mode', 'deliverymode', 'format', 'delivery', 'modality'],
  DURATION: ['duration', 'length'],
  SUPPORT: ['support', 'learnersupport'],
  PREREQUISITES: ['prerequisites', 'prerequisite', 'requirements', 'prerequisitestext'],
  PREREQUISITE_CODES: ['prerequisitecodes', 'requiredcodes', 'prerequisitecourses'],
  START_DATES: ['startdates', 'startdate', 'starts', 'nextstart'],
  STATE: ['state', 'status'],
  OUTCOMES: ['outcomes', 'skills', 'skilloutcomes'],
  COURSE_CODE: ['coursecode', 'course', 'courseid', 'code', 'courseshortname'],
  PERSON_NUMBER: ['personnumber', 'personid', 'employeenumber', 'employeeid', 'staffnumber', 'staffid', 'number'],
  EMAIL: ['email', 'mail', 'emailaddress', 'mailaddress', 'useremail', 'learneremail'],
  COMPLETED_ON: ['completedon', 'completiondate', 'datecompleted', 'completed', 'timecompleted', 'finishedon', 'date'],
  GRADE: ['grade', 'score', 'result', 'mark', 'finalgrade'],
};

const plain = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What each column probably says, by its header. A field is guessed once: the first column that sounds like it. */
export function guessColumns(headers: readonly string[], fields: readonly ImportedField[]): ColumnChoice[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const word = plain(header);
    const field = fields.find((each) => !taken.has(each) && SYNONYMS[each].includes(word)) ?? null;
    if (field) taken.add(field);
    return { header, field };
  });
}

/** Why a mapping cannot be used; null when it can. */
export function mappingFault(
  mapping: readonly ColumnChoice[],
  headers: readonly string[],
  fields: readonly string[],
  needed: readonly (readonly string[])[],
): string | null {
  const read = mapping.flatMap(({ field }) => field ?? []);
  const absent = mapping.find(({ header }) => !headers.includes(header));
  if (absent) return `The file has no column “${absent.header}”.`;
  const strange = read.find((field) => !fields.includes(field));
  if (strange) return `A column cannot be read as ${strange}.`;
  const twice = read.find((field, index) => read.indexOf(field) !== index);
  if (twice) return `Two columns are read as ${twice}; each is read once.`;
  const missing = needed.find((any) => !any.some((field) => read.includes(field)));
  return missing ? `Say which column holds ${missing.join(' or ')}.` : null;
}

/** What a file of each kind cannot be without: of each group one. */
export const NEEDED = {
  COURSES: [['CODE']],
  COMPLETIONS: [['COURSE_CODE'], ['PERSON_NUMBER', 'EMAIL'], ['COMPLETED_ON']],
} as const satisfies Record<string, readonly (readonly ImportedField[])[]>;

/** How well headers fit a file of courses, or of completions. */
export function fitOf(kind: keyof typeof NEEDED, headers: readonly string[]): Fit {
  const guessed = guessColumns(headers, kind === 'COURSES' ? COURSE_FIELDS : COMPLETION_FIELDS);
  const fields: readonly string[] = guessed.flatMap(({ field }) => field ?? []);
  // A course has a title to be added by; without one it could be anything that has codes.
  const named = kind === 'COMPLETIONS' || fields.includes('TITLE');
  const needed: readonly (readonly string[])[] = NEEDED[kind];
  return { known: fields.length, isWhole: named && needed.every((any) => any.some((field) => fields.includes(field))) };
}
