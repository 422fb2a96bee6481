import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';

/** The portal's longest document has about 3,000 characters, 5 fields at the top and 120 in all. */
const MOST = { characters: 20_000, atTheTop: 20, fields: 1_000 };

/**
 * Before it is parsed: reading and checking a very long document costs more than answering a real one. The server would
 * also take a syntax tree as JSON, which no check of ours expects.
 */
export function refuseOddDocument(source: unknown): void {
  if (typeof source !== 'string' || isJson(source))
    throw new GraphQLError('A request holds a GraphQL document as its query.', { extensions: { code: 'BAD_REQUEST' } });
  if (source.length > MOST.characters)
    throw tooLarge(`A document has at most ${MOST.characters.toLocaleString('en')} characters.`);
}

/** The same question under a thousand aliases is a thousand questions; so is a field in fragments within fragments. */
export function refuseWideDocument(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    const { atTheTop, fields } = counted(each.selectionSet, fragments, new Map());
    if (atTheTop > MOST.atTheTop) throw tooLarge(`A document asks at most ${MOST.atTheTop} things at once.`);
    if (fields > MOST.fields) throw tooLarge(`A document asks for at most ${MOST.fields} fields.`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Counted {
  atTheTop: number;
  fields: number;
}

/** Fields with everything below them, every fragment where it is spread. Validation has seen to it that none spreads itself. */
function counted(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Counted>,
): Counted {
  const sum: Counted = { atTheTop: 0, fields: 0 };
  for (const each of selections) {
    if (each.kind === Kind.FIELD) {
      sum.atTheTop += 1;
      sum.fields += 1 + (each.selectionSet ? counted(each.selectionSet, fragments, known).fields : 0);
      continue;
    }
    const inside =
      each.kind === Kind.INLINE_FRAGMENT
        ? counted(each.selectionSet, fragments, known)
        : ofFragment(each.name.value, fragments, known);
    sum.atTheTop += inside.atTheTop;
    sum.fields += inside.fields;
  }
  return sum;
}

function ofFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Counted>,
): Counted {
  const fragment = fragments.get(name);
  const count = known.get(name) ?? (fragment ? counted(fragment.selectionSet, fragments, known) : null);
  if (!count) return { atTheTop: 0, fields: 0 };
  known.set(name, count);
  return count;
}

const tooLarge = (message: string) => new GraphQLError(message, { extensions: { code: 'DOCUMENT_TOO_LARGE' } });
