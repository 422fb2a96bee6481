/** Somebody reports to somebody, from one day to another (both included); null: for as long as can be seen. */
export interface ReportingLine {
  personId: string;
  managerId: string;
  from: string;
  until: string | null;
}

export interface ReportingCycle {
  /** The first day on which it would be so. */
  day: string;
  /** Each reports to the next, the last one to the first. */
  people: string[];
}

/**
 * The first circle of managers on any day from `since` on; null when there is none. A new circle can only close on a day
 * on which a line begins, so that only those days are looked at.
 */
export function firstCycle(lines: readonly ReportingLine[], since: string): ReportingCycle | null {
  const lasting = lines.filter(({ until }) => until === null || until >= since);
  const days = new Set([since, ...lasting.map(({ from }) => from).filter((from) => from > since)]);
  for (const day of [...days].sort()) {
    const people = cycleIn(lasting.filter(({ from, until }) => from <= day && (until === null || until >= day)));
    if (people) return { day, people };
  }
  return null;
}

/** Goes up every line once; whoever is met again on the way is part of a circle. */
function cycleIn(lines: readonly ReportingLine[]): string[] | null {
  const managers = new Map<string, string[]>();
  for (const { personId, managerId } of lines) {
    const known = managers.get(personId);
    if (known) known.push(managerId);
    else managers.set(personId, [managerId]);
  }
  const done = new Set<string>();
  for (const start of managers.keys()) {
    const found = goUp(start, managers, done);
    if (found) return found;
  }
  return null;
}

/** Depth first without recursion: an organisation may be deep, and a file may hold anything. */
function goUp(start: string, managers: ReadonlyMap<string, string[]>, done: Set<string>): string[] | null {
  const way: { person: string; next: number }[] = [{ person: start, next: 0 }];
  const onWay = new Set([start]);
  while (way.length > 0) {
    const here = way[way.length - 1] as (typeof way)[number];
    const manager = done.has(here.person) ? undefined : managers.get(here.person)?.[here.next];
    if (manager === undefined) {
      done.add(here.person);
      onWay.delete(here.person);
      way.pop();
      continue;
    }
    here.next += 1;
    if (onWay.has(manager)) {
      const people = way.map(({ person }) => person);
      return people.slice(people.indexOf(manager));
    }
    if (done.has(manager)) continue;
    onWay.add(manager);
    way.push({ person: manager, next: 0 });
  }
  return null;
}

/** “Ada reports to Ben, Ben to Cid, Cid to Ada”: the circle in words. */
export function cycleInWords(names: readonly string[]): string {
  return names
    .map((name, index) => `${name} ${index === 0 ? 'reports to' : 'to'} ${names[(index + 1) % names.length]}`)
    .join(', ');
}
