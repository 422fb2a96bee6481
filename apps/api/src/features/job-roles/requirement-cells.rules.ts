/** A cell of the sheet: what one rung asks of one skill from now on. Null: nothing. */
export interface Cell {
  levelId: string;
  skillId: string;
  asked: { levelOrdinal?: number | null; importance: number; mustHave: boolean } | null;
}

/** A skill that may be asked for, and how many levels its own scale has. */
export interface KnownSkill {
  name: string;
  group: boolean;
  levels: number;
  /** The version of another framework that it is taken from; null: the own one. */
  adoptedFrom: string | null;
}

interface CellProblem {
  field: string;
  message: string;
}

/** Room for every sheet that people work on; a whole framework comes by its import. */
export const MOST_CELLS = 2_000;

/** Every cell that cannot be, by its place in what was sent and in the words of the sheet. */
export function cellProblems(
  cells: readonly Cell[],
  rungs: ReadonlyMap<string, string>,
  skills: ReadonlyMap<string, KnownSkill>,
): CellProblem[] {
  const problems: CellProblem[] = [];
  const first = new Map<string, number>();
  for (const [at, cell] of cells.entries()) {
    const wrong = (field: string, message: string) => problems.push({ field: `cells.${at}.${field}`, message });
    const rung = rungs.get(cell.levelId);
    const skill = skills.get(cell.skillId);
    if (rung === undefined) wrong('levelId', 'This level is not one of the role.');
    // A skill that has gone from its framework may still be cleared away.
    if (!skill && cell.asked) wrong('skillId', 'This skill is in neither this draft nor a published framework.');
    if (rung === undefined || !skill) continue;
    const where = `“${rung}”, ${skill.name}`;
    const key = `${cell.levelId} ${cell.skillId}`;
    const before = first.get(key);
    if (before !== undefined) wrong('skillId', `${where}: this is named twice, first as cell ${before + 1}.`);
    else first.set(key, at);
    if (!cell.asked) continue;
    if (skill.group) wrong('skillId', `${skill.name} is a group of skills. Ask for the skills in it.`);
    problems.push(...askedProblems(`cells.${at}.asked`, where, cell.asked, skill.levels));
  }
  return problems;
}

function askedProblems(field: string, where: string, asked: NonNullable<Cell['asked']>, levels: number): CellProblem[] {
  const { levelOrdinal = null, importance } = asked;
  const problems: CellProblem[] = [];
  if (levelOrdinal !== null && !(levelOrdinal >= 1 && levelOrdinal <= levels))
    problems.push({
      field: `${field}.levelOrdinal`,
      message: `${where}: the scale of this skill goes from 1 to ${levels}; ${levelOrdinal} is not on it.`,
    });
  if (!(importance >= 1 && importance <= 3))
    problems.push({
      field: `${field}.importance`,
      message: `${where}: importance is 1 (useful), 2 (important) or 3 (essential).`,
    });
  return problems;
}
