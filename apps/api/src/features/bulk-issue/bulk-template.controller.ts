import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.decorator.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';

/** A list to begin with: headers that are recognised, and two rows as they are meant. */
@Controller('bulk-issue')
export class BulkTemplateController {
  @Get('template.csv')
  @Allow('credential.govern')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="badges-by-list.csv"')
  csv(): string {
    return [
      ['Person number', 'Email', 'Badge', 'Awarded on'],
      ['1042', '', 'First aid at work', '2026-11-02'],
      ['', 'sam.example@example.org', 'First aid at work', ''],
    ]
      .map(csvLine)
      .join('');
  }
}
