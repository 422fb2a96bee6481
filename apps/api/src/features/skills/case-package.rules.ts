import { CaseAssociations } from './case-associations.rules.js';
import { aboutOfDocument, baseOf } from './case-document.rules.js';
import { CaseItems } from './case-items.rules.js';
import { type CaseObject, isObject, ownExtension, textOf } from './case-shapes.rules.js';
import type { ImportFile } from './csv-table.rules.js';
import type { FrameworkContent } from './framework-content.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import { elementsOf, JsonFault, type JsonSpan, lineOf, propertiesOf, valueAt } from './json-elements.rules.js';

export type CaseRead = { content: FrameworkContent; findings: Finding[] } | { problems: Finding[] };

/** Enough to see what is the matter; the rest is the same again. */
const SHOWN = 200;

/**
 * A package of CASE 1.1, or of 1.0 with its liberties. Items become skills, or what they were before when we wrote the
 * package ourselves; everything else is kept beside them. Read element by element, so that its size does not matter.
 */
export function readCasePackage(file: ImportFile): CaseRead {
  try {
    return readParts(file);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { problems: [problem('NOT_A_PACKAGE', file.name, lineOf(file.bytes, error.at), null, error.message)] };
  }
}

function readParts(file: ImportFile): CaseRead {
  const parts = partsOf(file.bytes);
  const missing = missingParts(file, parts);
  if (missing.length > 0) return { problems: missing };
  const document = valueOf(file.bytes, parts.get('CFDocument'));
  const definitions = valueOf(file.bytes, parts.get('CFDefinitions'));
  const place = (list: string, at: number, span: JsonSpan) => ({
    file: file.name,
    row: lineOf(file.bytes, span.start),
    path: `${list}[${at}]`,
  });

  const items = new CaseItems(document, definitions);
  for (const [at, span] of spans(file.bytes, parts.get('CFItems')))
    items.take(valueAt(file.bytes, span), () => place('CFItems', at, span));
  items.close(file.name);
  const associations = new CaseAssociations(items, baseOf(document), textOf(document['identifier']) ?? '');
  for (const [at, span] of spans(file.bytes, parts.get('CFAssociations')))
    associations.take(valueAt(file.bytes, span), () => place('CFAssociations', at, span));
  associations.close(file.name);

  const problems = [...items.problems, ...associations.problems];
  if (problems.length > 0) return { problems: problems.slice(0, SHOWN) };
  const rubrics = [...spans(file.bytes, parts.get('CFRubrics'))].map(([, span]) => valueAt(file.bytes, span));
  const about = aboutOfDocument(document, { definitions, rubrics, aside: associations.aside });
  const relations = associations.relations;
  const content = {
    levels: items.levels,
    skills: items.skills,
    relations,
    families: items.families,
    edges: associations.edges,
    about,
  };
  return { content, findings: [...versionFindings(file, document), ...items.findings, ...associations.findings] };
}

/** Some services wrap the package in an object of its own. */
function partsOf(bytes: Uint8Array): Map<string, JsonSpan> {
  const parts = propertiesOf(bytes);
  const wrapped = parts.get('CFPackage');
  return wrapped && !parts.has('CFDocument') ? propertiesOf(bytes, wrapped.start) : parts;
}

function missingParts(file: ImportFile, parts: ReadonlyMap<string, JsonSpan>): Finding[] {
  const needed = [
    ['CFDocument', 'An export of a framework by CASE has the document itself here.'],
    ['CFItems', 'There is no item in this package.'],
  ] as const;
  return needed
    .filter(([part]) => !parts.has(part))
    .map(([part, why]) => problem('MISSING_PART', file.name, 1, part, `“${part}” is missing. ${why}`));
}

function valueOf(bytes: Uint8Array, span: JsonSpan | undefined): CaseObject {
  const value = span ? valueAt(bytes, span) : {};
  if (!isObject(value)) throw new JsonFault(span?.start ?? 0, 'Here an object should stand.');
  return value;
}

function* spans(bytes: Uint8Array, list: JsonSpan | undefined): Generator<[number, JsonSpan]> {
  if (!list || valueIsNull(bytes, list)) return;
  let at = 0;
  for (const span of elementsOf(bytes, list)) {
    yield [at, span];
    at += 1;
  }
}

const valueIsNull = (bytes: Uint8Array, { start, end }: JsonSpan) => end - start === 4 && bytes[start] === 0x6e;

function versionFindings(file: ImportFile, document: CaseObject): Finding[] {
  if (document['caseVersion'] === '1.1' || ownExtension(document) !== null) return [];
  const message = 'This package does not say that it is CASE 1.1. It is read as 1.0, and goes out again as 1.1.';
  return [finding('OLDER_CASE', file.name, 1, 'CFDocument.caseVersion', message)];
}
