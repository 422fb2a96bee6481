import {
  type CaseObject,
  compact,
  DEFINITION_NAMES,
  isObject,
  OTHER_DOCUMENT_FIELDS,
  otherExtensions,
  ownExtension,
  pick,
  textOf,
} from './case-shapes.rules.js';
import type { ContentAbout } from './framework-content.rules.js';

/** What of a package is neither skill nor relation, and is kept with the framework. */
export interface PackageRest {
  definitions: CaseObject;
  rubrics: unknown[];
  /** Associations between things that are none of our skills. */
  aside: CaseObject[];
}

/** What a package says of the framework itself, and what it carries besides. */
export function aboutOfDocument(document: CaseObject, rest: PackageRest): ContentAbout {
  const own = ownExtension(document);
  const { kept, others } = own ? { kept: {}, others: own['source'] } : { kept: keptOf(document), others: undefined };
  const licence = isObject(document['licenseURI']) ? textOf(document['licenseURI']['uri']) : undefined;
  const said = {
    description: textOf(document['description']),
    language: textOf(document['language']),
    licenceUrl: own ? textOf(own['licenceUrl']) : licence,
    uri: textOf(document['uri']),
  };
  const source = {
    ...(isObject(others) ? others : {}),
    case: compact({
      ...kept,
      ...(own ? pick(document, ['identifier', 'lastChangeDateTime']) : {}),
      ...(own ? { own: true, publisherUri: own['uri'], ...pick(own, ['namespace', 'kind']) } : {}),
      definitions: definitionsOf(rest.definitions),
      rubrics: rest.rubrics.length > 0 ? rest.rubrics : undefined,
      associations: rest.aside.length > 0 ? rest.aside : undefined,
    }),
  };
  return { ...(compact(said) as ContentAbout), source };
}

/**
 * What a package of ours said of the framework before it went out from here. Elsewhere it keeps the name and the date that
 * it had there; in the series that it came from it would say nothing new.
 */
export function aboutAsItWent(about: ContentAbout, base: { seriesId: string; source: object }): ContentAbout {
  const { case: kept, ...others } = about.source ?? {};
  const ours = isObject(kept) && kept['own'] === true && kept['namespace'] === base.seriesId;
  if (!ours || 'case' in base.source) return about;
  const { uri: _address, source: _source, ...said } = about;
  const uri = textOf(kept['publisherUri']);
  return { ...said, ...(uri === undefined ? {} : { uri }), source: others };
}

/** The address under which the items of a package stand at its publisher; null where the address of the document tells none. */
export function baseOf(document: CaseObject): string | null {
  const uri = textOf(document['uri']);
  return uri ? (/^(.*\/)CFDocuments\/[^/]+\/?$/.exec(uri)?.[1] ?? null) : null;
}

/**
 * Whether an address is one of those that the publisher gives to parts of this package. Some keep all of them beside the
 * document itself, without the folders that CASE names.
 */
export function ownAddressesOf(document: CaseObject): (uri: string) => boolean {
  const base = baseOf(document);
  if (base !== null) return (uri) => uri.startsWith(base);
  const beside = /^(https?:\/\/.+\/)[^/]+\/?$/.exec(textOf(document['uri']) ?? '')?.[1];
  return (uri) => beside !== undefined && uri.startsWith(beside) && !uri.slice(beside.length).includes('/');
}

function keptOf(document: CaseObject): CaseObject {
  return { ...pick(document, OTHER_DOCUMENT_FIELDS), extensions: otherExtensions(document) };
}

/** Definitions that we made ourselves are made again when the framework goes out. */
function definitionsOf(definitions: CaseObject): CaseObject | undefined {
  const lists = DEFINITION_NAMES.flatMap((name) => {
    const list = definitions[name];
    if (!Array.isArray(list)) return [];
    const foreign = (list as unknown[]).filter((each) => !isObject(each) || ownExtension(each) === null);
    return foreign.length > 0 || list.length === 0 ? [[name, foreign] as const] : [];
  });
  return lists.length > 0 ? Object.fromEntries(lists) : undefined;
}
