import { CaseAssociations } from './case-associations.rules.js';
import { aboutOfDocument, ownAddressesOf } from './case-document.rules.js';
import { CaseItems, type Place } from './case-items.rules.js';
import { type CaseObject, isObject, ownExtension, textOf } from './case-shapes.rules.js';
import type { FormatFile, FrameworkRead } from './framework-format.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import { JsonFault, type JsonPart, JsonParts } from './json-parts.rules.js';

/** Enough to see what is the matter; the rest is the same again. */
const SHOWN = 200;

/** What items and associations are read by, wherever in the file it stands. */
interface Head {
  document: CaseObject;
  definitions: CaseObject;
  rubrics: unknown[];
  /** The parts in the order in which they stand. */
  met: readonly string[];
}

/**
 * A package of CASE 1.1, or of 1.0 with its liberties. Items become skills, or what they were before when we wrote the
 * package ourselves; everything else is kept beside them. The file is read element by element, twice: one of all of ESCO
 * has 130 MB, since the links of CASE repeat what they point at, and the scale stands behind the skills that need it.
 */
export async function readCase(file: FormatFile): Promise<FrameworkRead> {
  try {
    const head = await headOf(file);
    const missing = missingParts(file, head.met);
    return missing.length > 0 ? { problems: missing } : await readParts(file, head);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { problems: [problem('NOT_A_PACKAGE', file.name, error.row, null, error.message)] };
  }
}

async function headOf(file: FormatFile): Promise<Head> {
  const head: Head = { document: {}, definitions: {}, rubrics: [], met: [] };
  head.met = await eachPart(file, ['CFDocument', 'CFDefinitions', 'CFRubrics'], ({ name, at, row, value }) => {
    if (name === 'CFRubrics') {
      if (at !== null) head.rubrics.push(value);
      return;
    }
    if (!isObject(value)) throw new JsonFault(row, 'Here an object should stand.');
    head[name === 'CFDocument' ? 'document' : 'definitions'] = value;
  });
  return head;
}

async function readParts(file: FormatFile, { document, definitions, rubrics, met }: Head): Promise<FrameworkRead> {
  const items = new CaseItems(document, definitions);
  const associations = new CaseAssociations(items, ownAddressesOf(document), textOf(document['identifier']) ?? '');
  const take = (part: JsonPart) => {
    const place = placed(file, part);
    if (!place) return;
    if (part.name === 'CFItems') items.take(part.value, place);
    else associations.take(part.value, place);
  };
  // Associations speak of items: those that stand before them wait for another look at the file.
  const inOrder = met.indexOf('CFAssociations') === -1 || met.indexOf('CFAssociations') > met.indexOf('CFItems');
  await eachPart(file, inOrder ? ['CFItems', 'CFAssociations'] : ['CFItems'], take);
  if (!inOrder) await eachPart(file, ['CFAssociations'], take);
  items.close(file.name);
  associations.close(file.name);

  const problems = [...items.problems, ...associations.problems];
  if (problems.length > 0) return { problems: problems.slice(0, SHOWN) };
  const content = {
    levels: items.levels,
    skills: items.skills,
    relations: associations.relations,
    families: items.families,
    edges: associations.edges,
    about: aboutOfDocument(document, { definitions, rubrics, aside: associations.aside }),
  };
  return { content, findings: [...versionFindings(file, document), ...items.findings, ...associations.findings] };
}

/** Looks through the file once; gives the names of the parts in their order. Some services wrap them in one object more. */
async function eachPart(
  file: FormatFile,
  names: readonly string[],
  take: (part: JsonPart) => void,
): Promise<readonly string[]> {
  const parts = new JsonParts({ names, wrapper: 'CFPackage' });
  for await (const piece of await file.open()) for (const part of parts.take(piece as Buffer)) take(part);
  for (const part of parts.end()) take(part);
  return parts.met;
}

/** Where an element stands; null for a list that is said to be none. */
function placed(file: FormatFile, { name, at, row, value }: JsonPart): (() => Place) | null {
  if (at !== null) return () => ({ file: file.name, row, path: `${name}[${at}]` });
  if (value === null) return null;
  throw new JsonFault(row, 'Here a list should begin.');
}

function missingParts(file: FormatFile, met: readonly string[]): Finding[] {
  const needed = [
    ['CFDocument', 'An export of a framework by CASE has the document itself here.'],
    ['CFItems', 'There is no item in this package.'],
  ] as const;
  return needed
    .filter(([part]) => !met.includes(part))
    .map(([part, why]) => problem('MISSING_PART', file.name, 1, part, `“${part}” is missing. ${why}`));
}

function versionFindings(file: FormatFile, document: CaseObject): Finding[] {
  if (document['caseVersion'] === '1.1' || ownExtension(document) !== null) return [];
  const message = 'This package does not say that it is CASE 1.1. It is read as 1.0, and goes out again as 1.1.';
  return [finding('OLDER_CASE', file.name, 1, 'CFDocument.caseVersion', message)];
}
