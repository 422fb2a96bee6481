import { readRubricTable, rubricOfTable } from '@assay/rubric';
import { looksWhole, tableOfClipboard } from './clipboard-table.js';

// What the programs put on the clipboard for the same six criteria by four levels, written down by hand after their habits.
const ROWS = [
  ['Criterion', 'Awareness', 'Working', 'Practitioner', 'Expert', 'Weight', 'Must reach'],
  [
    'Define the build',
    'Explains what joins two systems',
    'Builds one interface\nto a given design',
    'Defines the build',
    'Sets the standard',
    '2',
    '3',
  ],
  ['Co-ordinate', 'Says "who" is involved', 'Keeps the plan', 'Runs the build', 'Manages several', '1', '–'],
  ['Plan tests', 'Says why', 'Runs given tests', 'Plans tests & acts', 'Sets how', '2', 'Practitioner'],
  ['Handle failure', 'Names ways', 'Adds retries', 'Designs for failure', 'Leads review', '1', ''],
  ['Protect data', 'Knows what', 'Uses controls', 'Chooses controls', 'Advises', '2', '3'],
  ['Explain', 'Describes', 'Writes a record', 'Explains to others', 'Decides with others', '1', ''],
];
const quotedWhen = (pattern: RegExp) => (cell: string) =>
  pattern.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const escaped = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

const excel = {
  text: `${ROWS.map((row) => row.map(quotedWhen(/\n/)).join('\t')).join('\r\n')}\r\n`,
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td{mso-number-format:General}</style></head><body><!--StartFragment-->
 <table border=0 cellpadding=0><col width=64>${ROWS.map((row) => `<tr height=20>\r\n  ${row.map((cell) => `<td class=xl65>${escaped(cell).replaceAll('<br>', '<br style="mso-data-placement:same-cell">\r\n    ')}</td>`).join('\r\n  ')}\r\n </tr>`).join('\r\n ')}</table><!--EndFragment--></body></html>`,
};
const sheets = {
  text: ROWS.map((row) => row.map(quotedWhen(/["\n]/)).join('\t')).join('\n'),
  html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>${ROWS.map((row) => `<tr>${row.map((cell) => `<td data-sheets-value="{}">${escaped(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
};
const libreOffice = {
  text: ROWS.map((row) => row.map(quotedWhen(/["\n]/)).join('\t')).join('\n'),
  html: `<!DOCTYPE html><html><body><table cellspacing="0" border="0">${ROWS.map((row) => `<tr>${row.map((cell) => `<td align="left"><font face="Liberation Sans">${escaped(cell)}</font></td>`).join('\n')}</tr>`).join('\n')}</table></body></html>`,
};
const word = {
  text: ROWS.map((row) => row.join('\t')).join('\n'),
  html: `<table class=MsoTableGrid>${ROWS.map(
    (row) =>
      `<tr>${row
        .map(
          (cell) =>
            `<td>${cell
              .split('\n')
              .map((line) => `<p class=MsoNormal>${escaped(line)}<o:p></o:p></p>`)
              .join('\n')}</td>`,
        )
        .join('')}</tr>`,
  ).join('')}</table>`,
};

describe('what programs put on the clipboard', () => {
  it.each([
    ['Excel', excel],
    ['Excel without a page', { ...excel, html: '' }],
    ['Google Sheets', sheets],
    ['Google Sheets without a page', { ...sheets, html: '' }],
    ['LibreOffice', libreOffice],
    ['LibreOffice without a page', { ...libreOffice, html: '' }],
    ['Word', word],
  ])('is the same six criteria by four levels from %s', (_program, clipboard) => {
    const cells = tableOfClipboard(clipboard);
    expect(cells).toEqual(ROWS);
    const table = readRubricTable(cells, { criteria: [] });
    expect(table.notes).toEqual([]);
    const { criteria } = rubricOfTable(table, { criteria: [] }, () => 'id');
    expect(criteria.map(({ title, weight, mustReach, levels }) => [title, weight, mustReach, levels.length])).toEqual([
      ['Define the build', 2, 3, 4],
      ['Co-ordinate', 1, null, 4],
      ['Plan tests', 2, 3, 4],
      ['Handle failure', 1, null, 4],
      ['Protect data', 2, 3, 4],
      ['Explain', 1, null, 4],
    ]);
    expect(criteria[0]?.levels[1]?.descriptor).toBe('Builds one interface\nto a given design');
    expect(criteria[1]?.levels[0]?.descriptor).toBe('Says "who" is involved');
  });

  it('knows merged cells by their place', () => {
    const html =
      '<table><tr><td rowspan=2>Criterion</td><td colspan=2>Levels</td></tr><tr><td>Low</td><td>High</td></tr><tr><td>Reads</td><td>a</td><td>b</td></tr></table>';
    expect(tableOfClipboard({ html, text: '' })).toEqual([
      ['Criterion', 'Levels', ''],
      ['Criterion', 'Low', 'High'],
      ['Reads', 'a', 'b'],
    ]);
  });

  it('takes a quote that closes nowhere as a quote, and every line end', () => {
    expect(tableOfClipboard({ html: '', text: '"open\tb\r"a" is a letter\td\n' })).toEqual([
      ['"open', 'b'],
      ['"a" is a letter', 'd'],
    ]);
    expect(tableOfClipboard({ html: '', text: '"two\nlines"\t""\n' })).toEqual([['two\nlines', '']]);
  });

  it('runs nothing of a page, and is no larger than a rubric can be', () => {
    const html = `<img src=x onerror="window.hit=1"><table><tr><td colspan=99999>a<script>window.hit=1</script></td></tr>${'<tr><td>b</td></tr>'.repeat(5_000)}</table>`;
    const cells = tableOfClipboard({ html, text: '' });
    expect(cells).toHaveLength(200);
    expect(cells[0]).toHaveLength(60);
    expect(cells[0]?.[0]).toBe('a');
    expect('hit' in window).toBe(false);
  });

  it('tells a whole rubric from some cells', () => {
    expect(looksWhole(ROWS)).toBe(true);
    expect(looksWhole([['one', 'row', 'only']])).toBe(false);
    expect(looksWhole([['two'], ['rows']])).toBe(false);
  });
});
