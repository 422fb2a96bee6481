import { strToU8, zipSync } from 'fflate';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A spreadsheet by what stands between its `sheetData`, sheet by sheet: also such as no program would write. */
export function rawSpreadsheet(sheets: string[], sharedStrings: string[] = []): Buffer {
  const each = (write: (n: number) => string) => sheets.map((_, index) => write(index + 1)).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n) => `<sheet name="S${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedStrings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  for (const [index, rows] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData></worksheet>`;
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

const IN_DIRECTORY = Buffer.from('PK\u0001\u0002', 'latin1');

/** The same file, whose directory says of one part that it unpacks to this many bytes. */
export function lyingAbout(file: Buffer, part: string, bytes: number): Buffer {
  const lying = Buffer.from(file);
  for (let at = lying.indexOf(IN_DIRECTORY); at >= 0; at = lying.indexOf(IN_DIRECTORY, at + 4)) {
    const name = lying.toString('utf8', at + 46, at + 46 + lying.readUInt16LE(at + 28));
    if (name !== part) continue;
    lying.writeUInt32LE(bytes, at + 24);
    return lying;
  }
  throw new Error(`There is no ${part} in it.`);
}
