import { readBlock } from './sheet-block.js';

/** Wider and longer than any rubric: what somebody copied by mistake is not drawn. */
const MOST = { rows: 200, columns: 60, span: 60 };

/** The table that was copied. Spreadsheets and word processors give it as a page too, where a cell keeps its line breaks. */
export function tableOfClipboard({ html, text }: { html: string; text: string }): string[][] {
  const cells = (html && tableOfPage(html)) || readBlock(text);
  return cells.slice(0, MOST.rows).map((row) => row.slice(0, MOST.columns));
}

/** The first table of a page; null where there is none. Nothing of the page is run or loaded. */
function tableOfPage(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const grid: string[][] = [];
  for (const [at, row] of [...table.rows].slice(0, MOST.rows).entries()) {
    const line = (grid[at] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column++;
      const words = textOf(cell);
      // A merged cell stands for each of its places: its words are repeated down, where they name what stands beside.
      for (let down = 0; down < Math.min(cell.rowSpan || 1, MOST.span); down++)
        for (let right = 0; right < Math.min(cell.colSpan || 1, MOST.span); right++)
          (grid[at + down] ??= [])[column + right] = right === 0 ? words : '';
      column += Math.min(cell.colSpan || 1, MOST.span);
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_cell, index) => row[index] ?? ''));
}

const BLOCKS = /^(P|DIV|LI|UL|OL|H[1-6])$/;

function textOf(cell: Element): string {
  return wordsOf(cell)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function wordsOf(node: Node): string {
  // In a page a line break of the source is a blank, and only <br> and blocks begin a line.
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return '';
  const inside = [...node.childNodes].map(wordsOf).join('');
  return BLOCKS.test(node.nodeName) ? `\n${inside}\n` : inside;
}

/** Whether a table is a whole rubric rather than some of its cells. */
export function looksWhole(cells: readonly (readonly string[])[]): boolean {
  return cells.length > 1 && Math.max(...cells.map((row) => row.length)) > 2;
}
