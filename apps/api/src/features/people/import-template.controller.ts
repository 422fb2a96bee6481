import { Controller, Get, Header } from '@nestjs/common';
import writeXlsxFile from 'write-excel-file/node';
import { Allow } from '../../platform/access/allow.decorator.js';
import { textOfTable } from '../../platform/spreadsheets/table-text.rules.js';
import { AN_EMPTY_CELL, TEMPLATE } from './import-template.rules.js';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to begin with: headers that are recognised, and two rows as they are meant. */
@Controller('people')
export class ImportTemplateController {
  @Get('import-template.csv')
  @Allow('people.manage')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="people-template.csv"')
  csv(): string {
    return `${textOfTable(rows())}\r\n`;
  }

  @Get('import-template.xlsx')
  @Allow('people.manage')
  @Header('content-type', SHEET)
  @Header('content-disposition', 'attachment; filename="people-template.xlsx"')
  sheet(): Promise<Buffer> {
    const [headers = [], ...examples] = rows();
    const explained = TEMPLATE.map(({ header, explains }) => [{ value: header }, { value: explains }]);
    return writeXlsxFile([
      {
        sheet: 'People',
        columns: TEMPLATE.map(() => ({ width: 24 })),
        data: [
          headers.map((value) => ({ value, fontWeight: 'bold' as const })),
          ...examples.map((row) => row.map((value) => ({ value }))),
        ],
      },
      {
        sheet: 'Columns',
        columns: [{ width: 20 }, { width: 110 }],
        data: [...explained, [{ value: '' }, { value: AN_EMPTY_CELL }]],
      },
    ]).toBuffer();
  }
}

function rows(): string[][] {
  return [
    TEMPLATE.map(({ header }) => header),
    TEMPLATE.map(({ examples }) => examples[0]),
    TEMPLATE.map(({ examples }) => examples[1]),
  ];
}
