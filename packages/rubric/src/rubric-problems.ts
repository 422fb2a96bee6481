import type { Rubric, RubricCriterion } from './rubric.js';

export interface RubricProblem {
  /** Where, e.g. `criteria.0.levels.1.descriptor`. */
  path: string;
  message: string;
  /** WRONG can never be right and is refused at once; OPEN is work to finish before publishing. */
  kind: 'WRONG' | 'OPEN';
}

/** Everything that stands between a rubric and its use. Empty: it can be published. */
export function rubricProblems(rubric: Rubric): RubricProblem[] {
  const problems: RubricProblem[] = [];
  if (!rubric.criteria.length)
    problems.push({ path: 'criteria', message: 'Add at least one criterion.', kind: 'OPEN' });
  if (repeated(rubric.criteria.map((criterion) => criterion.id)))
    problems.push({ path: 'criteria', message: 'Two criteria have the same id.', kind: 'WRONG' });
  rubric.criteria.forEach((criterion, index) => {
    const at = `criteria.${index}`;
    const named = criterion.title.trim() ? `“${criterion.title.trim()}”` : `Criterion ${index + 1}`;
    problems.push(...criterionProblems(criterion, at, named), ...levelProblems(criterion, at, named));
  });
  return problems;
}

function criterionProblems(criterion: RubricCriterion, at: string, named: string): RubricProblem[] {
  const problems: RubricProblem[] = [];
  if (!criterion.title.trim()) problems.push({ path: `${at}.title`, message: `${named} needs a title.`, kind: 'OPEN' });
  if (!Number.isFinite(criterion.weight) || criterion.weight < 0)
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

  if (repeated(levels.map((level) => level.id))) wrong('levels', `Two levels of ${named} have the same id.`);
  if (levels.some((level, index) => level.ordinal !== index + 1))
    wrong('levels', `The levels of ${named} must be numbered 1, 2, 3 from the lowest.`);
  if (levels.length < 2) open('levels', `${named} needs at least two levels.`);
  else if (!levels.some((level) => level.isCompetent)) open('levels', `No level of ${named} is good enough.`);
  else if (levels.every((level) => level.isCompetent)) open('levels', `Every level of ${named} is good enough.`);
  levels.forEach((level, index) => {
    const below = levels[index - 1];
    const where = `levels.${index}`;
    if (!Number.isFinite(level.points) || level.points < 0)
      wrong(`${where}.points`, `Points of ${named} cannot be below 0.`);
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

const repeated = (words: string[]) => new Set(words).size < words.length;
