import { v5, v7 } from 'uuid';

/** A new id: UUIDv7, so that rows sort by the time they were made. Made here and not in the database, whose version may not know it. */
export function newId(): string {
  return v7();
}

const NAMESPACE = 'b3c1f3ce-6f0a-4a0e-9f6a-9d1c6f0f3a51';

/** The same id for the same words, for things that must never exist twice (an award per basis, a job per award). */
export function idFor(...words: string[]): string {
  return v5(words.join('\u0000'), NAMESPACE);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id at all; anything else is answered like an id that does not exist. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
