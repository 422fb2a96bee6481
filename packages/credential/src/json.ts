/** A JSON value as it comes out of `JSON.parse`. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. Members may be absent. */
export interface JsonObject {
  [member: string]: JsonValue | undefined;
}

/** True for an object that is neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that may be a single value or an array of them, read as an array. JSON-LD allows both. */
export function asList(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The value when it is a string, otherwise undefined. */
export function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The id of a node that is either its id or an object that has one. */
export function idOf(value: JsonValue | undefined): string | undefined {
  return isObject(value) ? asText(value.id) : asText(value);
}
