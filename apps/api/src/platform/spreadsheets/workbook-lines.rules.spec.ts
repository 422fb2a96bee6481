import { readLine, type ReadSheet, written } from './workbook-lines.rules.js';

it('brings sheets over as they were: texts, numbers, days and empty cells', () => {
  const sheets: ReadSheet[] = [
    {
      sheet: 'Skills "one"\n',
      data: [
        ['Name', 'Since'],
        ['Weld\ning "pipes"', new Date('2026-02-03T00:00:00Z')],
        [null, 7.5],
        [true, ''],
      ],
    },
    { sheet: 'Empty', data: [] },
    { sheet: 'Long', data: Array.from({ length: 1_203 }, (_, row) => [row, `${row}`]) },
  ];
  const read: ReadSheet[] = [];
  for (const line of [...written(sheets)].join('').split('\n').filter(Boolean)) {
    const it = readLine(line);
    if (typeof it === 'string') read.push({ sheet: it, data: [] });
    else read.at(-1)?.data.push(it);
  }
  expect(read).toEqual(sheets);
});

it('keeps a day that is none what it is', () => {
  const [, line = ''] = [...written([{ sheet: 'S', data: [[new Date(Number.NaN)]] }])].map((piece) => piece.trim());
  const [cell] = readLine(line);
  expect(cell instanceof Date && Number.isNaN(cell.getTime())).toBe(true);
});
