/** Characters in the cells of a spreadsheet: one long text may stand in every one of them. */
export const MOST_TEXT = 64 * 1024 * 1024;

/** A table as text with commas between its cells; null when it is too long. */
export function textOfTable(rows: readonly (readonly unknown[])[]): string | null {
  const width = rows[0]?.length ?? 0;
  const lines: string[] = [];
  let length = 0;
  for (const [index, row] of rows.entries()) {
    for (const value of row) length += typeof value === 'string' ? value.length : 0;
    if (length > MOST_TEXT) return null;
    const cells = row.map(cellText);
    if (index > 0 && cells.every((cell) => cell === '')) continue;
    lines.push(Array.from({ length: width }, (_, column) => quoted(cells[column] ?? '')).join(','));
  }
  return lines.join('\n');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
