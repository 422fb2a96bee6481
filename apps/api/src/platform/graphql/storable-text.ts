import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/** Documents are parsed once and kept, so each is looked through once. */
const clean = new WeakSet<DocumentNode>();

/**
 * Refuses texts that no database could keep as they came: with a zero byte, or with half of a surrogate pair.
 * Here, at the one door, so that no field has to think of it.
 */
export function refuseUnstorableText(document: DocumentNode, variables: unknown): void {
  const path = unstorableAt(variables, '');
  if (path !== null) throw notText(path);
  if (clean.has(document)) return;
  visit(document, {
    [Kind.STRING]: (node) => {
      if (!isStorable(node.value)) throw notText('a text of the document');
    },
  });
  clean.add(document);
}

/** Whether the database can keep this text as it is. */
export const isStorable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

function unstorableAt(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorableAt(inner, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

function notText(where: string): GraphQLError {
  return new GraphQLError(`${where} holds a character that is no text. Please take it out.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
