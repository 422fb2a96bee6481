import type { SkillKind } from './framework-content.rules.js';

/** The shapes of CASE that are read and written here, by the names of the specification. */
export type CaseObject = Record<string, unknown>;

export interface CaseLink {
  title: string;
  identifier: string;
  uri: string;
  targetType?: string;
}

/** What the standard lets an item carry besides what a skill has a place for. */
export const OTHER_ITEM_FIELDS = [
  'CFItemType',
  'listEnumeration',
  'conceptKeywords',
  'conceptKeywordsURI',
  'subject',
  'subjectURI',
  'language',
  'educationLevel',
  'CFItemTypeURI',
  'licenseURI',
  'statusStartDate',
  'statusEndDate',
  'lastChangeDateTime',
  'extensions',
] as const;

export const OTHER_ASSOCIATION_FIELDS = [
  'identifier',
  'uri',
  'sequenceNumber',
  'CFAssociationGroupingURI',
  'lastChangeDateTime',
  'notes',
  'extensions',
] as const;

export const OTHER_DOCUMENT_FIELDS = [
  'identifier',
  'frameworkType',
  'creator',
  'lastChangeDateTime',
  'officialSourceURL',
  'subject',
  'subjectURI',
  'adoptionStatus',
  'statusStartDate',
  'statusEndDate',
  'licenseURI',
  'notes',
  'extensions',
] as const;

/** The lists of CFDefinitions, and what the schema asks of their members beyond identifier, uri and date. */
export const DEFINITION_LISTS = {
  CFConcepts: ['title', 'hierarchyCode'],
  CFSubjects: ['title', 'hierarchyCode'],
  CFLicenses: ['title', 'licenseText'],
  CFItemTypes: ['title', 'description', 'hierarchyCode'],
  CFAssociationGroupings: ['title'],
} as const;
export type DefinitionList = keyof typeof DEFINITION_LISTS;
export const DEFINITION_NAMES = Object.keys(DEFINITION_LISTS) as DefinitionList[];

/** The words under which our own things stand in a package, and what they mean there. */
export const OWN_TYPES = {
  SKILL: ['Skill', 'Something a person can do.'],
  KNOWLEDGE: ['Knowledge', 'Something a person knows.'],
  TOOL: ['Tool', 'A tool or technology a person can use.'],
  GROUP: ['Skill group', 'A heading under which skills stand.'],
  SKILL_LEVEL: ['Skill level', 'What somebody can do who holds the skill at this level of the scale.'],
  JOB_FAMILY: ['Job family', 'A family of job roles.'],
  JOB_ROLE: ['Job role', 'A job with a ladder of levels.'],
  JOB_ROLE_LEVEL: ['Job role level', 'A rung of a job role.'],
} as const satisfies Record<string, readonly [string, string]>;
export type OwnType = keyof typeof OWN_TYPES;

/** What an item type in the words of any publisher is to us. */
export function kindOfType(type: string | undefined): SkillKind {
  if (type === undefined) return 'STATEMENT';
  if (/\b(group|cluster|domain|strand|category|heading|area)\b/i.test(type)) return 'GROUP';
  if (/\bknowledge\b/i.test(type)) return 'KNOWLEDGE';
  if (/\b(tool|technology|software)\b/i.test(type)) return 'TOOL';
  return /\b(skill|competenc(y|e)|ability|capability)\b/i.test(type) ? 'SKILL' : 'STATEMENT';
}

/** What a skill of a kind is called in a package; plain statements have no type of ours. */
export function typeOfKind(kind: SkillKind): string | undefined {
  return kind === 'STATEMENT' ? undefined : OWN_TYPES[kind][0];
}

/** UUIDs as CASE takes them: versions 1 to 5, lower case. */
export const CASE_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What our own extension of an element says; null where there is none. Tools that do not know it pass it over. */
export function ownExtension(element: CaseObject): CaseObject | null {
  const { extensions } = element;
  // CASE 1.1 gives one of its objects a list of extensions.
  const of = isObject(extensions) ? extensions['assay'] : undefined;
  return isObject(of) ? of : null;
}

/** The extensions of others, which are kept as they are. */
export function otherExtensions(element: CaseObject): CaseObject | undefined {
  const { extensions } = element;
  if (!isObject(extensions)) return undefined;
  const { assay: _own, ...others } = extensions;
  return Object.keys(others).length > 0 ? others : undefined;
}

export function isObject(value: unknown): value is CaseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Without what is undefined, null or an empty object; lists stay, empty ones too: they are the publisher's. */
export function compact(element: CaseObject): CaseObject {
  const said = Object.entries(element).filter(
    ([, value]) => value !== undefined && value !== null && !(isObject(value) && Object.keys(value).length === 0),
  );
  return Object.fromEntries(said);
}

export function pick(element: CaseObject, fields: readonly string[]): CaseObject {
  return Object.fromEntries(fields.flatMap((field) => (field in element ? [[field, element[field]]] : [])));
}
