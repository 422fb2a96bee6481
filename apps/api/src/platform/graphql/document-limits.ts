import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';

/** What a document of anybody may be. The portal's own stay below all of it; a spec measures them. */
export const MOST = {
  characters: 20_000,
  tokens: 1_000,
  /** Levels of fields; fragments add none of their own. */
  depth: 8,
  /** Questions about the schema itself, where those are answered: tools ask them this deep. */
  schemaDepth: 14,
  aliases: 15,
  directives: 50,
  /** Fields beside each other at the top: each is a question of its own. */
  atTheTop: 20,
  operations: 10,
} as const;

/**
 * Before it is parsed: reading and checking a very long document costs more than answering a real one. The server would
 * also take a syntax tree as JSON, which no check of ours expects.
 */
export function refuseOddDocument(source: unknown): void {
  if (typeof source !== 'string' || isJson(source))
    throw new GraphQLError('A request holds a GraphQL document as its query.', { extensions: { code: 'BAD_REQUEST' } });
  if (source.length > MOST.characters)
    throw tooLarge(`A document has at most ${MOST.characters.toLocaleString('en')} characters.`);
  if (tokensOf(source) > MOST.tokens)
    throw tooLarge(`A document has at most ${MOST.tokens.toLocaleString('en')} tokens.`);
}

/** After it is parsed and before it is checked against the schema: the check itself is what a hostile document would make long. */
export function refuseHostileShape(document: DocumentNode): void {
  const shape = shapeOf(document);
  if (shape.operations > MOST.operations) throw tooLarge(`A document holds at most ${MOST.operations} operations.`);
  if (shape.circular) throw tooLarge('A fragment spreads itself: there is no end to its depth.');
  if (shape.depth > MOST.depth) throw tooLarge(`A document has a depth of at most ${MOST.depth} fields.`);
  if (shape.schemaDepth > MOST.schemaDepth)
    throw tooLarge(`A question about the schema has a depth of at most ${MOST.schemaDepth} fields.`);
  if (shape.aliases > MOST.aliases) throw tooLarge(`A document gives at most ${MOST.aliases} aliases.`);
  if (shape.directives > MOST.directives) throw tooLarge(`A document uses at most ${MOST.directives} directives.`);
  if (shape.atTheTop > MOST.atTheTop) throw tooLarge(`A document asks at most ${MOST.atTheTop} things at once.`);
}

export interface Shape {
  operations: number;
  depth: number;
  schemaDepth: number;
  aliases: number;
  directives: number;
  atTheTop: number;
  circular: boolean;
}

/** A document in figures, every fragment counted where it is spread. */
export function shapeOf(document: DocumentNode): Shape {
  const count = new ShapeCount(document);
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const most = { depth: 0, schemaDepth: 0, aliases: 0, directives: 0, atTheTop: 0 };
  for (const { selectionSet, directives, variableDefinitions } of operations) {
    const inside = count.of(selectionSet);
    const around = [directives, ...(variableDefinitions ?? []).map((each) => each.directives)];
    most.depth = Math.max(most.depth, inside.depth);
    most.schemaDepth = Math.max(most.schemaDepth, inside.schemaDepth);
    most.aliases += inside.aliases;
    most.directives += inside.directives + around.reduce((sum, each) => sum + (each?.length ?? 0), 0);
    most.atTheTop = Math.max(most.atTheTop, inside.atTheTop);
  }
  return { ...most, operations: operations.length, circular: count.circular };
}

type Inside = Omit<Shape, 'operations' | 'circular'>;
const NOTHING: Inside = { depth: 0, schemaDepth: 0, aliases: 0, directives: 0, atTheTop: 0 };

class ShapeCount {
  circular = false;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Inside | 'being counted'>();

  constructor(document: DocumentNode) {
    for (const each of document.definitions)
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(each.name.value, each);
  }

  of({ selections }: SelectionSetNode): Inside {
    const sum = { ...NOTHING };
    for (const each of selections) {
      const inside = this.selection(each);
      sum.depth = Math.max(sum.depth, inside.depth);
      sum.schemaDepth = Math.max(sum.schemaDepth, inside.schemaDepth);
      sum.aliases += inside.aliases;
      sum.directives += inside.directives + (each.directives?.length ?? 0);
      sum.atTheTop += inside.atTheTop;
    }
    return sum;
  }

  private selection(each: SelectionNode): Inside {
    if (each.kind === Kind.FRAGMENT_SPREAD) return this.fragment(each.name.value);
    if (each.kind === Kind.INLINE_FRAGMENT) return this.of(each.selectionSet);
    const below = each.selectionSet ? this.of(each.selectionSet) : NOTHING;
    const depth = below.depth + 1;
    const ofSchema = each.name.value.startsWith('__');
    return {
      depth: ofSchema ? 1 : depth,
      schemaDepth: ofSchema ? depth : below.schemaDepth,
      aliases: below.aliases + (each.alias ? 1 : 0),
      directives: below.directives,
      atTheTop: 1,
    };
  }

  private fragment(name: string): Inside {
    const known = this.known.get(name);
    if (known === 'being counted') this.circular = true;
    if (known) return known === 'being counted' ? NOTHING : known;
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING;
    this.known.set(name, 'being counted');
    const inside = this.of(fragment.selectionSet);
    const counted = { ...inside, directives: inside.directives + (fragment.directives?.length ?? 0) };
    this.known.set(name, counted);
    return counted;
  }
}

/** How many words and signs a text has, as far as it matters; what is no GraphQL the parser will say. */
export function tokensOf(source: string): number {
  const lexer = new Lexer(new Source(source));
  let tokens = 0;
  try {
    while (tokens <= MOST.tokens && lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return tokens;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const tooLarge = (message: string) => new GraphQLError(message, { extensions: { code: 'DOCUMENT_TOO_LARGE' } });
