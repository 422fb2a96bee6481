const LEFT = 56;
const TOP = 780;
const LEADING = 15;
/** Bytes before each object are counted, so everything is one byte a character. */
const LATIN1_ONLY: [RegExp, string][] = [
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/[^\u0020-\u00ff]/g, '?'],
];

/** A one-page PDF of a heading and typewritten lines, as a field sheet or a log looks. ISO 32000-1, 7.5: header, objects, cross-reference table, trailer. */
export function plainPdf(title: string, lines: readonly string[]): Buffer {
  const text = [
    `BT /F2 15 Tf ${LEFT} ${TOP} Td (${escaped(title)}) Tj ET`,
    `BT /F1 10 Tf ${LEADING} TL ${LEFT} ${TOP - 34} Td`,
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

function escaped(line: string): string {
  const plain = LATIN1_ONLY.reduce((text, [from, to]) => text.replace(from, to), line);
  return plain.replace(/[\\()]/g, '\\$&');
}
