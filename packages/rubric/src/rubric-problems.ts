import type { Rubric, RubricCriterion } from './rubric.js';

export interface RubricProblem {
  /** Where, e.g. `criteria.0.levels.1.descriptor`. */
  path: string;
  message: string;
  /** WRONG can never be right and is refused at once; OPEN is work to finish before publishing. */
  kind: 'WRONG' | 'OPEN';
}

/** Room for every rubric that people can mark by; what is larger was never meant. */
const MOST = { criteria: 50, levels: 10, id: 100, title: 200, text: 5_000, number: 1_000_000 };

/** Everything that stands between a rubric and its use. Empty: it can be published. */
export function rubricProblems(rubric: Rubric): RubricProblem[] {
  const problems: RubricProblem[] = [];
  if (!rubric.criteria.length)
    problems.push({ path: 'criteria', message: 'Add at least one criterion.', kind: 'OPEN' });
  if (rubric.criteria.length > MOST.criteria)
    return [{ path: 'criteria', message: `A rubric has at most ${MOST.criteria} criteria.`, kind: 'WRONG' }];
  const ids = rubric.criteria.flatMap(({ id, levels }) => [id, ...levels.map((level) => level.id)]);
  if (ids.some((id) => id.length > MOST.id))
    problems.push({ path: 'criteria', message: `An id has at most ${MOST.id} characters.`, kind: 'WRONG' });
  if (repeated(rubric.criteria.map((criterion) => criterion.id)))
    problems.push({ path: 'criteria', message: 'Two criteria have the same id.', kind: 'WRONG' });
  rubric.criteria.forEach((criterion, index) => {
    const at = `criteria.${index}`;
    const named = criterion.title.trim()
      ? `“${criterion.title.trim().slice(0, MOST.title)}”`
      : `Criterion ${index + 1}`;
    problems.push(...criterionProblems(criterion, at, named), ...levelProblems(criterion, at, named));
  });
  return problems;
}

function criterionProblems(criterion: RubricCriterion, at: string, named: string): RubricProblem[] {
  const problems: RubricProblem[] = [];
  if (criterion.title.length > MOST.title)
    problems.push({ path: `${at}.title`, message: tooLong('A criterion', MOST.title), kind: 'WRONG' });
  if (criterion.description.length > MOST.text)
    problems.push({ path: `${at}.description`, message: tooLong('A criterion', MOST.text), kind: 'WRONG' });
  if (!criterion.title.trim()) problems.push({ path: `${at}.title`, message: `${named} needs a title.`, kind: 'OPEN' });
  if (!isAmount(criterion.weight))
    problems.push({ path: `${at}.weight`, message: `The weight of ${named} must be a number above 0.`, kind: 'WRONG' });
  else if (criterion.weight === 0)
    problems.push({ path: `${at}.weight`, message: `${named} weighs nothing.`, kind: 'OPEN' });
  const { mustReach } = criterion;
  if (mustReach !== null && !criterion.levels.some((level) => level.ordinal === mustReach))
    problems.push({ path: `${at}.mustReach`, message: `${named} asks for a level it does not have.`, kind: 'WRONG' });
  return problems;
}

function levelProblems({ levels }: RubricCriterion, at: string, named: string): RubricProblem[] {
  const problems: RubricProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path: `${at}.${path}`, message, kind: 'WRONG' });
  const open = (path: string, message: string) => problems.push({ path: `${at}.${path}`, message, kind: 'OPEN' });

  if (levels.length > MOST.levels) wrong('levels', `A criterion has at most ${MOST.levels} levels.`);
  if (repeated(levels.map((level) => level.id))) wrong('levels', `Two levels of ${named} have the same id.`);
  if (levels.some((level, index) => level.ordinal !== index + 1))
    wrong('levels', `The levels of ${named} must be numbered 1, 2, 3 from the lowest.`);
  if (levels.length < 2) open('levels', `${named} needs at least two levels.`);
  else if (!levels.some((level) => level.isCompetent)) open('levels', `No level of ${named} is good enough.`);
  else if (levels.every((level) => level.isCompetent)) open('levels', `Every level of ${named} is good enough.`);
  levels.forEach((level, index) => {
    const below = levels[index - 1];
    const where = `levels.${index}`;
    if (!isAmount(level.points))
      wrong(`${where}.points`, `Points of ${named} are a number from 0 to ${MOST.number.toLocaleString('en')}.`);
    if (level.label.length > MOST.title) wrong(`${where}.label`, tooLong(`A level of ${named}`, MOST.title));
    if (level.descriptor.length > MOST.text) wrong(`${where}.descriptor`, tooLong(`A level of ${named}`, MOST.text));
    if (below && level.points < below.points)
      open(`${where}.points`, `A higher level of ${named} gives fewer points than a lower one.`);
    if (below?.isCompetent && !level.isCompetent)
      open(`${where}.isCompetent`, `A level of ${named} above a good enough one is not good enough.`);
    if (!level.label.trim()) open(`${where}.label`, `Level ${level.ordinal} of ${named} needs a name.`);
    if (!level.descriptor.trim())
      open(
        `${where}.descriptor`,
        `Say what ${level.label.trim() || `level ${level.ordinal}`} looks like for ${named}.`,
      );
  });
  if (levels.length && Math.max(...levels.map((level) => level.points)) === 0)
    open('levels', `No level of ${named} gives points.`);
  return problems;
}

const isAmount = (value: number) => Number.isFinite(value) && value >= 0 && value <= MOST.number;
const tooLong = (what: string, most: number) =>
  `${what} has a text of more than ${most.toLocaleString('en')} characters.`;
const repeated = (words: string[]) => new Set(words).size < words.length;
