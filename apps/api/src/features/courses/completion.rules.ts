import type { Problem } from '../../platform/tables/sheet-rows.rules.js';

const FIRST_DAY = '1950-01-01';

/** What cannot have been finished. */
export function completionProblems(facts: { completedOn: string; grade: string }, today: string): Problem[] {
  const problems: Problem[] = [];
  if (facts.completedOn > today)
    problems.push({
      field: 'completedOn',
      message: `${facts.completedOn} is in the future: nobody has finished it yet.`,
    });
  if (facts.completedOn < FIRST_DAY)
    problems.push({ field: 'completedOn', message: `${facts.completedOn} is too long ago to be meant.` });
  if (facts.grade.length > 100) problems.push({ field: 'grade', message: 'A grade has at most 100 characters.' });
  return problems;
}
