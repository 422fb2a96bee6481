import { columnsFit } from '../../platform/tables/columns.rules.js';
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

/** Names that learning systems give their columns, without case, spaces and signs. */
export const COLUMN_NAMES: Record<ImportedField, readonly string[]> = {
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

/** What a file of each kind cannot be without: of each group one. */
export const NEEDED = {
  COURSES: [['CODE']],
  COMPLETIONS: [['COURSE_CODE'], ['PERSON_NUMBER', 'EMAIL'], ['COMPLETED_ON']],
} as const satisfies Record<string, readonly (readonly ImportedField[])[]>;

/** How well headers fit a file of courses, or of completions. */
export function fitOf(kind: keyof typeof NEEDED, headers: readonly string[]): Fit {
  if (kind === 'COMPLETIONS') return columnsFit(headers, COMPLETION_FIELDS, COLUMN_NAMES, NEEDED.COMPLETIONS);
  // A course has a title to be added by; without one it could be anything that has codes.
  return columnsFit(headers, COURSE_FIELDS, COLUMN_NAMES, [...NEEDED.COURSES, ['TITLE']]);
}
