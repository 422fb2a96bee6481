import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { streamed } from '../../platform/database/streamed.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import './course.policy.js';
import { CoursesService } from './courses.service.js';

/** What an import calls these columns, and the name besides. */
const HEAD = ['Course code', 'Person number', 'Email', 'Name', 'Completed on', 'Grade'];

interface ExportedCompletion {
  code: string;
  number: string | null;
  email: string;
  name: string;
  day: string;
  grade: string;
}

/** Completions of a course as a file. That somebody took the names along stays in the audit log. */
@Injectable()
export class CompletionsExportService {
  constructor(private readonly courses: CoursesService) {}

  /** Null: there is no such course for the viewer. What was taken back is not among them. */
  async csv(viewer: Viewer, courseId: string): Promise<string | null> {
    const course = await this.courses.find(viewer, courseId);
    if (!course || !can(viewer, 'seeCompletions', course)) return null;
    const lines = [csvLine(HEAD)];
    const rows = streamed<ExportedCompletion>(
      viewer,
      `SELECT course.code, person.person_number AS number, person.email, person.display_name AS name,
         it.completed_on::text AS day, it.grade
       FROM course_completion it JOIN course ON course.id = it.course_id JOIN person ON person.id = it.person_id
       WHERE it.course_id = $1 AND it.withdrawn_at IS NULL ORDER BY it.completed_on DESC, it.id DESC`,
      [course.id],
    );
    for await (const { code, number, email, name, day, grade } of rows)
      lines.push(csvLine([code, number ?? '', email, name, day, grade]));
    await audit(viewer, { operation: 'exportCompletions', target: course.id, detail: { rows: lines.length - 1 } });
    return lines.join('');
  }
}
