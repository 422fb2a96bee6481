import { Controller, Get, Header } from '@nestjs/common';
import writeXlsxFile from 'write-excel-file/node';
import { Allow } from '../../platform/access/allow.decorator.js';
import { csvLine, workbookText } from '../../platform/export/spreadsheet-safe.js';
import { TEMPLATES, type TemplateColumn } from './course-templates.rules.js';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** Files to begin with: headers that are recognised, and two rows as they are meant. */
@Controller('courses')
export class CourseTemplatesController {
  @Get('courses-template.csv')
  @Allow('course.manage')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="courses-template.csv"')
  coursesCsv(): string {
    return rowsOf(TEMPLATES.courses).map(csvLine).join('');
  }

  @Get('courses-template.xlsx')
  @Allow('course.manage')
  @Header('content-type', SHEET)
  @Header('content-disposition', 'attachment; filename="courses-template.xlsx"')
  coursesSheet(): Promise<Buffer> {
    return workbookOf('Courses', TEMPLATES.courses);
  }

  @Get('completions-template.csv')
  @Allow('course.manage')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="completions-template.csv"')
  completionsCsv(): string {
    return rowsOf(TEMPLATES.completions).map(csvLine).join('');
  }

  @Get('completions-template.xlsx')
  @Allow('course.manage')
  @Header('content-type', SHEET)
  @Header('content-disposition', 'attachment; filename="completions-template.xlsx"')
  completionsSheet(): Promise<Buffer> {
    return workbookOf('Completions', TEMPLATES.completions);
  }
}

const rowsOf = (columns: readonly TemplateColumn[]): string[][] => [
  columns.map(({ header }) => header),
  columns.map(({ examples }) => examples[0]),
  columns.map(({ examples }) => examples[1]),
];

function workbookOf(sheet: string, columns: readonly TemplateColumn[]): Promise<Buffer> {
  const [headers = [], ...examples] = rowsOf(columns);
  return writeXlsxFile([
    {
      sheet,
      columns: columns.map(() => ({ width: 22 })),
      data: [
        headers.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...examples.map((row) => row.map(workbookText)),
      ],
    },
    {
      sheet: 'Columns',
      columns: [{ width: 22 }, { width: 110 }],
      data: columns.map(({ header, explains }) => [{ value: header }, { value: explains }]),
    },
  ]).toBuffer();
}
