import { CaseContext, inOneLine } from './case-context.rules.js';
import type { SourceFacts } from './framework-content.rules.js';
import type { OutgoingLevel } from './case-items-out.rules.js';
import {
  type CaseObject,
  compact,
  DEFINITION_LISTS,
  DEFINITION_NAMES,
  type DefinitionList,
  isObject,
  OTHER_DOCUMENT_FIELDS,
  OWN_TYPES,
  type OwnType,
  pick,
  textOf,
} from './case-shapes.rules.js';

const ADOPTION = { DRAFT: 'Draft', PUBLISHED: 'Adopted', SUPERSEDED: 'Deprecated' } as const;

/** The document as it stands in a package. */
export function documentOf(context: CaseContext): CaseObject {
  const { framework, kept } = context;
  const { case: _kept, ...others } = { ...framework.source } as SourceFacts;
  const foreign = isObject(kept['extensions']) ? kept['extensions'] : {};
  const publisherUri =
    textOf(kept['publisherUri']) ?? (framework.uri === context.document.uri ? undefined : framework.uri);
  const own = compact({
    kind: framework.sourceKind === 'CASE' ? kept['kind'] : framework.sourceKind,
    namespace: context.namespace,
    attribution: framework.attribution,
    licence: framework.licence,
    licenceUrl: framework.licenceUrl,
    restricted: framework.restricted || undefined,
    uri: publisherUri,
    source: others,
  });
  return compact({
    ...(context.own ? ownFields(context) : pick(kept, OTHER_DOCUMENT_FIELDS)),
    lastChangeDateTime: context.changedAt,
    identifier: context.document.identifier,
    uri: context.document.uri,
    caseVersion: '1.1',
    title: context.document.title,
    creator: textOf(kept['creator']) ?? inOneLine(framework.publisher),
    publisher: inOneLine(framework.publisher),
    description: framework.description || undefined,
    language: framework.language,
    version: framework.version,
    extensions: { ...foreign, ...(context.own ? { assay: own } : {}) },
  });
}

/** The document outside a package says where the package is. */
export function documentAlone(context: CaseContext): CaseObject {
  return { ...documentOf(context), CFPackageURI: packageLink(context) };
}

export function packageLink(context: CaseContext): CaseObject {
  const { title, identifier } = context.document;
  return { ...context.link('CFPackages', identifier, title) };
}

function ownFields(context: CaseContext): CaseObject {
  const { framework } = context;
  return {
    adoptionStatus: ADOPTION[framework.state],
    officialSourceURL: framework.sourceUrl ?? undefined,
    licenseURI: framework.licence ? licenceLink(context) : undefined,
    notes: framework.attribution || undefined,
  };
}

function licenceLink(context: CaseContext): CaseObject {
  return { ...context.link('CFLicenses', context.id('licence'), context.framework.licence) };
}

/** Scale, item types and licence of our own, and whatever the package that it came from defined. */
export function definitionsOut(context: CaseContext, scale: readonly OutgoingLevel[]): CaseObject {
  const kept = isObject(context.kept['definitions']) ? context.kept['definitions'] : {};
  const ours: Partial<Record<DefinitionList, CaseObject[]>> = {
    CFConcepts: scale.map((level) => levelConcept(context, level)),
    ...(context.own ? { CFItemTypes: ownTypes(context), CFLicenses: ownLicence(context) } : {}),
  };
  const lists = DEFINITION_NAMES.flatMap((name) => {
    const theirs = Array.isArray(kept[name]) ? (kept[name] as unknown[]).filter(isObject) : null;
    const list = [...(theirs ?? []).map((each) => strict(name, each)), ...(ours[name] ?? [])];
    return theirs || list.length > 0 ? [[name, list] as const] : [];
  });
  return Object.fromEntries(lists);
}

/** Older packages leave out what is required since. */
function strict(name: DefinitionList, definition: CaseObject): CaseObject {
  const needed = DEFINITION_LISTS[name].filter((field) => definition[field] === undefined);
  const instead = needed.map((field) => [field, field === 'hierarchyCode' ? (definition['title'] ?? '') : '']);
  return { ...definition, ...Object.fromEntries(instead) };
}

function levelConcept(context: CaseContext, { ordinal, label, description }: OutgoingLevel): CaseObject {
  return compact({
    ...definition(context, 'CFConcepts', context.id('level', String(ordinal)), label),
    hierarchyCode: String(ordinal),
    description,
    extensions: { assay: { level: ordinal } },
  });
}

function ownTypes(context: CaseContext): CaseObject[] {
  return (Object.keys(OWN_TYPES) as OwnType[]).map((type, at) => ({
    ...definition(context, 'CFItemTypes', context.id('item-type', type), OWN_TYPES[type][0]),
    description: OWN_TYPES[type][1],
    hierarchyCode: String(at + 1),
    typeCode: type,
    extensions: { assay: { own: true } },
  }));
}

function ownLicence(context: CaseContext): CaseObject[] {
  const { licence, licenceUrl, attribution } = context.framework;
  if (!licence) return [];
  const text = [licence, licenceUrl, attribution].filter(Boolean).join('\n');
  return [
    {
      ...definition(context, 'CFLicenses', context.id('licence'), licence),
      licenseText: text,
      extensions: { assay: { own: true } },
    },
  ];
}

function definition(context: CaseContext, list: DefinitionList, identifier: string, title: string): CaseObject {
  return { ...context.link(list, identifier, title), lastChangeDateTime: context.changedAt };
}
