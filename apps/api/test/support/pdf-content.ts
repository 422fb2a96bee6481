import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Everything in a PDF that is packed, unpacked: its objects as text, and its streams as bytes. */
export function unpackedPdf(pdf: Buffer): { objects: string; streams: Buffer[] } {
  const streams: Buffer[] = [];
  let at = 0;
  for (;;) {
    const start = pdf.indexOf('stream', at);
    if (start < 0) break;
    const end = pdf.indexOf('endstream', start);
    const from = start + (pdf[start + 6] === 13 ? 8 : 7);
    at = end + 9;
    const bytes = pdf.subarray(from, end);
    try {
      streams.push(inflateSync(bytes, { finishFlush: 2 }));
    } catch {
      streams.push(bytes);
    }
  }
  return { objects: [pdf, ...streams].map((each) => each.toString('latin1')).join('\n'), streams };
}

/** The words of every page, as a program that reads aloud would find them. */
export async function textOfPdf(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    return Array.from({ length: document.getPageCount() }, (_, page) => document.getPage(page).getText()).join('\n');
  } finally {
    library.destroy();
  }
}

/** The first page as a picture. */
export async function pictureOfPdf(pdf: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const { data, width, height } = await document.getPage(0).render({ scale: 1.5 });
    return { data: Buffer.from(data), width, height };
  } finally {
    library.destroy();
  }
}
