import { parse, v3, v5, v7 } from 'uuid';

/** A new id: UUIDv7, so that rows sort by the time they were made. Made here and not in the database, whose version may not know it. */
export function newId(): string {
  return v7();
}

/** Many new ids, one after another, in the order in which they are asked for. */
export function* newIds(): Generator<string, never> {
  const msecs = Date.now();
  const random = new Uint8Array(RANDOM_BYTES);
  for (let seq = 0, at = RANDOM_BYTES; ; seq += 1, at += 16) {
    if (at >= RANDOM_BYTES) {
      crypto.getRandomValues(random);
      at = 0;
    }
    yield v7({ msecs, seq, random: random.subarray(at, at + 16) });
  }
}
const RANDOM_BYTES = 16 * 1024;

const NAMESPACE = 'b3c1f3ce-6f0a-4a0e-9f6a-9d1c6f0f3a51';
// Bytes all along: a large framework asks for half a million ids, and most of their time went into reading this one again.
const NAMESPACE_BYTES = parse(NAMESPACE);

/** The same id for the same words, for things that must never exist twice (an award per basis, a job per award). */
export function idFor(...words: string[]): string {
  return v5(Buffer.from(words.join('\u0000')), NAMESPACE_BYTES);
}

/** As `idFor`, for ids that the database must find too: it can compute version 3 by itself, and version 5 it cannot. */
export function findableIdFor(...words: string[]): string {
  return v3(Buffer.from(words.join(SEPARATOR)), NAMESPACE_BYTES);
}

const SEPARATOR = '\u001f';

/** `findableIdFor` in SQL, of expressions that are texts. */
export function findableIdSql(...words: string[]): string {
  const name = `convert_to(concat_ws(chr(31), ${words.join(', ')}), 'UTF8')`;
  const hash = `md5(decode('${NAMESPACE.replaceAll('-', '')}', 'hex') || ${name})`;
  const variant = `substr('89ab', 1 + (('x' || substr(${hash}, 17, 1))::bit(4)::int & 3), 1)`;
  return `overlay(overlay(${hash} PLACING '3' FROM 13) PLACING ${variant} FROM 17)::uuid`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id at all; anything else is answered like an id that does not exist. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
