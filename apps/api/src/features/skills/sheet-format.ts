import { csvPlain } from '../../platform/export/spreadsheet-safe.js';
import type { SourceFacts } from './framework-content.rules.js';
import type { FormatFile, FrameworkFormat, FrameworkRead, TableReading } from './framework-format.js';
import { finding } from './import-findings.rules.js';
import { readSheets } from './sheet-framework.rules.js';
import { sheetsOf } from './sheet-source.js';

/** Tables that anybody can make: a workbook, CSV files, or an archive of them. What Assay exports comes back. */
export const CSV: FrameworkFormat = {
  kind: 'CSV',
  word: 'csv',
  title: 'Spreadsheet (CSV or XLSX)',
  about: 'Skills, relations, a scale, job roles and what they ask, in tables of your own or in our template.',
  slots: [
    {
      key: 'tables',
      title: 'Tables',
      about:
        'A workbook with a sheet per table, CSV files named after the tables, or a .zip of them. Only skills are needed.',
      name: /\.(csv|tsv|txt|xlsx|zip)$/i,
      required: true,
      many: true,
    },
  ],
  hasColumns: true,
  read,
  carriesSource: false,
  // A table of skills alone says nothing of the framework.
  aboutAgainst: (about, { description, language, licenceUrl, uri, source }) => ({
    ...{ description, language, source: source as SourceFacts },
    ...(licenceUrl === null ? {} : { licenceUrl }),
    ...(uri === null ? {} : { uri }),
    ...about,
  }),
};

async function read(
  given: readonly FormatFile[],
  _options: Readonly<Record<string, string>>,
  { workbooks, columns = { said: null, before: [] } }: TableReading,
): Promise<FrameworkRead> {
  const files = await Promise.all(given.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
  const found = await sheetsOf(files, workbooks);
  if ('problems' in found) return found;
  const result = readSheets(found.sheets, columns, csvPlain);
  if ('problems' in result) return result;
  const ignored = found.ignored.map((sheet) =>
    finding('COLUMN_NOT_READ', sheet, null, null, 'This sheet has the name of no table; it is not read.'),
  );
  return { ...result, findings: [...ignored, ...result.findings] };
}
