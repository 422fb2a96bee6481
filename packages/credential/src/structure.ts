import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT } from './contexts.js';
import { instantOf, isCalendarDay } from './instant.js';
import { asText, isObject, type JsonValue } from './json.js';
import { type Rule, SHAPES, type Shape, type ShapeName } from './shapes.js';

/** One place where a document is not what the standard asks for. */
export interface StructureProblem {
  /** Where, e.g. `credentialSubject.achievement.criteria`. Empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

const LANGUAGE_KEY = /^[a-z]{2}(-[A-Z]{2})?$/;
const LANGUAGE_TAG = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/;
// The official pattern is not anchored and needs one character after the prefix; so does this one.
const EXTENSION_TERM = /ext:[a-zA-Z0-9|._]/;

/**
 * What keeps a document from being a well-formed Open Badges 3.0 credential. Agrees with the official JSON Schema:
 * an empty list here means that it validates there.
 */
export function structureProblems(document: JsonValue): StructureProblem[] {
  return nodeProblems(document, 'AchievementCredential', '');
}

/** The same of an endorsement by itself. */
export function endorsementProblems(document: JsonValue): StructureProblem[] {
  return nodeProblems(document, 'EndorsementCredential', '');
}

/**
 * Rules that the specification states in prose and the schema does not hold: somebody must be meant (section on
 * verification, step 1), and how it is earned must be said.
 */
export function proseProblems(document: JsonValue): StructureProblem[] {
  const subject = isObject(document) ? document.credentialSubject : undefined;
  if (!isObject(subject)) return [];
  const problems: StructureProblem[] = [];
  if (asText(subject.id) === undefined && subject.identifier === undefined) {
    problems.push({ path: 'credentialSubject', message: 'names nobody: it has neither an id nor an identifier' });
  }
  const criteria = isObject(subject.achievement) ? subject.achievement.criteria : undefined;
  if (isObject(criteria) && criteria.id === undefined && criteria.narrative === undefined) {
    problems.push({
      path: 'credentialSubject.achievement.criteria',
      message: 'says nothing: it has neither an id nor a narrative',
    });
  }
  return problems;
}

function nodeProblems(value: JsonValue | undefined, name: ShapeName, path: string): StructureProblem[] {
  if (!isObject(value)) return [{ path, message: `is not an object of class ${name}` }];
  const shape: Shape = SHAPES[name];
  const missing = shape.required
    .filter((member) => value[member] === undefined)
    .map((member) => ({ path: join(path, member), message: 'is missing' }));
  const wrong = Object.entries(value).flatMap(([member, content]) => {
    if (content === undefined) return [];
    const rule = Object.hasOwn(shape.members, member) ? shape.members[member] : undefined;
    if (rule) return ruleProblems(content, rule, join(path, member));
    return shape.closed ? [{ path: join(path, member), message: `does not belong to ${name}` }] : [];
  });
  return [...missing, ...wrong];
}

function ruleProblems(value: JsonValue, rule: Rule, path: string): StructureProblem[] {
  switch (rule.is) {
    case 'many':
      if (!Array.isArray(value)) return ruleProblems(value, rule.of, path);
      return value.flatMap((item, nth) => ruleProblems(item, rule.of, `${path}[${nth}]`));
    case 'node':
      return nodeProblems(value, rule.shape, path);
    case 'nodeOrText':
      return isText(value) ? [] : nodeProblems(value, rule.shape, path);
    case 'types':
      return when(
        hasTypes(value, rule.groups),
        path,
        `is not of type ${rule.groups.map((group) => group.join(' or ')).join(' and ')}`,
      );
    case 'exactly':
      return when(
        isText(value, (text) => text === rule.text),
        path,
        `is not ${rule.text}`,
      );
    case 'term':
      return when(isTerm(value, rule), path, `is none of ${rule.terms.join(', ')}`);
    default:
      return plainProblems(value, rule.is, path);
  }
}

type PlainRule = Extract<
  Rule,
  { is: 'text' | 'dateTime' | 'date' | 'number' | 'boolean' | 'jwt' | 'language' | 'context' }
>['is'];

function plainProblems(value: JsonValue, rule: PlainRule, path: string): StructureProblem[] {
  switch (rule) {
    case 'text':
      return when(isText(value), path, 'is not a text');
    case 'dateTime':
      return when(
        typeof value === 'string' && instantOf(value) !== undefined,
        path,
        'is not a date and time with a zone',
      );
    case 'date':
      return when(typeof value === 'string' && isCalendarDay(value), path, 'is not a date');
    case 'number':
      return when(typeof value === 'number', path, 'is not a number');
    case 'boolean':
      return when(typeof value === 'boolean', path, 'is neither true nor false');
    case 'jwt':
      return when(
        isText(value, (text) => COMPACT_JWS.test(text)),
        path,
        'is not a compact JWS',
      );
    case 'language':
      return when(
        isText(value, (text) => LANGUAGE_TAG.test(text)),
        path,
        'is not a language tag',
      );
    case 'context':
      return when(isContext(value), path, 'does not name the two contexts of Open Badges 3.0 first');
  }
}

/** A text, or the same text in several languages. */
function isText(value: JsonValue, holds: (text: string) => boolean = () => true): boolean {
  if (typeof value === 'string') return holds(value);
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([language, text]) => LANGUAGE_KEY.test(language) && typeof text === 'string' && holds(text),
  );
}

function isTerm(value: JsonValue, rule: Extract<Rule, { is: 'term' }>): boolean {
  return typeof value === 'string' && (rule.terms.includes(value) || (rule.extensible && EXTENSION_TERM.test(value)));
}

function hasTypes(value: JsonValue, groups: readonly (readonly string[])[]): boolean {
  // The schema accepts any single text here; JSON-LD compaction makes one out of an array of one.
  if (!Array.isArray(value)) return isText(value);
  const each = value.every((item) => isText(item));
  return each && groups.every((group) => value.some((item) => typeof item === 'string' && group.includes(item)));
}

function isContext(value: JsonValue): boolean {
  if (!Array.isArray(value)) return typeof value === 'string' || isObject(value);
  const [first, second, ...others] = value;
  return (
    first === CREDENTIALS_V2 &&
    typeof second === 'string' &&
    OPEN_BADGES_CONTEXT.test(second) &&
    others.every((item) => typeof item === 'string' || isObject(item))
  );
}

function when(fine: boolean, path: string, message: string): StructureProblem[] {
  return fine ? [] : [{ path, message }];
}

function join(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}
