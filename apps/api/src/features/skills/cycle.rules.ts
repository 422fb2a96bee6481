/**
 * A way from a node back to itself, first and last the same; null where the graph has none. Without recursion: a chain of
 * a hundred thousand must not end the process.
 */
export function cycleIn(targetsOf: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  for (const start of targetsOf.keys()) {
    if (done.has(start)) continue;
    const path: { node: string; next: number }[] = [{ node: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (!top) break;
      const target = targetsOf.get(top.node)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        path.pop();
        onPath.delete(top.node);
        done.add(top.node);
      } else if (onPath.has(target)) {
        const nodes = path.map(({ node }) => node);
        return [...nodes.slice(nodes.indexOf(target)), target];
      } else if (!done.has(target)) {
        path.push({ node: target, next: 0 });
        onPath.add(target);
      }
    }
  }
  return null;
}
