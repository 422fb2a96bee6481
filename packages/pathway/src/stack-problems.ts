import { smallestCompletions } from './completions.js';
import { creditsOf, type FactsOf, partsOf, type StackPart, type StackRule } from './stack.js';
import { MOST_ACHIEVEMENTS } from './stack-search.js';

export interface StackProblem {
  /** Where, e.g. `asks.all.1.credits.min`. */
  path: string;
  message: string;
  /** WRONG can never be right and is refused at once; OPEN is work to finish before publishing. */
  kind: 'WRONG' | 'OPEN';
}

export interface StackSurroundings {
  /** The achievement that the rule belongs to. */
  self: string;
  factsOf: FactsOf;
  /** What people call an achievement. */
  nameOf: (achievementId: string) => string;
  /** Whether people can earn it. */
  isOffered: (achievementId: string) => boolean;
}

const MOST = { depth: 6, parts: 60, pairs: 20, number: 10_000, months: 600, id: 100 };

/** Everything that stands between a rule and its use. Empty: it can be completed, and not by nothing or by itself. */
export function stackProblems(rule: StackRule, around: StackSurroundings): StackProblem[] {
  const wrong = wrongShapes(rule);
  if (wrong.length) return wrong;
  const open = [
    ...parts(rule.asks, 'asks').flatMap(({ part, path }) => partProblems(part, path, around)),
    ...pairProblems(rule, around),
  ];
  return open.length ? open : asAWhole(rule, around);
}

interface Placed {
  part: StackPart;
  path: string;
  depth: number;
}

function parts(part: StackPart, path: string, depth = 1): Placed[] {
  const below = 'all' in part ? '.all' : 'any' in part ? '.any' : '.atLeast.of';
  return [
    { part, path, depth },
    ...partsOf(part).flatMap((each, index) => parts(each, `${path}${below}.${index}`, depth + 1)),
  ];
}

/** What can never be right, whatever is still added. */
export function wrongShapes(rule: StackRule): StackProblem[] {
  const problems: StackProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, message, kind: 'WRONG' });
  const placed = parts(rule.asks, 'asks');
  if (placed.length > MOST.parts) wrong('asks', `A rule has at most ${MOST.parts} parts.`);
  if (placed.some(({ depth }) => depth > MOST.depth)) wrong('asks', `Groups go at most ${MOST.depth} deep.`);
  const ids = new Set(placed.flatMap(({ part }) => own(part)));
  if (ids.size > MOST_ACHIEVEMENTS) wrong('asks', `A rule counts at most ${MOST_ACHIEVEMENTS} achievements.`);
  if ([...ids, ...rule.notBoth.flat()].some((id) => id.length > MOST.id)) wrong('asks', 'This is no achievement.');
  for (const { part, path } of placed) {
    if (
      'atLeast' in part &&
      !(Number.isInteger(part.atLeast.n) && part.atLeast.n >= 0 && part.atLeast.n <= MOST.number)
    )
      wrong(`${path}.atLeast.n`, 'How many is a whole number.');
    if ('credits' in part && !(part.credits.min >= 0 && part.credits.min <= MOST.number))
      wrong(`${path}.credits.min`, `Credits are a number from 0 to ${MOST.number.toLocaleString('en')}.`);
    if ('credits' in part && part.credits.minLevel !== null && !isEqfLevel(part.credits.minLevel))
      wrong(`${path}.credits.minLevel`, 'EQF levels go from 1 to 8.');
  }
  if (rule.notBoth.length > MOST.pairs) wrong('notBoth', `At most ${MOST.pairs} pairs exclude each other.`);
  const { maxAgeMonths } = rule;
  if (maxAgeMonths !== null && !(Number.isInteger(maxAgeMonths) && maxAgeMonths >= 1 && maxAgeMonths <= MOST.months))
    wrong('maxAgeMonths', `Months are a whole number from 1 to ${MOST.months}, or nothing.`);
  return problems;
}

const isEqfLevel = (level: number) => Number.isInteger(level) && level >= 1 && level <= 8;

function own(part: StackPart): string[] {
  if ('credential' in part) return [part.credential];
  return 'credits' in part ? part.credits.from : [];
}

function partProblems(part: StackPart, path: string, around: StackSurroundings): StackProblem[] {
  const problems: StackProblem[] = [];
  const open = (where: string, message: string) => problems.push({ path: where, message, kind: 'OPEN' });
  for (const id of new Set(own(part))) {
    if (id === around.self) open(path, 'It counts itself: nobody who lacks it could complete it.');
    else if (!around.isOffered(id)) open(path, `Nobody can earn ${named(id, around)} today: it is not published.`);
  }
  if ('credits' in part) problems.push(...creditProblems(part.credits, path, around));
  if ('credential' in part || 'credits' in part) return problems;
  const of = partsOf(part);
  if (of.length === 0) open(path, 'This group is empty. Add an achievement to it, or remove it.');
  const twice = repeated(of.flatMap((each) => ('credential' in each ? [each.credential] : [])));
  if (twice) open(path, `${named(twice, around)} stands twice in the same group.`);
  if (!('atLeast' in part) || of.length === 0) return problems;
  const { n } = part.atLeast;
  if (n < 1) open(`${path}.atLeast.n`, 'It asks for none of this group, so the group does nothing.');
  if (n > of.length)
    open(`${path}.atLeast.n`, `It can never be completed: it asks for ${n} of a group that has ${of.length}.`);
  return problems;
}

