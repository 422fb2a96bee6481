import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What is asked of a field, as paths like `edges.node.id`, through all fragments; also what a directive may leave out. */
export function askedFields({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): string[] {
  const found = new Set<string>();
  const walk = (set: SelectionSetNode | undefined, path: string) => {
    for (const each of set?.selections ?? []) {
      if (each.kind === Kind.FIELD) {
        if (each.selectionSet) walk(each.selectionSet, `${path}${each.name.value}.`);
        else found.add(`${path}${each.name.value}`);
      } else
        walk(each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments[each.name.value]?.selectionSet, path);
    }
  };
  for (const node of fieldNodes) walk(node.selectionSet, '');
  return [...found];
}
