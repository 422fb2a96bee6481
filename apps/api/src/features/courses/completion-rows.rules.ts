import { completionProblems } from './completion.rules.js';
import { dayIn, type Problem, type SheetRow } from '../../platform/tables/sheet-rows.rules.js';

/** A completion as a file tells of it. */
export interface CompletionRow {
  row: number;
  courseCode: string;
  personNumber: string;
  email: string;
  completedOn: string;
  grade: string;
  problems: Problem[];
}

/** Who and what a file may mean, in small letters. */
export interface KnownPeopleAndCourses {
  byNumber: ReadonlyMap<string, { id: string; name: string }>;
  byMail: ReadonlyMap<string, { id: string; name: string }>;
  courses: ReadonlyMap<string, { id: string; title: string }>;
  /** `course person day` → the grade that is recorded. */
  recorded: ReadonlyMap<string, string>;
}

export interface PlannedCompletion {
  row: CompletionRow;
  personId: string | null;
  courseId: string | null;
  label: string;
  recorded: boolean;
}

export function completionRowOf({ row, cells, problems: before }: SheetRow, today: string): CompletionRow {
  const given = (field: string) => cells.get(field) ?? '';
  const problems = [...before];
  const written = given('COMPLETED_ON');
  const completedOn = dayIn(written);
  if (written === '') problems.push({ field: 'completedOn', message: 'Say on which day, as 2026-11-03.' });
  else if (completedOn === null)
    problems.push({
      field: 'completedOn',
      message: `“${written}” is not a day as it is read here. Write it as 2026-11-03.`,
    });
  const grade = given('GRADE');
  if (completedOn !== null) problems.push(...completionProblems({ completedOn, grade }, today));
  return {
    row,
    courseCode: given('COURSE_CODE'),
    personNumber: given('PERSON_NUMBER'),
    email: given('EMAIL'),
    completedOn: completedOn ?? '',
    grade,
    problems,
  };
}

/** Finds out who and what each row means and adds to its problems what cannot be. */
export function planCompletions(rows: readonly CompletionRow[], known: KnownPeopleAndCourses): PlannedCompletion[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const person = personOf(row, known);
    const course = known.courses.get(row.courseCode.toLowerCase()) ?? null;
    if (row.courseCode === '') row.problems.push({ field: 'courseCode', message: 'Say which course, by its code.' });
    else if (!course)
      row.problems.push({ field: 'courseCode', message: `There is no course with the code “${row.courseCode}”.` });
    const key = `${course?.id ?? ''} ${person?.id ?? ''} ${row.completedOn}`;
    const recorded = known.recorded.get(key);
    if (person && course && row.completedOn) {
      const first = seen.get(key);
      if (first !== undefined)
        row.problems.push({ field: '', message: `The same completion stands in row ${first} already.` });
      else seen.set(key, row.row);
    }
    if (recorded !== undefined && row.grade !== '' && recorded !== row.grade)
      row.problems.push({
        field: 'grade',
        message: `This completion is recorded with ${recorded ? `the grade “${recorded}”` : 'no grade'}. Take that back before you record another.`,
      });
    return {
      row,
      personId: person?.id ?? null,
      courseId: course?.id ?? null,
      label: `${person?.name ?? (row.email || row.personNumber || '?')}: ${course?.title ?? (row.courseCode || '?')}`,
      recorded: recorded !== undefined,
    };
  });
}

function personOf(row: CompletionRow, known: KnownPeopleAndCourses): { id: string; name: string } | null {
  const wrong = (field: string, message: string) => {
    row.problems.push({ field, message });
    return null;
  };
  if (!row.personNumber && !row.email) return wrong('email', 'Say who, by person number or mail address.');
  const byNumber = row.personNumber ? (known.byNumber.get(row.personNumber.toLowerCase()) ?? null) : null;
  const byMail = row.email ? (known.byMail.get(row.email.toLowerCase()) ?? null) : null;
  if (row.personNumber && !byNumber)
    return wrong('personNumber', `There is nobody with the number “${row.personNumber}”.`);
  if (row.email && !byMail) return wrong('email', `There is nobody with the mail address “${row.email}”.`);
  if (byNumber && byMail && byNumber.id !== byMail.id)
    return wrong('email', `The number ${row.personNumber} is ${byNumber.name}, and ${row.email} is ${byMail.name}.`);
  return byNumber ?? byMail;
}
