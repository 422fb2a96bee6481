import type { Fit } from '../../platform/tables/table-kinds.rules.js';

/** What a column of a file can say about a person. */
export const IMPORT_FIELDS = [
  'PERSON_NUMBER',
  'DISPLAY_NAME',
  'GIVEN_NAME',
  'FAMILY_NAME',
  'EMAIL',
  'JOB_TITLE',
  'UNIT',
  'MANAGER_EMAIL',
  'MANAGER_NUMBER',
  'JOB_ROLE_LEVEL',
  'STARTS_ON',
  'LAST_DAY',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How people read it, in sentences. */
const FIELD_WORDS: Record<ImportField, string> = {
  PERSON_NUMBER: 'person number',
  DISPLAY_NAME: 'name',
  GIVEN_NAME: 'given name',
  FAMILY_NAME: 'family name',
  EMAIL: 'mail address',
  JOB_TITLE: 'job title',
  UNIT: 'unit',
  MANAGER_EMAIL: 'manager’s mail address',
  MANAGER_NUMBER: 'manager’s person number',
  JOB_ROLE_LEVEL: 'job role',
  STARTS_ON: 'first day',
  LAST_DAY: 'last day',
};

export interface ImportColumn {
  header: string;
  samples: string[];
}

export interface ColumnMapping {
  header: string;
  /** Null: the column is not read. */
  field: ImportField | null;
}

/** Names that exports of personnel systems give their columns, without case, spaces and signs. */
const SYNONYMS: Record<ImportField, readonly string[]> = {
  PERSON_NUMBER: [
    'personnumber',
    'personnelnumber',
    'personid',
    'personnelid',
    'employeenumber',
    'employeeid',
    'employeeno',
    'staffnumber',
    'staffid',
    'staffno',
    'workerid',
    'number',
  ],
  DISPLAY_NAME: ['displayname', 'name', 'fullname', 'employeename', 'personname', 'preferredname'],
  GIVEN_NAME: ['givenname', 'firstname', 'forename', 'preferredfirstname'],
  FAMILY_NAME: ['familyname', 'lastname', 'surname'],
  EMAIL: ['email', 'mail', 'emailaddress', 'mailaddress', 'workemail', 'businessemail', 'primaryemail'],
  JOB_TITLE: ['jobtitle', 'title', 'position', 'positiontitle', 'businesstitle', 'job'],
  UNIT: ['unit', 'orgunit', 'organisationunit', 'organizationunit', 'department', 'team', 'division', 'unitpath'],
  MANAGER_EMAIL: ['manageremail', 'managermail', 'supervisoremail', 'linemanageremail', 'reportstoemail'],
  MANAGER_NUMBER: [
    'managernumber',
    'managerid',
    'manageremployeeid',
    'manageremployeenumber',
    'supervisorid',
    'supervisornumber',
    'linemanagernumber',
    'linemanagerid',
    'reportsto',
  ],
  JOB_ROLE_LEVEL: ['jobrolelevel', 'rolelevel', 'joblevel', 'grade', 'jobprofile'],
  STARTS_ON: ['startson', 'startdate', 'hiredate', 'dateofhire', 'firstday', 'joiningdate', 'employmentstart'],
  LAST_DAY: ['lastday', 'endson', 'enddate', 'leavingdate', 'terminationdate', 'lastworkingday', 'employmentend'],
};

const plain = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What each column probably says, by its header. A field is guessed once: the first column that sounds like it. */
export function guessMapping(headers: readonly string[]): ColumnMapping[] {
  const taken = new Set<ImportField>();
  return headers.map((header) => {
    const word = plain(header);
    const field = IMPORT_FIELDS.find((each) => !taken.has(each) && SYNONYMS[each].includes(word)) ?? null;
    if (field) taken.add(field);
    return { header, field };
  });
}

/** Why a mapping cannot be used; null when it can. */
export function mappingProblem(mapping: readonly ColumnMapping[], headers: readonly string[]): string | null {
  const fields = mapping.map(({ field }) => field).filter((field) => field !== null);
  const unknown = mapping.find(({ header }) => !headers.includes(header));
  if (unknown) return `The file has no column “${unknown.header}”.`;
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice) return `Two columns are read as ${FIELD_WORDS[twice]}; each is read once.`;
  if (!fields.includes('PERSON_NUMBER') && !fields.includes('EMAIL'))
    return 'People are recognised by their person number or mail address: say which column holds one of them.';
  return null;
}

/** How well headers fit a list of people. */
export function peopleFit(headers: readonly string[]): Fit {
  const fields = guessMapping(headers).flatMap(({ field }) => field ?? []);
  return { known: fields.length, isWhole: fields.includes('PERSON_NUMBER') || fields.includes('EMAIL') };
}