function creditProblems(
  { min, unit, from, minLevel }: Extract<StackPart, { credits: unknown }>['credits'],
  path: string,
  around: StackSurroundings,
): StackProblem[] {
  if (from.length === 0) return [{ path, message: 'Name the achievements whose credits count.', kind: 'OPEN' }];
  if (min <= 0)
    return [
      { path: `${path}.credits.min`, message: 'It asks for no credits, so this part does nothing.', kind: 'OPEN' },
    ];
  const ids = [...new Set(from)];
  const total = ids.reduce((sum, id) => sum + creditsOf(around.factsOf(id), unit, minLevel), 0);
  if (total >= min - 1e-9) return [];
  const none = ids.filter((id) => creditsOf(around.factsOf(id), unit, minLevel) === 0);
  const words = unit === 'ECTS' ? 'ECTS credits' : 'hours';
  const why = none.length
    ? ` ${list(none.map((id) => named(id, around)))} ${none.length === 1 ? 'counts' : 'count'} nothing: ${
        minLevel === null ? `no ${words} are stated` : `no ${words} are stated, or the EQF level is below ${minLevel}`
      }.`
    : '';
  return [
    {
      path: `${path}.credits.min`,
      message: `It can never be completed: all that count here give ${round(total)} ${words} together, and it asks for ${round(min)}.${why}`,
      kind: 'OPEN',
    },
  ];
}

function pairProblems({ asks, notBoth }: StackRule, around: StackSurroundings): StackProblem[] {
  const known = new Set(parts(asks, 'asks').flatMap(({ part }) => own(part)));
  return notBoth.flatMap(([a, b], index): StackProblem[] => {
    const open = (message: string): StackProblem[] => [{ path: `notBoth.${index}`, message, kind: 'OPEN' }];
    if (a === b) return open(`${named(a, around)} cannot exclude itself.`);
    const stray = [a, b].find((id) => !known.has(id));
    return stray ? open(`${named(stray, around)} is excluded here, but the rule does not count it.`) : [];
  });
}

/** What no part is guilty of alone. */
function asAWhole(rule: StackRule, around: StackSurroundings): StackProblem[] {
  const found = (message: string): StackProblem[] => [{ path: 'asks', message, kind: 'OPEN' }];
  const toGo = (changed: StackRule) => smallestCompletions(changed, around.factsOf, new Set(), 1);
  const { toGo: fewest, exact } = toGo(rule);
  if (!exact)
    return found(
      'It counts too many achievements in too many ways for anybody to say what is missing. Make it simpler.',
    );
  if (fewest === 0) return found('It is complete before anybody has earned anything.');
  if (fewest !== null) return [];
  if (rule.notBoth.length && toGo({ ...rule, notBoth: [] }).toGo !== null)
    return found(
      `It can never be completed: it needs both of a pair of which only one counts (${rule.notBoth
        .map((pair) => list(pair.map((id) => named(id, around))))
        .join('; ')}).`,
    );
  if (rule.countedOnce && toGo({ ...rule, countedOnce: false }).toGo !== null)
    return found(
      'It can never be completed while each achievement counts once: its parts would have to share an achievement.',
    );
  return found('It can never be completed, whatever somebody earns.');
}

/**
 * How the stack would come to need itself through others: the ids from it back to it, or null. Such a circle could be
 * completed by nobody who has not completed it before.
 */
export function stackCycle(
  self: string,
  counts: readonly string[],
  countedBy: (achievementId: string) => readonly string[],
): string[] | null {
  const seen = new Set<string>();
  const follow = (id: string, path: string[]): string[] | null => {
    if (id === self) return [...path, id];
    if (seen.has(id)) return null;
    seen.add(id);
    for (const next of countedBy(id)) {
      const circle = follow(next, [...path, id]);
      if (circle) return circle;
    }
    return null;
  };
  for (const id of counts) {
    const circle = follow(id, [self]);
    if (circle) return circle;
  }
  return null;
}

const named = (id: string, { nameOf }: StackSurroundings) => `“${nameOf(id)}”`;
const list = (words: string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const round = (value: number) => Math.round(value * 100) / 100;
const repeated = (ids: string[]) => ids.find((id, index) => ids.indexOf(id) !== index);
