import type { CaseContext } from './case-context.rules.js';
import {
  type CaseObject,
  compact,
  isObject,
  kindOfType,
  OTHER_ITEM_FIELDS,
  OWN_TYPES,
  type OwnType,
  pick,
  textOf,
  typeOfKind,
} from './case-shapes.rules.js';
import type { FamilyRow, RoleLevelRow, RoleRow, SkillRow } from './framework-rows.js';

/** A scale as it goes out. */
export interface OutgoingLevel {
  ordinal: number;
  label: string;
  description: string | null;
}

/** A skill as an item, followed by an item per level at which something is said or asked. */
export function itemsOfSkill(context: CaseContext, row: SkillRow, scale: readonly OutgoingLevel[]): CaseObject[] {
  const levels = scale.filter(({ ordinal }) => row.descriptors[ordinal - 1] || row.asked.includes(ordinal));
  return [skillItem(context, row), ...levels.map((level) => skillLevelItem(context, row, level))];
}

function skillItem(context: CaseContext, row: SkillRow): CaseObject {
  const { case: kept, ...others } = row.source;
  const fromCase = isObject(kept) ? kept : null;
  const described = fromCase?.['abbreviated'] === true && row.description !== null;
  const keptType = textOf(fromCase?.['CFItemType']);
  const type = keptType !== undefined && kindOfType(keptType) === row.kind ? keptType : typeOfKind(row.kind);
  const inKeywords = !fromCase || fromCase['labelsInKeywords'] === true;
  const own = compact({
    ...(fromCase ? {} : { code: row.code, uri: row.uri }),
    kind: kindOfType(type) === row.kind ? undefined : row.kind,
    category: row.category,
    notes: described ? undefined : row.notes,
    source: others,
  });
  return compact({
    ...(fromCase ? keptFields(fromCase) : { lastChangeDateTime: context.changedAt }),
    identifier: context.itemId('skill', row.code),
    uri: fromCase && row.uri !== null ? row.uri : `${context.base}CFItems/${context.itemId('skill', row.code)}`,
    fullStatement: described ? row.description : row.name,
    abbreviatedStatement: described ? row.name : undefined,
    alternativeLabel: row.synonyms[0],
    ...(inKeywords && row.synonyms.length > 0 ? { conceptKeywords: row.synonyms } : {}),
    humanCodingScheme: row.coding,
    notes: described ? row.notes : row.description,
    ...(type === undefined ? {} : { CFItemType: type }),
    ...(fromCase || row.kind === 'STATEMENT' ? {} : { CFItemTypeURI: context.typeLink(row.kind) }),
    extensions: extensionsOf(fromCase, own),
    lastChangeDateTime: textOf(fromCase?.['lastChangeDateTime']) ?? context.changedAt,
  });
}

/** What the schema allows of what was kept; dates were written with times in older packages. */
function keptFields(kept: CaseObject): CaseObject {
  const fields = pick(kept, OTHER_ITEM_FIELDS);
  for (const field of ['statusStartDate', 'statusEndDate'])
    if (typeof fields[field] === 'string') fields[field] = fields[field].slice(0, 10);
  return fields;
}

function extensionsOf(kept: CaseObject | null, own: CaseObject): CaseObject {
  const others = isObject(kept?.['extensions']) ? kept['extensions'] : {};
  const unknown = isObject(kept?.['unknown']) ? { unknown: kept['unknown'] } : {};
  const ours = { ...own, ...unknown };
  return { ...others, ...(Object.keys(ours).length > 0 ? { assay: ours } : {}) };
}

function skillLevelItem(context: CaseContext, row: SkillRow, { ordinal, label }: OutgoingLevel): CaseObject {
  const texts = row.descriptors[ordinal - 1] ?? null;
  const identifier = context.skillLevelId(row.code, ordinal);
  const concept = context.link('CFConcepts', context.id('level', String(ordinal)), label);
  const own = compact({
    object: 'SKILL_LEVEL',
    skill: context.itemId('skill', row.code),
    level: ordinal,
    described: texts === null ? false : undefined,
    texts: texts?.some((text) => text.includes('\n') || text.trim() === '') || texts?.length === 0 ? texts : undefined,
  });
  return {
    ...ownItem(context, 'SKILL_LEVEL', identifier, own),
    fullStatement: texts?.join('\n') || `${row.name}: ${label}`,
    abbreviatedStatement: `${row.name}: ${label}`.replace(/\s+/g, ' '),
    conceptKeywordsURI: concept,
    listEnumeration: String(ordinal),
  };
}

export function familyItem(context: CaseContext, { code, name }: FamilyRow): CaseObject {
  const own = { object: 'JOB_FAMILY', code };
  return { ...ownItem(context, 'JOB_FAMILY', context.itemId('job-family', code), own), fullStatement: name };
}

export function roleItem(context: CaseContext, row: RoleRow): CaseObject {
  const own = compact({
    object: 'JOB_ROLE',
    code: row.code,
    uri: row.uri,
    responsibilities: row.responsibilities.length > 0 ? row.responsibilities : undefined,
    source: row.source,
  });
  return compact({
    ...ownItem(context, 'JOB_ROLE', context.itemId('job-role', row.code), own),
    fullStatement: row.name,
    alternativeLabel: row.alternativeTitles[0],
    ...(row.alternativeTitles.length > 0 ? { conceptKeywords: row.alternativeTitles } : {}),
    notes: row.description || undefined,
  });
}

export function roleLevelItem(context: CaseContext, row: RoleLevelRow): CaseObject {
  const own = compact({
    object: 'JOB_ROLE_LEVEL',
    code: row.code,
    order: row.order,
    facts: row.facts,
    responsibilities: row.responsibilities.length > 0 ? row.responsibilities : undefined,
  });
  return compact({
    ...ownItem(context, 'JOB_ROLE_LEVEL', context.itemId('job-role-level', row.code), own),
    fullStatement: row.name,
    notes: row.description || undefined,
    listEnumeration: String(row.order),
  });
}

function ownItem(context: CaseContext, type: OwnType, identifier: string, own: CaseObject): CaseObject {
  return {
    identifier,
    uri: `${context.base}CFItems/${identifier}`,
    CFItemType: OWN_TYPES[type][0],
    ...(context.own ? { CFItemTypeURI: context.typeLink(type) } : {}),
    lastChangeDateTime: context.changedAt,
    extensions: { assay: own },
  };
}
