import { scimPatch, type ScimPatchOperation } from 'scim-patch';
import type { Attribute, FoundAttribute, ResourceSchema } from './scim-attribute.rules.js';
import { badRequest } from './scim-error.rules.js';
import { describedBy, isMeant, type PatchPath, readPath, type ValueFilter } from './scim-path.rules.js';
import { isObject, normalised, type ScimDocument, valueOf } from './scim-values.rules.js';

const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:patchop';
const MOST_OPERATIONS = 1_000;
/** No attribute of ours has this name: it marks the values an operation means, while it is applied. */
const MEANT = 'assayMeant';

export interface PatchOperation {
  op: 'add' | 'remove' | 'replace';
  path: PatchPath;
  /** As it was sent; null and undefined when there was none. */
  value: unknown;
}

/** Reads the body of a PATCH: every operation with a path of its own, whatever form the client uses. */
export function readPatch(schema: ResourceSchema, body: unknown): PatchOperation[] {
  if (!isObject(body)) throw badRequest('invalidSyntax', 'The body must be a JSON object.');
  const { schemas } = body;
  if (!Array.isArray(schemas) || !schemas.some((each) => String(each).toLowerCase() === PATCH_SCHEMA))
    throw badRequest('invalidSyntax', 'The body must name the schema of a PatchOp.');
  const operations = body.Operations ?? body.operations;
  if (!Array.isArray(operations) || operations.length === 0)
    throw badRequest('invalidSyntax', '“Operations” must list at least one operation.');
  if (operations.length > MOST_OPERATIONS)
    throw badRequest('tooMany', `A request has at most ${MOST_OPERATIONS} operations.`);
  return operations.flatMap((each) => readOperation(schema, each));
}

function readOperation(schema: ResourceSchema, sent: unknown): PatchOperation[] {
  const given = isObject(sent) ? sent : {};
  const op = typeof given.op === 'string' ? given.op.toLowerCase() : '';
  if (op !== 'add' && op !== 'remove' && op !== 'replace')
    throw badRequest('invalidSyntax', 'An operation is add, remove or replace.');
  const { path, value } = given;
  if (op !== 'remove' && value === undefined)
    throw badRequest('invalidValue', `An operation to ${op} must have a value.`);
  if (path === undefined || path === null || path === '') return withoutPath(schema, op, value);
  if (typeof path !== 'string') throw badRequest('invalidPath', 'A path is a text.');
  const read = readPath(schema, path);
  if (!read) throw badRequest('invalidPath', `There is no attribute “${path.slice(0, 100)}”.`);
  refuseReadOnly(read);
  if (read.kind === 'extension') return wholeExtension(schema, op, read.id, value);
  return [{ op, path: read, value }];
}

/** Without a path, the value says by its names what is meant: attributes, and with Entra also whole paths. */
function withoutPath(schema: ResourceSchema, op: PatchOperation['op'], value: unknown): PatchOperation[] {
  if (op === 'remove') throw badRequest('noTarget', 'An operation to remove must have a path.');
  if (!isObject(value)) throw badRequest('invalidValue', 'Without a path, the value must be an object of attributes.');
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = readPath(schema, key);
    // As in a whole resource: what the schema does not know, or nobody may write, is left aside.
    if (!path || (path.kind === 'attribute' && isReadOnly(path.found))) return [];
    if (path.kind === 'extension') return wholeExtension(schema, op, path.id, inner);
    return [{ op, path, value: inner }];
  });
}

function wholeExtension(
  schema: ResourceSchema,
  op: PatchOperation['op'],
  id: string,
  value: unknown,
): PatchOperation[] {
  const { extension } = schema;
  if (!extension) return [];
  const each = (attribute: Attribute, inner: unknown): PatchOperation => ({
    op,
    path: { kind: 'attribute', found: { extension: id, attribute, sub: null }, filter: null },
    value: inner,
  });
  if (op === 'remove') return extension.attributes.map((attribute) => each(attribute, undefined));
  if (!isObject(value)) throw badRequest('invalidValue', 'The value of an extension must be an object.');
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = readPath(schema, `${id}:${key}`);
    return path?.kind === 'attribute' && !isReadOnly(path.found) ? [{ op, path, value: inner }] : [];
  });
}

function isReadOnly({ attribute, sub }: FoundAttribute): boolean {
  return attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly';
}

function refuseReadOnly(path: PatchPath): void {
  if (path.kind === 'attribute' && isReadOnly(path.found))
    throw badRequest('mutability', `“${path.found.attribute.name}” cannot be written.`);
}

/** The document as it is after all operations, in the schema's spelling. The one given is left as it was. */
export function patched(schema: ResourceSchema, document: ScimDocument, operations: PatchOperation[]): ScimDocument {
  const result = operations.reduce(apply, structuredClone(document));
  return normalised(schema, result);
}

