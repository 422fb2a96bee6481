import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { MOST_ROWS, USUAL_ROWS } from './connection.js';

/** The portal's dearest document costs some 2,000. */
export const MOST_COST = 5_000;

/** Lists that nobody asks a size of are short: criteria, roles, the steps of a scale. */
const SHORT_LIST = 2;

/** Before anything runs: a hundred rows of a hundred rows are ten thousand, however short the question is. */
export function refuseCostlyDocument(schema: GraphQLSchema, document: DocumentNode, variables: unknown): number {
  const cost = costOf(schema, document, variables);
  if (cost <= MOST_COST) return cost;
  throw new GraphQLError(
    `This document would cost ${cost.toLocaleString('en')}; ${MOST_COST.toLocaleString('en')} is the most. Ask for fewer rows or fields.`,
    { extensions: { code: 'DOCUMENT_TOO_LARGE' } },
  );
}

/** Fields times the rows asked for; of several operations the dearest. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, variables: unknown): number {
  const costs = document.definitions
    .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const root = schema.getRootType(operation.operation);
      return root ? new Cost(schema, document, operation, variables).of(operation.selectionSet, root) : 0;
    });
  return Math.max(0, ...costs);
}

class Cost {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();
  private readonly values: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: unknown,
  ) {
    for (const each of document.definitions)
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(each.name.value, each);
    for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue?.kind === Kind.INT) this.values[variable.name.value] = Number(defaultValue.value);
    if (variables && typeof variables === 'object') Object.assign(this.values, variables);
  }

  of({ selections }: SelectionSetNode, type: GraphQLCompositeType): number {
    return selections.reduce((sum, each) => sum + this.selection(each, type), 0);
  }

  private selection(each: SelectionNode, type: GraphQLCompositeType): number {
    if (each.kind === Kind.FRAGMENT_SPREAD) return this.fragment(each.name.value);
    if (each.kind === Kind.INLINE_FRAGMENT)
      return this.of(each.selectionSet, this.named(each.typeCondition?.name.value) ?? type);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[each.name.value] : undefined;
    // Of introspection and the name of a type nothing is fetched.
    if (!field) return each.selectionSet ? 1 : 0;
    const inner = getNamedType(field.type);
    if (!each.selectionSet || !isCompositeType(inner)) return 1;
    return 1 + this.rows(each, field.type, type) * this.of(each.selectionSet, inner);
  }

  private fragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = this.named(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.of(fragment.selectionSet, type) : 0;
    this.known.set(name, cost);
    return cost;
  }

  /** How many rows a field may bring: as many as were asked for, and of a page's rows each only once. */
  private rows(field: FieldNode, type: GraphQLOutputType, parent: GraphQLCompositeType): number {
    const asked = field.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (asked?.kind === Kind.INT) return clamped(Number(asked.value));
    if (asked?.kind === Kind.VARIABLE) return clamped(this.values[asked.name.value]);
    if (getNamedType(type).name.endsWith('Connection')) return USUAL_ROWS;
    const isPage = parent.name.endsWith('Connection');
    return isListType(getNullableType(type)) && !isPage ? SHORT_LIST : 1;
  }

  private named(name: string | undefined): GraphQLCompositeType | null {
    const type = name ? this.schema.getType(name) : undefined;
    return isCompositeType(type) ? type : null;
  }
}

const clamped = (rows: unknown) =>
  typeof rows === 'number' && Number.isFinite(rows) ? Math.min(Math.max(rows, 1), MOST_ROWS) : USUAL_ROWS;
