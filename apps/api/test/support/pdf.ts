/** A PDF of so many pages with a line of text and a red square on each; `catalog` is what it does besides. */
export function pdf(
  options: { pages?: number; catalog?: string; trailer?: string; more?: string[]; box?: string } = {},
): Buffer {
  const { pages = 1, catalog = '', trailer = '', more = [], box = '[0 0 612 792]' } = options;
  const content = 'BT /F1 24 Tf 72 700 Td (Hello assessor) Tj ET 1 0 0 rg 100 100 200 200 re f';
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`;
  return assembled(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
      page,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...more,
    ],
    trailer,
  );
}

function assembled(objects: string[], trailer: string): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