function apply(document: ScimDocument, operation: PatchOperation): ScimDocument {
  const { op, path } = operation;
  if (path.kind === 'extension') return document;
  const { found, filter } = path;
  const target = found.sub ?? found.attribute;
  const value = op === 'remove' ? undefined : valueOf(target, operation.value, target.name);
  if (op === 'remove' || value === undefined) return removed(document, operation, found, filter);
  if (!filter) {
    letOnePrimary(document, found, value);
    return patchedBy(document, { op, path: pathTo(found), value });
  }
  const meant = meantValues(document, found, filter);
  if (meant.length === 0) {
    const described = describedBy(filter.filter);
    if (!described) throw badRequest('noTarget', `No value is meant by “${filter.words.slice(0, 100)}”.`);
    const added = found.sub ? { ...described, [found.sub.name]: value } : { ...described, ...(value as object[])[0] };
    letOnePrimary(document, { ...found, sub: null }, [added]);
    return patchedBy(document, { op: 'add', path: pathTo({ ...found, sub: null }), value: [added] });
  }
  letOnePrimaryOf(document, meant, found, value);
  const operationOnMeant = { op, path: pathTo(found, true), value: found.sub ? value : (value as unknown[])[0] };
  return marked(meant, () => patchedBy(document, operationOnMeant), document, found);
}

function removed(
  document: ScimDocument,
  operation: PatchOperation,
  found: FoundAttribute,
  filter: ValueFilter | null,
): ScimDocument {
  if (found.attribute.required && !found.sub)
    throw badRequest('mutability', `“${found.attribute.name}” is required and cannot be taken away.`);
  const chosen = filter ? meantValues(document, found, filter) : sameAs(document, found, operation);
  if (!chosen) {
    // A list whose values all lose a part, or an attribute that is simply gone.
    if (found.sub && found.attribute.multiValued)
      return marked(
        valuesOf(document, found),
        () => patchedBy(document, { op: 'remove', path: pathTo(found, true) }),
        document,
        found,
      );
    return patchedBy(document, { op: 'remove', path: pathTo(found) });
  }
  if (chosen.length === 0) {
    if (filter && operation.op === 'replace')
      throw badRequest('noTarget', `No value is meant by “${filter.words.slice(0, 100)}”.`);
    return document;
  }
  return marked(chosen, () => patchedBy(document, { op: 'remove', path: pathTo(found, true) }), document, found);
}

/** Some clients name what to take away in the value instead of a filter. Null when the operation has no such value. */
function sameAs(document: ScimDocument, found: FoundAttribute, operation: PatchOperation): ScimDocument[] | null {
  if (operation.op !== 'remove' || found.sub || !found.attribute.multiValued) return null;
  const wanted = valueOf(found.attribute, operation.value, found.attribute.name) as ScimDocument[] | undefined;
  if (!wanted) return null;
  return valuesOf(document, found).filter((there) =>
    wanted.some((each) => Object.entries(each).every(([name, value]) => there[name] === value)),
  );
}

function valuesOf(document: ScimDocument, found: FoundAttribute): ScimDocument[] {
  const holder = found.extension ? document[found.extension] : document;
  const values = isObject(holder) ? holder[found.attribute.name] : undefined;
  return Array.isArray(values) ? values.filter(isObject) : [];
}

function meantValues(document: ScimDocument, found: FoundAttribute, { filter }: ValueFilter): ScimDocument[] {
  return valuesOf(document, found).filter((value) => isMeant(filter, value));
}

/** Marks the values meant, so that the library finds them whatever characters the filter held, and unmarks them again. */
function marked(
  meant: ScimDocument[],
  work: () => ScimDocument,
  document: ScimDocument,
  found: FoundAttribute,
): ScimDocument {
  if (meant.length === 0) return document;
  for (const value of meant) value[MEANT] = true;
  const result = work();
  for (const value of valuesOf(result, found)) delete value[MEANT];
  return result;
}

/** Whoever becomes the primary value ends that of the others (RFC 7644, 3.5.2). */
function letOnePrimary(document: ScimDocument, found: FoundAttribute, value: unknown): void {
  if (found.sub || !Array.isArray(value) || !value.some((each) => isObject(each) && each.primary === true)) return;
  for (const there of valuesOf(document, found)) if (there.primary === true) there.primary = false;
}

function letOnePrimaryOf(document: ScimDocument, meant: ScimDocument[], found: FoundAttribute, value: unknown): void {
  const primary = found.sub ? found.sub.name === 'primary' && value === true : isPrimary(value);
  if (!primary) return;
  for (const there of valuesOf(document, found))
    if (!meant.includes(there) && there.primary === true) there.primary = false;
}

function isPrimary(value: unknown): boolean {
  return Array.isArray(value) && isObject(value[0]) && value[0].primary === true;
}

function pathTo({ extension, attribute, sub }: FoundAttribute, meantOnly = false): string {
  return `${extension ? `${extension}:` : ''}${attribute.name}${meantOnly ? `[${MEANT} eq true]` : ''}${sub ? `.${sub.name}` : ''}`;
}

function patchedBy(document: ScimDocument, operation: { op: string; path: string; value?: unknown }): ScimDocument {
  return scimPatch(document as never, [operation as ScimPatchOperation]) as unknown as ScimDocument;
}
