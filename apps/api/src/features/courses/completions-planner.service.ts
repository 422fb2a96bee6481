import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import {
  type CompletionRow,
  completionRowOf,
  type KnownPeopleAndCourses,
  type PlannedCompletion,
  planCompletions,
} from './completion-rows.rules.js';
import { CompletionsService } from './completions.service.js';
import type { CourseImportRow } from './course-import.entity.js';
import { countsOf, type ImportPlan } from './import-plan.rules.js';
import type { SheetRow } from '../../platform/tables/sheet-rows.rules.js';

/** Works out what a file of completions would do here. */
@Injectable()
export class CompletionsPlanner {
  constructor(private readonly completions: CompletionsService) {}

  async plan(
    viewer: Viewer,
    sheet: readonly SheetRow[],
  ): Promise<Pick<ImportPlan, 'rows' | 'counts' | 'catalogue' | 'write'>> {
    const rows = sheet.map((row) => completionRowOf(row, viewer.now.toISOString().slice(0, 10)));
    const planned = planCompletions(rows, await knownTo(viewer, rows));
    const told = planned.map(rowTold);
    return { rows: told, counts: countsOf(told), catalogue: null, write: (by) => this.write(by, planned) };
  }

  private async write(by: Viewer, planned: readonly PlannedCompletion[]): Promise<void> {
    await this.completions.insertAll(
      by,
      planned.flatMap(({ row: { completedOn, grade }, personId, courseId, recorded }) =>
        personId && courseId && !recorded ? [{ personId, courseId, completedOn, grade }] : [],
      ),
    );
  }
}

function rowTold({ row, label, recorded }: PlannedCompletion): CourseImportRow {
  const outcome = row.problems.length > 0 ? 'ERROR' : recorded ? 'UNCHANGED' : 'CREATE';
  return { row: row.row, outcome, label, changes: [], problems: row.problems };
}

async function knownTo(viewer: Viewer, rows: readonly CompletionRow[]): Promise<KnownPeopleAndCourses> {
  const words = (key: 'courseCode' | 'personNumber' | 'email') => [
    ...new Set(rows.map((row) => row[key].toLowerCase()).filter(Boolean)),
  ];
  const people = await viewer.tx.query<{ id: string; name: string; number: string | null; mail: string }>(
    `SELECT id, display_name AS name, lower(person_number) AS number, lower(email) AS mail FROM person
     WHERE lower(person_number) = ANY ($1::text[]) OR lower(email) = ANY ($2::text[])`,
    [words('personNumber'), words('email')],
  );
  const courses = await viewer.tx.query<{ id: string; title: string; code: string }>(
    'SELECT id, title, lower(code) AS code FROM course WHERE lower(code) = ANY ($1::text[])',
    [words('courseCode')],
  );
  const recorded = await viewer.tx.query<{ key: string; grade: string }>(
    `SELECT course_id || ' ' || person_id || ' ' || completed_on AS key, grade FROM course_completion
     WHERE withdrawn_at IS NULL AND course_id = ANY ($1::uuid[]) AND person_id = ANY ($2::uuid[])`,
    [courses.map(({ id }) => id), people.map(({ id }) => id)],
  );
  return {
    byNumber: new Map(people.flatMap(({ id, name, number }) => (number ? [[number, { id, name }]] : []))),
    byMail: new Map(people.map(({ id, name, mail }) => [mail, { id, name }])),
    courses: new Map(courses.map(({ id, title, code }) => [code, { id, title }])),
    recorded: new Map(recorded.map(({ key, grade }) => [key, grade])),
  };
}
